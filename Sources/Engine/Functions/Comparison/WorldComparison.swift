import Catalogue
import Columns
import Guidance
import Language

/// A part of a country's trade over all of it, against the same of the world.
enum WorldComparison {
  /// What makes the part.
  enum Part: String { case product, partner }

  /// The country's part and whole, then the world's.
  static func plans(
    for arguments: [Expression],
    _ entry: Entry,
    _ part: Part,
    _ invocation: Invocation
  ) throws(Diagnostic) -> [Plan] {
    let (name, phrase, total) = try measured(arguments, entry, part, invocation.span)
    var world = invocation
    var bench = invocation.resolver.bench
    bench.reporter = try bench.worldReporter(of: name, for: entry, at: invocation.span)
    world.resolver = Resolver(bench)
    func whole(_ phrase: Phrase) -> Expression {
      guard let total else { return .phrase(phrase) }
      return .phrase(Phrase(.aggregate(total, phrase), at: Location(phrase.span)))
    }
    let own = try invocation.plan(whole(phrase))
    let ownWhole = try invocation.plan(whole(phrase.without(part)))
    var all = phrase.without(["reporter"])
    all.head = .measure(name, reporter: nil)
    let worldPart = try world.plan(whole(all))
    let worldWhole = try world.plan(whole(all.without(part)))
    return [own, ownWhole, worldPart, worldWhole]
  }

  /// The phrase, its measure and the word for a total over periods around it, where it is exports
  /// or imports with the part named.
  static func measured(
    _ arguments: [Expression],
    _ entry: Entry,
    _ part: Part,
    _ span: SourceSpan
  ) throws(Diagnostic) -> (Name, Phrase, Name?) {
    let sums = ["ytd", "qtd", "ttm"]
    var total: Name?
    var inner: Phrase?
    if arguments.count == 1, case .phrase(let phrase) = arguments[0] {
      inner = phrase
      if case .aggregate(let name, let summed) = phrase.head, name.text == Total.entry.name {
        (total, inner) = (name, summed)
      }
    }
    guard let phrase = inner, case .measure(let name, _) = phrase.head,
      ["exports", "imports"].contains(name.text), phrase.names(part),
      phrase.transforms.allSatisfy({ sums.contains($0.name.text) })
    else {
      throw Diagnostic(
        "wrong-arguments",
        "`\(entry.name)` takes the trade of a \(part.rawValue), in money",
        at: span,
        notes: ["as in `\(entry.usage)`"]
      )
    }
    return (name, phrase, total)
  }

  /// (own part ÷ own whole) ÷ (world part ÷ world whole), through `index`.
  static func panel(_ panels: [Panel], _ index: (Double) -> Double) -> Panel {
    if let grid = Grid.comparing(panels.map(\.grid), index) {
      return Panel(grid, isScalar: panels[0].isScalar)
    }
    let parts = [panels[0], panels[2]].map { $0.withoutRest }
    let shares = zip(parts, [panels[1], panels[3]]).map { part, whole in
      part.combined(with: whole) { Cell.computed($0, $1) { $0 / $1 } }
    }
    return shares[0].combined(with: shares[1]) { own, world in
      Cell.computed(own, world) { index($0 / $1) }
    }
  }

  static func kind(_ arguments: [Plan]) -> Kind {
    arguments[0].kind.with(unit: .ratio, nature: .level)
  }
}

extension Panel {
  /// The members without what is left of the whole.
  var withoutRest: Panel { Panel(columns.filter { !$0.isRest }, isScalar: isScalar) }
}

extension Phrase {
  /// Whether the phrase names the part, or keeps its members apart.
  fileprivate func names(_ part: WorldComparison.Part) -> Bool {
    let isGrouped = qualifiers.grouping?.dimensions.contains { part.dimensions.contains($0.text) }
    let isNamed =
      part == .product ? !qualifiers.products.isEmpty : qualifiers.partners != nil
    return isNamed || isGrouped == true
  }

  /// The whole that the part belongs to.
  func without(_ part: WorldComparison.Part) -> Phrase {
    var whole = self
    switch part {
    case .product: whole.qualifiers.products = []
    case .partner:
      whole.qualifiers.partners = nil
      whole.qualifiers.excluding = []
    }
    return whole.without(part.dimensions)
  }

  /// The phrase without some dimensions in its grouping.
  fileprivate func without(_ dimensions: [String]) -> Phrase {
    guard let keys = qualifiers.grouping?.keys else { return self }
    var copy = self
    let kept = keys.filter { key in
      if case .dimension(let name) = key { !dimensions.contains(name.text) } else { true }
    }
    copy.qualifiers.grouping?.keys = kept
    if kept.isEmpty { copy.qualifiers.grouping = nil }
    return copy
  }
}

extension WorldComparison.Part {
  fileprivate var dimensions: [String] {
    let axis: FactRequest.Axis = self == .product ? .product : .partner
    return Engine.dimensions.filter { $0.axis == axis }.map(\.entry.name)
  }
}

extension Workbench {
  /// The reporter that stands for the world: its own rows, else all countries together.
  ///
  /// A single country is no world, and groups beside countries would count them twice.
  fileprivate func worldReporter(
    of measure: Name,
    for entry: Entry,
    at span: SourceSpan
  ) throws(Diagnostic) -> String? {
    let reporters = data.isPlain ? data.reporterPlaces ?? data.places : places(reporting: measure)
    if let world = reporters.first(where: { $0.kind == .world }) { return world.code }
    guard reporters.count > 1, reporters.allSatisfy({ $0.kind == .country }) else {
      throw Diagnostic(
        "world-not-loaded",
        "`\(entry.name)` compares with the \(measure.text) of the world, "
          + "and those of other countries are not loaded",
        at: span
      )
    }
    return nil
  }

  private func places(reporting measure: Name) -> [Place] {
    var filters: [FactTable.Scan.Filter] = []
    if let code = data.series.firstIndex(of: measure.text) {
      filters.append(FactTable.Scan.Filter(column: FactColumn.series.rawValue, codes: [code]))
    }
    let scan = FactTable.Scan(filters: filters, groups: [FactColumn.reporter.rawValue])
    return data.facts.sums(scan).groups.map { (data.reporterPlaces ?? data.places)[$0.codes[0]] }
  }
}
