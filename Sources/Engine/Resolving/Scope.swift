import Catalogue
import Language
import Periods
import Synchronization

/// What surrounding phrases say for the measures inside them.
struct Scope: Sendable {
  var qualifiers = Qualifiers()
  /// The periods for which flows add up; nil: as fine as the data.
  var frequency: Frequency?
  /// False where growth is computed of members: what is left beside them changes its make-up.
  var keepsRest = true
  /// How many definitions deep the reading is: a definition may not use itself.
  var depth = 0
  /// How many definitions the whole query has used, written out.
  let uses = UseCount()

  /// The scope of what stands inside a phrase: its own qualifiers win over those around it.
  func entering(_ phrase: Phrase) -> Scope {
    var scope = self
    let own = phrase.qualifiers
    if let partners = own.partners { scope.qualifiers.partners = partners }
    if !own.products.isEmpty { scope.qualifiers.products = own.products }
    if !own.excluding.isEmpty { scope.qualifiers.excluding = own.excluding }
    if let mirror = own.mirror { scope.qualifiers.mirror = mirror }
    if let conversion = own.conversion { scope.qualifiers.conversion = conversion }
    if let published = own.published { scope.qualifiers.published = published }
    if let vintage = own.vintage { scope.qualifiers.vintage = vintage }
    if let grouping = own.grouping { scope.qualifiers.grouping = grouping.within(grouping: self) }
    if phrase.transforms.contains(where: { !$0.isAccumulation }) { scope.keepsRest = false }
    if let frequency = phrase.ownFrequency { scope.frequency = frequency }
    return scope
  }
}

/// Counts what all parts of a query use together.
final class UseCount: Sendable {
  private let count = Atomic(0)

  /// Counts one more; gives how many there are.
  func next() -> Int { count.add(1, ordering: .relaxed).newValue }
}

extension Phrase {
  /// The frequency that the phrase itself asks for: `by year`, or that of a bare period.
  var ownFrequency: Frequency? {
    if let grain = qualifiers.grouping?.grain { return Frequency(grain) }
    if let each = qualifiers.grouping?.each { return Frequency(each) }
    if case .at(let period)? = qualifiers.window?.kind { return period.frequency }
    if transforms.contains(where: { $0.name.text == "cagr" }) { return .annual }
    if transforms.contains(where: { $0.name.text == "qoq" }) { return Frequency(.quarter) }
    return nil
  }
}

extension TransformCall {
  /// True for `ytd` and its like: sums of parts are sums of the whole.
  fileprivate var isAccumulation: Bool { ["ytd", "qtd", "ttm"].contains(name.text) }
}

extension Qualifiers.Grouping {
  /// The grouping together with the dimensions that surrounding phrases keep apart.
  fileprivate func within(grouping scope: Scope) -> Qualifiers.Grouping {
    guard dimensions.isEmpty, let outer = scope.qualifiers.grouping else { return self }
    var copy = self
    copy.keys = outer.dimensions.map(Qualifiers.Key.dimension) + keys
    return copy
  }

  /// The unit of time among the keys.
  var grain: Grain? {
    for case .grain(let grain) in keys { return grain }
    return nil
  }

  var season: Grain? {
    for case .season(let grain) in keys { return grain }
    return nil
  }

  var dimensions: [Name] {
    keys.compactMap { if case .dimension(let name) = $0 { name } else { nil } }
  }
}
