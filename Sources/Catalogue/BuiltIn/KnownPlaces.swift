import BuiltInData
import Periods

extension Place {
  /// All places that have a name here, whether or not a data set holds figures of them.
  package static let known: [Place] = readCountries() + readGroups()

  /// The place with a code; nil where none has it.
  package static func known(_ code: String) -> Place? { knownByCode[code] }

  private static let knownByCode = Dictionary(uniqueKeysWithValues: known.map { ($0.code, $0) })

  // country ::= code m49 region name aliases
  private static func readCountries() -> [Place] {
    Field(place_countries()).lines.map { line in
      let fields = Array(line.fields)
      guard fields.count >= 4, let m49 = fields[1].integer() else {
        preconditionFailure("a country has a code, a number, a region and a name: \(line.text)")
      }
      return Place(
        code: fields[0].text,
        name: fields[3].text,
        aliases: fields.count > 4 ? fields[4].names : [],
        m49: m49,
        region: fields[2].text
      )
    }
  }

  // group ::= code m49 name aliases members
  private static func readGroups() -> [Place] {
    Field(place_groups()).lines.map { line in
      let fields = Array(line.fields)
      guard fields.count >= 4, let m49 = fields[1].integer() else {
        preconditionFailure("a group has a code, a number, a name and aliases: \(line.text)")
      }
      let code = fields[0].text
      return Place(
        code: code,
        name: fields[2].text,
        aliases: fields[3].names,
        kind: code == "WLD" ? .world : .group(fields.count > 4 ? memberships(fields[4]) : []),
        m49: m49
      )
    }
  }

  // members ::= (code ('@' day)? ('!' day)?)*
  private static func memberships(_ field: Field) -> [Membership] {
    field.words.map { word in
      let bytes = word.bytes
      func day(after mark: Unicode.Scalar) -> Day? {
        guard let position = bytes.firstIndex(of: UInt8(ascii: mark)) else { return nil }
        let end = min(position + 11, bytes.count)
        return Field(UnsafeBufferPointer(rebasing: bytes[(position + 1)..<end])).day
      }
      let code = bytes.prefix { $0 != UInt8(ascii: "@") && $0 != UInt8(ascii: "!") }
      return Membership(
        String(decoding: code, as: UTF8.self),
        joined: day(after: "@"),
        left: day(after: "!")
      )
    }
  }
}
