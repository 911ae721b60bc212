import Periods

/// A partner or reporter: a country, a territory, a dated group of them, or the world.
package struct Place: Hashable, Sendable {
  /// A stable key: the ISO 3166 alpha-3 code of a country, a short word for a group (`EU`, `WLD`).
  package var code: String

  /// The spelling in readings and tables: `US`, `South Korea`, `Latin America`.
  package var name: String

  /// Other spellings, with codes, former names and the Chinese name.
  package var aliases: [String]

  package var kind: Kind

  /// The UN M49 code; 0 where there is none.
  package var m49: Int

  /// The continent by M49, in lower case (`asia`); empty for groups.
  package var region: String

  package enum Kind: Hashable, Sendable {
    case country
    case world
    /// Members with the days they joined and left; empty where the figures define the group.
    case group([Membership])
  }

  package struct Membership: Hashable, Sendable {
    package var member: String
    package var joined: Day?
    package var left: Day?

    package init(_ member: String, joined: Day? = nil, left: Day? = nil) {
      self.member = member
      self.joined = joined
      self.left = left
    }
  }

  package init(
    code: String,
    name: String,
    aliases: [String] = [],
    kind: Kind = .country,
    m49: Int = 0,
    region: String = ""
  ) {
    self.code = code
    self.name = name
    self.aliases = aliases
    self.kind = kind
    self.m49 = m49
    self.region = region
  }
}
