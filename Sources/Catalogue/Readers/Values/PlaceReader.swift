/// Finds the place that a file means by codes and names.
struct PlaceReader: Sendable {
  /// The places that were met, by the code given to them.
  private(set) var strangers: [String: Place] = [:]
  private var known: [String: Place] = [:]

  /// The place of an ISO code, a UN number and a name, each of which may be empty.
  ///
  /// A place that nobody knows becomes one of its own, under the name that the file gives it.
  mutating func place(iso: String = "", number: String = "", name: String) -> Place {
    let key = "\(iso)\t\(number)\t\(name)"
    if let place = known[key] { return place }
    let place =
      Place.known(iso: iso) ?? Place.known(number: number) ?? Place.known(spelled: name)
      ?? stranger(iso: iso, number: number, name: name)
    known[key] = place
    return place
  }

  private mutating func stranger(iso: String, number: String, name: String) -> Place {
    let name = [name, iso, number].first { !$0.isEmpty } ?? "unnamed"
    return stranger(name, isAggregate: PlaceSpellings.isAggregate(name))
  }

  /// A place that is known to no list, under the name that the file gives it.
  mutating func stranger(_ name: String, isAggregate: Bool) -> Place {
    let spelled = name.allSatisfy { !$0.isLowercase } && name.count > 4 ? name.titled : name
    let code = "_" + spelled.plainWord.uppercased()
    if let place = strangers[code] { return place }
    let place = Place(code: code, name: spelled, kind: isAggregate ? .group([]) : .country)
    strangers[code] = place
    return place
  }
}

extension Place {
  static func known(iso: String) -> Place? {
    guard !iso.isEmpty else { return nil }
    let code = iso.uppercased()
    return Place.known(PlaceSpellings.codes[code] ?? AlphaTwo.alphaThree(code) ?? code)
  }

  static func known(number: String) -> Place? {
    guard let number = Int(number) else { return nil }
    if let code = PlaceSpellings.numbers[number] { return Place.known(code) }
    return byNumber[number]
  }

  /// The place that a name stands for, in any of the spellings of the usual sources.
  static func known(spelled name: String) -> Place? {
    guard !name.isEmpty else { return nil }
    let key = name.placeKey
    return byName[key] ?? byName[key.withoutAddition] ?? key.withoutForm.flatMap { byName[$0] }
  }

  private static let byNumber: [Int: Place] = Dictionary(
    Place.known.filter { $0.m49 > 0 }.map { ($0.m49, $0) },
    uniquingKeysWith: { first, _ in first }
  )

  private static let byName: [String: Place] = {
    var names: [String: Place] = [:]
    for (code, spellings) in PlaceSpellings.names {
      for spelling in spellings { names[spelling.placeKey] = Place.known(code) }
    }
    for place in Place.known {
      for spelling in [place.name, place.code] + place.aliases
      where names[spelling.placeKey] == nil {
        names[spelling.placeKey] = place
      }
    }
    for (code, spellings) in PlaceLanguages.names {
      for spelling in spellings where names[spelling.placeKey] == nil {
        names[spelling.placeKey] = Place.known(code)
      }
    }
    return names
  }()
}

extension String {
  /// A name without case, accents, points and articles: `St. Kitts & Nevis` is `saint kitts and nevis`.
  fileprivate var placeKey: String {
    let pieces = lowercased().map { PlaceSpellings.plain[$0] ?? $0 }
      .split { !$0.isLetter && !$0.isNumber }.map { String($0) }
    var words = String(lowercased().map { PlaceSpellings.plain[$0] ?? $0 })
      .replacing("&", with: " and ")
      .split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if pieces.isEmpty { return self }
    words = words.map { PlaceSpellings.words[$0] ?? $0 }.filter { $0 != "the" }
    return words.joined(separator: " ")
  }

  /// The key without what a source adds, as `of` does in `Total of World`.
  fileprivate var withoutAddition: String {
    for ending in [" nsa", " sa", " total", " not seasonally adjusted"] where hasSuffix(ending) {
      return String(dropLast(ending.count))
    }
    return self
  }

  /// The key without the form of the state: `albania` of `republic of albania`; nil without one.
  fileprivate var withoutForm: String? {
    let words = split(separator: " ")
    guard let of = words.firstIndex(of: "of"), of > 0, of + 1 < words.count,
      words[..<of].allSatisfy({ PlaceSpellings.forms.contains(String($0)) })
    else { return nil }
    return words[(of + 1)...].joined(separator: " ")
  }

  /// `SAUDI ARABIA` as `Saudi Arabia`.
  fileprivate var titled: String {
    split(separator: " ", omittingEmptySubsequences: false).map { word in
      word.prefix(1) + word.dropFirst().lowercased()
    }.joined(separator: " ")
  }
}
