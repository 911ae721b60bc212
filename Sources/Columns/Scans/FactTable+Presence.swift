extension FactTable {
  /// Whether any row passes the filters; it stops at the first.
  ///
  /// In a clustered table empty slices are skipped by their directory, and lines are searched for.
  /// Where the file behind the table is damaged the answer is yes, so that the scan itself says so.
  package func hasRows(_ filters: [Scan.Filter]) -> Bool {
    guard let clusters else {
      return Selection(Scan(filters: filters, groups: []), on: self).findsRow()
    }
    let scan = Scan(filters: filters, groups: [])
    let digits = clusters.cardinalities.enumerated().map { column, cardinality in
      Digits(column, of: scan, cardinality: cardinality)
    }
    guard digits.allSatisfy({ !$0.codes.isEmpty }) else { return false }
    return clusters.parts.contains { $0.hasRows(digits) }
  }
}

extension Selection {
  /// Whether any candidate is wanted.
  fileprivate func findsRow() -> Bool {
    var chunk = Chunk()
    var position = 0
    while position < candidateCount {
      let end = min(position + Chunk.capacity, candidateCount)
      select(position..<end, into: &chunk)
      if chunk.count > 0 { return true }
      position = end
    }
    return false
  }
}

extension Part {
  fileprivate func hasRows(_ digits: [Digits]) -> Bool {
    let order = shape.order
    let line = digits[order.line]
    let readsLines = line.matters(in: 0..<shape.lineCount)
    let readsRows =
      !digits[order.inner].passesAll(in: innerRange.lowerBound..<innerRange.upperBound + 1)
      || shape.loose.contains { digits[$0].matters(in: 0..<max(shape.cardinalities[$0], 1)) }
    let lineCodes = readsLines || readsRows ? line.codes.all : []
    func search(_ position: Int, _ prefix: Int) -> Bool {
      let column = order.outer[position]
      let extent = max(shape.cardinalities[column], 1)
      let isLast = position == order.outer.count - 1
      for code in digits[column].codes.all where code < extent {
        let slice = prefix * extent + code
        if !isLast {
          if search(position + 1, slice) { return true }
          continue
        }
        let rows = rows(ofSlices: slice..<slice + 1)
        if rows.isEmpty { continue }
        guard readsLines || readsRows else { return true }
        guard readsRows ? isSound(rows) : lines.isSound(rows) else { return true }
        for code in lineCodes {
          let first = partition(rows) { lines[$0] >= code }
          guard readsRows else {
            if first < rows.upperBound, line.passes(lines[first]) { return true }
            if first == rows.upperBound { break }
            continue
          }
          let end = partition(first..<rows.upperBound) { lines[$0] > code }
          if (first..<end).contains(where: { passes($0, digits) }) { return true }
        }
      }
      return false
    }
    return search(0, 0)
  }

  private func passes(_ row: Int, _ digits: [Digits]) -> Bool {
    guard digits[shape.order.inner].passes(inner[row]) else { return false }
    return zip(shape.loose, loose).allSatisfy { column, codes in
      digits[column].passes(codes[row])
    }
  }
}
