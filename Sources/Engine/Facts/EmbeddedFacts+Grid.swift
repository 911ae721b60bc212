import Catalogue
import Columns
import Guidance
import Periods

extension EmbeddedFacts {
  /// Sums beyond this many are refused: no table of them could be read.
  private static let mostCells = 1 << 25

  package func productsMakeWhole(_ level: ProductLevel) -> Bool {
    dataSet.isPlain && products.makeWhole(level)
  }

  package func grid(_ request: GridRequest) -> FactGrid? {
    guard dataSet.isPlain, dataSet.facts.isClustered, var filters = filters(request.facts),
      let length = dataSet.periods.first?.length
    else { return nil }
    let axes = request.facts.axes
    if let partners = request.partners, axes.contains(.partner) {
      let codes = Set(partners.compactMap(placeCode))
      filters.append(FactTable.Scan.Filter(column: FactColumn.partner.rawValue, codes: codes))
    }
    if let months = request.months {
      let codes = dataSet.periods.indices.filter { position in
        let period = dataSet.periods[position].months
        return months.contains(period.lowerBound) && months.contains(period.upperBound)
      }
      filters.append(FactTable.Scan.Filter(column: FactColumn.period.rawValue, codes: Set(codes)))
    }
    var scan = FactTable.Scan(
      filters: filters,
      groups: axes.map(\.column.rawValue)
        + (request.isTogether ? [] : [FactColumn.period.rawValue]),
      detail: .sums
    )
    scan.classes = classes(request.facts)
    scan.usesRollups = usesRollups
    let clock = ContinuousClock()
    let start = clock.now
    do throws(StoreError) {
      let (sums, report) = try dataSet.facts.run(scan)
      var grid = try grid(sums, request, length)
      grid.report = report
      grid.duration = clock.now - start
      return grid
    } catch {
      fail(error)
      return nil
    }
  }

  private func grid(
    _ sums: FactTable.Sums,
    _ request: GridRequest,
    _ length: Int
  ) throws(StoreError) -> FactGrid {
    guard let cells = sums.dense else { throw .tooManySlices(Self.mostCells) }
    let kinds = request.facts.axes
    let axes = zip(kinds, cells.axes).map { kind, axis in
      FactGrid.Axis(
        kind,
        codes: axis.codes.map { memberCode(kind, $0, request.facts) },
        names: names(kind, axis.codes, request.facts),
        stride: axis.stride
      )
    }
    guard !request.isTogether else {
      let months = request.months ?? dataSet.span ?? 0...0
      return FactGrid(
        axes: axes,
        first: months.lowerBound,
        step: months.count,
        count: 1,
        divisor: cells.divisor,
        numbers: .scanned(cells),
        isEmpty: axes.isEmpty && !cells.hasRows(0)
      )
    }
    return inOrder(cells, axes, length)
  }

  /// The sums with their periods one behind the other, without gaps.
  private func inOrder(
    _ cells: FactTable.DenseCells,
    _ axes: [FactGrid.Axis],
    _ length: Int
  ) -> FactGrid {
    let time = cells.axes[axes.count]
    let starts = time.codes.map { dataSet.periods[$0].start.index }
    let first = starts.min() ?? 0
    let count = starts.isEmpty ? 0 : ((starts.max() ?? 0) - first) / length + 1
    let isEmpty = axes.isEmpty && !starts.indices.contains { cells.hasRows($0 * time.stride) }
    let isSequence = starts.enumerated().allSatisfy { $0.element == first + $0.offset * length }
    guard !(isSequence && time.stride == 1) else {
      return FactGrid(
        axes: axes,
        first: first,
        step: length,
        count: count,
        divisor: cells.divisor,
        numbers: .scanned(cells),
        isEmpty: isEmpty
      )
    }
    var ordered = axes
    var size = count
    for position in axes.indices.reversed() {
      ordered[position].stride = size
      size *= axes[position].codes.count
    }
    var gathered = [Int64](repeating: 0, count: size)
    cells.withCells { values in
      func copy(_ depth: Int, from source: Int, to target: Int) {
        guard depth < axes.count else {
          for (position, start) in starts.enumerated() {
            gathered[target + (start - first) / length] = values[source + position * time.stride]
          }
          return
        }
        for member in axes[depth].codes.indices {
          copy(
            depth + 1,
            from: source + member * axes[depth].stride,
            to: target + member * ordered[depth].stride
          )
        }
      }
      copy(0, from: 0, to: 0)
    }
    return FactGrid(
      axes: ordered,
      first: first,
      step: length,
      count: count,
      divisor: cells.divisor,
      numbers: .gathered(gathered),
      isEmpty: isEmpty
    )
  }

  private func names(
    _ kind: FactRequest.Axis,
    _ codes: [Int],
    _ request: FactRequest
  ) -> [String] {
    switch kind {
    case .reporter: codes.map { (dataSet.reporterPlaces ?? dataSet.places)[$0].name }
    case .partner: codes.map { dataSet.places[$0].name }
    case .product where request.level == .loaded: codes.map { dataSet.products[$0].name }
    case .product:
      codes.map { code in
        let code = products.classes(request.level).codes[code]
        return Product.known(code)?.name ?? "HS \(code)"
      }
    }
  }
}
