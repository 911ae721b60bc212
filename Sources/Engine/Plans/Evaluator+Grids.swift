import Catalogue
import Language
import Periods

/// Which months a result will be looked at for; others need not be read.
enum Narrowing: Sendable {
  case none
  case months(ClosedRange<Int>)
  /// Only the sum over these months.
  case together(Period)
}

// Scans of plain flows: sums in one array, from one scan a term.
extension Evaluator {
  /// The figures of a scan in one array; nil where timelines have to tell.
  func grid(of scan: FactScan) -> Grid? {
    let data = facts.dataSet
    guard data.isPlain, scan.rate == nil, !scan.isExact, let span = data.span else { return nil }
    if let fallback = scan.fallback, data.series.contains(fallback.series) { return nil }
    let together = together(scan, span)
    let months = together?.months ?? wantedMonths
    var grids: [(sign: Int64, grid: FactGrid)] = []
    for (sign, request) in scan.requests {
      var wanted = GridRequest(request)
      wanted.partners = scan.each?.members
      wanted.months = months.flatMap { $0.overlaps(span) ? $0.clamped(to: span) : nil }
      if wanted.months == span, together == nil { wanted.months = nil }
      wanted.isTogether = together != nil
      wanted.step = together == nil && accumulation == nil ? steps(of: scan) : nil
      guard data.series.contains(request.series) || data.hasQuantities(request) else { continue }
      guard let grid = (try? facts.grid(wanted)) ?? nil else { return nil }
      grids.append((Int64(sign), grid))
    }
    guard let sums = FactGrid.added(grids) else { return nil }
    return grid(of: sums, scan, together)
  }

  /// How many months the scan itself can add up: whole periods of the calendar, of many members.
  private func steps(of scan: FactScan) -> Int? {
    let frequency = aligned(scan.frequency)
    guard scan.each != nil, frequency.step == frequency.length, frequency.phase == 0,
      frequency.step > 1
    else { return nil }
    return frequency.step
  }

  /// The one period whose sum is all that is wanted, where the data covers it.
  private func together(_ scan: FactScan, _ span: ClosedRange<Int>) -> Period? {
    guard case .together(let period) = narrowing, accumulation == nil, alignment == nil,
      span.contains(period.start.index), span.contains(period.end.index)
    else { return nil }
    return period
  }

  private var wantedMonths: ClosedRange<Int>? {
    switch narrowing {
    case .none: return nil
    case .together(let period): return reaching(period.months)
    case .months(let months): return reaching(months)
    }
  }

  /// The months with those before them that an accumulation adds up.
  private func reaching(_ months: ClosedRange<Int>) -> ClosedRange<Int> {
    switch accumulation {
    case nil: months
    case .yearToDate, .quarterToDate: months.lowerBound - 12...months.upperBound
    case .trailing(let length): months.lowerBound - length...months.upperBound
    }
  }

  private func grid(of sums: FactGrid, _ scan: FactScan, _ together: Period?) -> Grid? {
    let dimensions = scan.each?.dimensions ?? []
    let axes = dimensions.compactMap { name, kind in
      sums.axes.first { $0.kind == kind }.map { axis in
        Grid.Axis(dimension: name, names: axis.names, stride: axis.stride)
      }
    }
    guard axes.count == sums.axes.count else { return nil }
    let template = Cell(0, sources: facts.dataSet.origins[0].sources)
    if let together {
      return Grid(
        axes: axes,
        frequency: together.frequency,
        first: together.frequency.number(of: together) ?? 0,
        count: sums.isEmpty ? 0 : 1,
        numbers: .sums(sums.numbers, divisor: sums.divisor),
        template: template
      )
    }
    let frequency = aligned(scan.frequency)
    guard sums.count > 0, !sums.isEmpty else {
      return Grid(
        axes: axes,
        frequency: frequency,
        first: 0,
        count: 0,
        numbers: .values([], isThere: []),
        template: template
      )
    }
    let spans = spans(frequency, sums)
    let size = spans.slots.count
    let isDirect =
      spans.slots.enumerated().allSatisfy { $1 == $0..<$0 + 1 } && size == sums.count
    let numbers = isDirect ? sums.numbers : .gathered(sums.adding(spans.slots))
    return Grid(
      axes: isDirect
        ? axes
        : axes.map { axis in
          Grid.Axis(
            dimension: axis.dimension,
            names: axis.names,
            stride: axis.stride / sums.pitch * size
          )
        },
      frequency: frequency,
      first: spans.first,
      count: size,
      numbers: .sums(numbers, divisor: sums.divisor),
      template: template
    )
  }

  /// For the periods that the sums cover in full, one after the other, the sums that they add up.
  private func spans(
    _ frequency: Frequency,
    _ sums: FactGrid
  ) -> (first: Int, slots: [Range<Int>]) {
    let months = sums.months
    let first = frequency.number(startingAtOrBefore: Month(index: months.lowerBound))
    let last = frequency.number(startingAtOrBefore: Month(index: months.upperBound))
    var start = first
    var slots: [Range<Int>] = []
    for number in first...last {
      let period = frequency.period(number)
      let span = (accumulation.map { $0.span(of: period) } ?? period).months
      let isCovered = months.contains(span.lowerBound) && months.contains(span.upperBound)
      let offset = span.lowerBound - sums.first
      guard isCovered, offset % sums.step == 0, span.count % sums.step == 0 else {
        if slots.isEmpty { start = number + 1 }
        continue
      }
      slots.append(offset / sums.step..<(offset + span.count) / sums.step)
    }
    return (start, slots)
  }
}

extension FactGrid {
  /// The sum of several with their signs; nil where they do not lie alike.
  static func added(_ terms: [(sign: Int64, grid: FactGrid)]) -> FactGrid? {
    guard let first = terms.first?.grid else { return nil }
    if terms.count == 1, terms[0].sign == 1 { return first }
    let isAlike = terms.allSatisfy { _, grid in
      grid.count == first.count && grid.first == first.first && grid.step == first.step
        && grid.axes.map(\.codes) == first.axes.map(\.codes)
        && grid.axes.map(\.stride) == first.axes.map(\.stride) && grid.divisor == first.divisor
    }
    guard isAlike else { return nil }
    let size = first.axes.reduce(first.count) { max($0, $1.stride * $1.codes.count) }
    var sums = [Int64](repeating: 0, count: size)
    for (sign, grid) in terms {
      grid.numbers.withNumbers { numbers in
        for place in 0..<min(size, numbers.count) { sums[place] &+= sign &* numbers[place] }
      }
    }
    return FactGrid(
      axes: first.axes,
      first: first.first,
      step: first.step,
      count: first.count,
      divisor: first.divisor,
      numbers: .gathered(sums),
      isEmpty: terms.allSatisfy(\.grid.isEmpty)
    )
  }

  /// For every combination of members the sums over some ranges of its periods.
  fileprivate func adding(_ slots: [Range<Int>]) -> [Int64] {
    let combinations = axes.reduce(1) { max($0, $1.stride / pitch * $1.codes.count) }
    var result = [Int64](repeating: 0, count: combinations * slots.count)
    numbers.withNumbers { numbers in
      result.withUnsafeMutableBufferPointer { result in
        for combination in 0..<combinations {
          let (source, target) = (combination * pitch, combination * slots.count)
          for (position, slot) in slots.enumerated() {
            var sum: Int64 = 0
            for period in slot { sum &+= numbers[source + period] }
            result[target + position] = sum
          }
        }
      }
    }
    return result
  }
}
