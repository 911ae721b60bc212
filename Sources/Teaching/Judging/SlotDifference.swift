import Language
import Periods

/// The parts in which a query differs from the right one.
struct SlotDifference {
  /// In the order of the right query: the part and what the learner put there, empty for nothing.
  let parts: [(slot: QuerySlot, yours: String)]

  init(_ yours: Query, _ right: Query) {
    let own = yours.slots
    let wanted = right.slots
    parts = QuerySlot.allCases.compactMap { slot in
      own[slot] == wanted[slot] ? nil : (slot, own[slot] ?? "")
    }
  }

  /// What to say where one or two parts differ; nil where the queries have little in common.
  var diagnosis: Diagnosis? {
    guard (1...2).contains(parts.count) else { return nil }
    if parts.count == 1, !parts[0].yours.isEmpty, let noun = parts[0].slot.figureNoun {
      let sentence =
        "That is the figure for \(parts[0].yours); the question is about another \(noun)."
      return Diagnosis(parts[0].slot.misconception, sentence)
    }
    let named = parts.map { part in
      part.yours.isEmpty ? "\(part.slot.noun) (you say none)" : "\(part.slot.noun) (\(part.yours))"
    }
    let places = parts.count == 1 ? "one place" : "two places"
    let sentence =
      "Your query differs from what is asked in \(places): "
      + named.joined(separator: " and ") + "."
    return Diagnosis(parts.count == 1 ? parts[0].slot.misconception : "slots", sentence)
  }
}

/// The parts of a query that can be mistaken one by one.
enum QuerySlot: CaseIterable {
  case measure, aggregate, product, partner, excluding, source, whole, currency, transforms
  case published, grouping, period, vintage

  var noun: String {
    switch self {
    case .measure: "the measure"
    case .aggregate: "what is made of the series"
    case .product: "the product"
    case .partner: "the partner"
    case .excluding: "what is left out"
    case .source: "whose figures"
    case .whole: "the whole"
    case .currency: "the currency"
    case .transforms: "the transform"
    case .published: "published or computed"
    case .grouping: "the grouping"
    case .period: "the period"
    case .vintage: "the vintage"
    }
  }

  /// The word for what a figure is for; nil for parts that say how it is computed.
  var figureNoun: String? {
    switch self {
    case .partner: "partner"
    case .period: "period"
    case .product: "product"
    default: nil
    }
  }

  /// The misconception that it is counted under.
  var misconception: String {
    switch self {
    case .partner: "wrong-partner"
    case .period: "wrong-period"
    case .currency: "currency"
    case .vintage: "vintage"
    case .source: "mirror"
    default: "slots"
    }
  }
}

extension Query {
  /// The parts of the query as text.
  var slots: [QuerySlot: String] {
    guard case .phrase(let phrase) = expression else { return [.measure: expression.description] }
    return phrase.slots
  }
}

extension Phrase {
  fileprivate var slots: [QuerySlot: String] {
    var slots: [QuerySlot: String] = [:]
    switch head {
    case .aggregate(let name, let inner):
      slots = inner.slots
      slots[.aggregate] = name.text
    case .contributions(let contributions):
      slots = contributions.to.slots
      slots[.aggregate] = "contribution" + (contributions.of.map { " of \($0.text)" } ?? "s")
    case .group(.phrase(let inner)): slots = inner.slots
    case .share(let share):
      if case .phrase(let part) = share.part {
        slots = part.slots
        slots[.measure] = "share of \(part.head)"
      } else {
        slots[.measure] = head.description
      }
      slots[.whole] = share.whole?.description
    default: slots[.measure] = head.description
    }
    for (slot, text) in ownSlots where !text.isEmpty { slots[slot] = text }
    return slots
  }

  private var ownSlots: [(QuerySlot, String)] {
    let own = qualifiers
    func names(_ groups: [[Name]]) -> String {
      groups.map { $0.map(\.text).joined(separator: " + ") }.joined(separator: ", ")
    }
    var source = ""
    switch own.mirror {
    case .reporter(let name): source = "reported by \(name.text)"
    case .partner: source = "mirror"
    case nil: break
    }
    return [
      (.product, names(own.products)),
      (.partner, own.partners.map { names($0.groups) } ?? ""),
      (.excluding, own.excluding.map(\.text).joined(separator: ", ")),
      (.source, source),
      (.whole, own.ratio.map { $0.whole.description } ?? ""),
      (.currency, own.conversion?.text ?? ""),
      (.transforms, transforms.map(\.description).joined(separator: " ")),
      (.published, own.published == nil ? "" : "published"),
      (.grouping, own.grouping?.description ?? ""),
      (.period, own.window?.description ?? ""),
      (.vintage, own.vintage?.description ?? ""),
    ]
  }
}
