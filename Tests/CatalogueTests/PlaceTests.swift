import Catalogue
import Periods
import Testing

@Suite struct PlaceTests {
  @Test func `there are 249 countries and territories of ISO 3166, and Kosovo`() {
    #expect(Place.known.count { $0.kind == .country } == 250)
  }

  @Test func `every spelling leads to one place`() {
    var owners: [String: String] = [:]
    for place in Place.known {
      for spelling in [place.name.lowercased()] + place.aliases {
        #expect(owners.updateValue(place.code, forKey: spelling) == nil, "\(spelling)")
      }
    }
  }

  @Test(arguments: [
    ("USA", "US", 840, "americas"), ("GBR", "UK", 826, "europe"),
    ("KOR", "South Korea", 410, "asia"), ("TUR", "Turkey", 792, "asia"),
    ("CIV", "Ivory Coast", 384, "africa"),
    ("NZL", "New Zealand", 554, "oceania"),
  ])
  func `a country has its common name`(
    code: String,
    name: String,
    m49: Int,
    region: String
  ) throws {
    let place = try #require(Place.known(code))
    #expect(place.name == name)
    #expect(place.m49 == m49)
    #expect(place.region == region)
  }

  @Test(arguments: [("JPN", "日本"), ("DEU", "德国"), ("USA", "america"), ("MMR", "burma")])
  func `a country answers to other names`(code: String, alias: String) throws {
    #expect(try #require(Place.known(code)).aliases.contains(alias))
  }

  @Test func `members of groups are known places`() {
    for place in Place.known {
      for member in place.memberships {
        #expect(Place.known(member.member) != nil, "\(member.member) in \(place.name)")
      }
    }
  }

  @Test(arguments: [
    ("EU", "2003-12-31", 15), ("EU", "2004-05-01", 25), ("EU", "2013-07-01", 28),
    ("EU", "2020-02-01", 27), ("ASEAN", "2025-10-25", 10), ("ASEAN", "2025-10-26", 11),
    ("EUROAREA", "1999-01-01", 11), ("EUROAREA", "2026-01-01", 21), ("G7", "2025-01-01", 7),
    ("G20", "2025-01-01", 19), ("OECD", "2025-01-01", 38), ("OPEC", "2025-01-01", 12),
    ("RCEP", "2025-01-01", 14), ("CPTPP", "2025-01-01", 12), ("GCC", "2025-01-01", 6),
    ("APEC", "1989-12-31", 12), ("APEC", "2025-01-01", 21),
  ])
  func `a group has the members of its day`(code: String, date: String, count: Int) throws {
    let group = try #require(Place.known(code))
    let date = try day(date)
    #expect(group.members(on: date).count == count)
  }

  @Test func `the figures define Belt and Road`() throws {
    #expect(try #require(Place.known("BRI")).kind == .group([]))
  }
}
