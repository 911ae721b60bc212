import Guidance
import Periods

// Fragment ::= Period | Entity | Product | Suffix+
// What follows `vs` takes up the phrase on the left and puts something else in one of its slots.
extension Parser {
  mutating func fragment(after left: Phrase?) throws(Diagnostic) -> Phrase {
    try checkToken()
    guard var phrase = left else {
      throw failure("fragment-needs-phrase", "`vs` needs a phrase on its left to take up")
    }
    let start = index
    if let place = fragmentPlace() {
      guard phrase.replacePartner(with: place) else {
        throw failure(
          "fragment-needs-slot",
          "nothing on the left names a partner that '\(tokens[start].text)' could replace",
          at: place.span
        )
      }
    } else if let product = fragmentProduct() {
      guard phrase.replaceProduct(with: product) else {
        throw failure(
          "fragment-needs-slot",
          "nothing on the left names a product that '\(tokens[start].text)' could replace",
          at: product.span
        )
      }
    }
    var changes = Phrase(.hole, at: location)
    try suffixes(of: &changes)
    guard index > start else {
      guard current.kind == .end else { throw unexpected() }
      throw failure("needs-operand", "`vs` what? A measure, a partner, a period …")
    }
    phrase.take(changes)
    phrase.location = location(from: start)
    return phrase
  }

  private mutating func fragmentPlace() -> Name? { place() }

  private mutating func fragmentProduct() -> Name? { product() }
}

extension Phrase {
  /// Puts a partner in the place of the present one; false where there is none.
  fileprivate mutating func replacePartner(with place: Name) -> Bool {
    if qualifiers.partners != nil {
      qualifiers.partners?.groups = [[place]]
      return true
    }
    guard case .share(var share) = head else { return false }
    switch share.part {
    case .places: share.part = .places([place])
    case .products: return false
    case .phrase(var part):
      guard part.replacePartner(with: place) else { return false }
      share.part = .phrase(part)
    }
    head = .share(share)
    return true
  }

  fileprivate mutating func replaceProduct(with product: Name) -> Bool {
    if !qualifiers.products.isEmpty {
      qualifiers.products = [[product]]
      return true
    }
    guard case .share(var share) = head else { return false }
    switch share.part {
    case .products: share.part = .products([product])
    case .places: return false
    case .phrase(var part):
      guard part.replaceProduct(with: product) else { return false }
      share.part = .phrase(part)
    }
    head = .share(share)
    return true
  }

  /// Replaces the slots that `changes` fills; transforms are replaced together.
  fileprivate mutating func take(_ changes: Phrase) {
    switch head {
    case .aggregate(let name, var inner):
      inner.take(changes)
      head = .aggregate(name, inner)
    case .contributions(var contributions):
      contributions.to.take(changes)
      head = .contributions(contributions)
    case .ranking(var ranking):
      ranking.key.mapPhrases { phrase, _ in
        if !phrase.isLiteral { phrase.take(changes) }
      }
      head = .ranking(ranking)
    case .share(var share):
      // Partners and products are those of the phrase inside.
      share.takeEntities(changes.qualifiers)
      head = .share(share)
      var rest = changes
      rest.qualifiers.removeEntities()
      takeHere(rest)
    default: takeHere(changes)
    }
  }

  private mutating func takeHere(_ changes: Phrase) {
    let new = changes.qualifiers
    if let partners = new.partners { qualifiers.partners = partners }
    if !new.products.isEmpty { qualifiers.products = new.products }
    if !new.excluding.isEmpty { qualifiers.excluding = new.excluding }
    if let mirror = new.mirror { qualifiers.mirror = mirror }
    if let ratio = new.ratio { qualifiers.ratio = ratio }
    if let conversion = new.conversion { qualifiers.conversion = conversion }
    if let published = new.published { qualifiers.published = published }
    if let grouping = new.grouping { qualifiers.grouping = grouping }
    if let window = new.window { qualifiers.window = window }
    if let vintage = new.vintage { qualifiers.vintage = vintage }
    if let condition = new.condition { qualifiers.condition = condition }
    if let hole = new.hole { qualifiers.hole = hole }
    if !changes.transforms.isEmpty { transforms = changes.transforms }
  }
}

extension Share {
  fileprivate mutating func takeEntities(_ new: Qualifiers) {
    var changes = Phrase(.hole, at: Location(SourceSpan(0, 0)))
    changes.qualifiers.partners = new.partners
    changes.qualifiers.products = new.products
    changes.qualifiers.excluding = new.excluding
    changes.qualifiers.mirror = new.mirror
    if var whole {
      whole.take(changes)
      self.whole = whole
    } else if case .phrase(var phrase) = part {
      phrase.take(changes)
      part = .phrase(phrase)
    }
  }
}

extension Qualifiers {
  fileprivate mutating func removeEntities() {
    partners = nil
    products = []
    excluding = []
    mirror = nil
  }
}
