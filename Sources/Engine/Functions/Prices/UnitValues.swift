import Catalogue
import Guidance
import Language
import Periods

/// Values and quantities of the same goods side by side: what index numbers of prices and volumes
/// are made of.
///
/// A unit value is no price: it moves when better goods of the same name are sold.
enum UnitValues {
  /// The values and the quantities of the goods of a phrase.
  static func plans(
    for arguments: [Expression],
    _ entry: Entry,
    _ invocation: Invocation
  ) throws(Diagnostic) -> [Plan] {
    guard arguments.count == 1, case .phrase(let phrase) = arguments[0] else {
      throw Diagnostic(
        "wrong-arguments",
        "`\(entry.name)` takes the trade of goods, in money",
        at: invocation.span,
        notes: ["as in `\(entry.usage)`"]
      )
    }
    return try plans(for: phrase, entry, invocation)
  }

  static func plans(
    for phrase: Phrase,
    _ entry: Entry,
    _ invocation: Invocation
  ) throws(Diagnostic) -> [Plan] {
    let isGrouped = phrase.qualifiers.grouping?.dimensions.map(\.text) == ["product"]
    guard case .measure(let name, let reporter) = phrase.head,
      ["exports", "imports"].contains(name.text), phrase.transforms.isEmpty,
      isGrouped || !phrase.qualifiers.products.isEmpty
    else {
      throw Diagnostic(
        "wrong-arguments",
        "`\(entry.name)` takes the trade of goods, in money",
        at: invocation.span,
        notes: ["as in `\(entry.usage)`"]
      )
    }
    // What is left of the whole has no quantity.
    var invocation = invocation
    invocation.scope.keepsRest = false
    var volumes = phrase
    let volume = name.text == "exports" ? "export volume" : "import volume"
    volumes.head = .measure(Name(volume, at: name.location), reporter: reporter)
    volumes.qualifiers.conversion = nil
    let values = try invocation.plan(.phrase(phrase))
    do throws(Diagnostic) {
      return [values, try invocation.plan(.phrase(volumes))]
    } catch {
      guard error.code == "not-loaded" else { throw error }
      throw Diagnostic(
        "no-quantity",
        "there are no quantities of these \(name.text), and without them value has no price",
        at: name.span,
        notes: ["`import` reads a column of weights as the quantity"]
      )
    }
  }

  static func kind(
    _ arguments: [Plan],
    for entry: Entry,
    at span: SourceSpan
  ) throws(Diagnostic) -> Kind {
    guard !arguments[0].kind.isScalar else {
      throw Diagnostic(
        "needs-series",
        "`\(entry.name)` compares periods with the first of them, but this is one number",
        at: span
      )
    }
    var kind = arguments[0].kind.with(unit: .index(""), nature: .level)
    kind.dimensions = []
    return kind
  }

  /// Value and quantity of one good in the base and in the period looked at.
  struct Pair {
    var baseValue: Double
    var baseQuantity: Double
    var value: Double
    var quantity: Double

    var basePrice: Double { baseValue / baseQuantity }
    var price: Double { value / quantity }
  }

  /// The goods that have value and quantity in two periods, by their members.
  static func pairs(
    _ panels: [Panel],
    _ number: Int,
    base: Int
  ) -> [(members: [Member], pair: Pair, cells: [Cell])] {
    let quantities = Dictionary(
      panels[1].columns.map { ($0.members, $0.series) }
    ) { first, _ in first }
    return panels[0].withoutRest.columns.compactMap { column in
      guard let quantity = quantities[column.members] else { return nil }
      let cells = [column.series[base], quantity[base], column.series[number], quantity[number]]
      guard cells.allSatisfy({ $0.hasValue && $0.value > 0 }) else { return nil }
      let values = cells.map(\.value)
      let pair = Pair(
        baseValue: values[0],
        baseQuantity: values[1],
        value: values[2],
        quantity: values[3]
      )
      return (column.members, pair, cells)
    }
  }

  /// An index over the goods that both the first and each other period have, the first being 100.
  ///
  /// Missing where these goods make up less than half of what the first period has.
  static func panel(_ panels: [Panel], _ index: ([Pair]) -> Double) -> Panel {
    let series = panels[0].columns.map(\.series)
    guard let first = series.map(\.first).min(), let end = series.map(\.end).max(),
      let base = (first..<end).first(where: { !pairs(panels, $0, base: $0).isEmpty })
    else { return .number(.missing(.notLoaded)) }
    let whole = pairs(panels, base, base: base).reduce(0) { $0 + $1.pair.baseValue }
    let cells = (base..<end).map { number -> Cell in
      let goods = pairs(panels, number, base: base)
      let covered = goods.reduce(0) { $0 + $1.pair.baseValue }
      guard !goods.isEmpty else { return .missing(.notLoaded) }
      guard 2 * covered >= whole else { return .missing(.incomplete) }
      return Cell.computed(from: goods.flatMap(\.cells)) { _ in 100 * index(goods.map(\.pair)) }
    }
    return Panel(Series(panels[0].frequency, first: base, cells: cells))
  }

  static func laspeyres(_ pairs: [Pair]) -> Double {
    pairs.reduce(0) { $0 + $1.price * $1.baseQuantity } / pairs.reduce(0) { $0 + $1.baseValue }
  }

  static func paasche(_ pairs: [Pair]) -> Double {
    pairs.reduce(0) { $0 + $1.value } / pairs.reduce(0) { $0 + $1.basePrice * $1.quantity }
  }

  static func fisher(_ pairs: [Pair]) -> Double {
    squareRoot(laspeyres(pairs) * paasche(pairs))
  }

  static func volume(_ pairs: [Pair]) -> Double {
    let value = pairs.reduce(0) { $0 + $1.value } / pairs.reduce(0) { $0 + $1.baseValue }
    return value / fisher(pairs)
  }
}
