/// Sums in the making, one a group.
protocol Accumulator {
  mutating func add(_ chunk: Chunk, values: [Double])

  /// The groups that have rows, in ascending order of their codes in `columns`.
  func groups(columns: [KeyColumn]) -> [FactTable.Sums.Group]
}

/// Sums that lie at the place of their group in plain arrays.
struct DenseSums: Accumulator {
  private var sums: [Double]
  private var counts: [Int]
  private var firstRows: [UInt32]

  init(cells: Int) {
    sums = [Double](repeating: 0, count: cells)
    counts = [Int](repeating: 0, count: cells)
    firstRows = [UInt32](repeating: 0, count: cells)
  }

  mutating func add(_ chunk: Chunk, values: [Double]) {
    let places = chunk.parts[0]
    for index in 0..<chunk.count {
      let place = Int(places[index])
      let row = chunk.rows[index]
      if counts[place] == 0 { firstRows[place] = row }
      counts[place] += 1
      sums[place] += values[Int(row)]
    }
  }

  func groups(columns: [KeyColumn]) -> [FactTable.Sums.Group] {
    counts.indices.filter { counts[$0] > 0 }.map { place in
      let row = Int(firstRows[place])
      return FactTable.Sums.Group(
        codes: columns.map { $0[row] },
        sum: sums[place],
        count: counts[place],
        firstRow: row
      )
    }
  }
}

/// Sums that a hash table finds, for groups too many or too scattered for plain arrays.
struct SparseSums: Accumulator {
  private var indexes: [PlaceIndex]
  private var sums: [Double] = []
  private var counts: [Int] = []
  private var firstRows: [UInt32] = []

  init(parts: Int) { indexes = Array(repeating: PlaceIndex(), count: parts) }

  mutating func add(_ chunk: Chunk, values: [Double]) {
    for index in 0..<chunk.count {
      var group = 0
      for part in indexes.indices {
        let place = UInt64(group) << 32 | UInt64(chunk.parts[part][index])
        group = indexes[part].number(of: place)
      }
      let row = chunk.rows[index]
      if group == sums.count {
        sums.append(0)
        counts.append(0)
        firstRows.append(row)
      }
      sums[group] += values[Int(row)]
      counts[group] += 1
    }
  }

  func groups(columns: [KeyColumn]) -> [FactTable.Sums.Group] {
    let groups = sums.indices.map { number in
      let row = Int(firstRows[number])
      return FactTable.Sums.Group(
        codes: columns.map { $0[row] },
        sum: sums[number],
        count: counts[number],
        firstRow: row
      )
    }
    return groups.sorted { $0.codes.lexicographicallyPrecedes($1.codes) }
  }
}
