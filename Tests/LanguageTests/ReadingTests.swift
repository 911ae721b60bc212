import Guidance
import Language
import Testing

@Suite("The canonical reading")
struct ReadingTests {
  /// What is typed, and the one way in which it is printed.
  static let readings: [(String, String)] = [
    ("exports", "exports"),
    ("EXPORTS to usa yoy", "exports to US yoy"),
    ("exports yoy to US", "exports to US yoy"),
    ("exports since 2020 yoy to US", "exports to US yoy since 2020"),
    ("exports 2025Q1", "exports 2025-Q1"),
    ("exports Jan-Feb 2026", "exports 2026-01..02"),
    ("exports 2026-01-01/P2M", "exports 2026-01..02"),
    ("exports Nov 2025", "exports 2025-11"),
    ("exports 2024..2025", "exports in 2024..2025"),
    ("exports from 2015 to 2019", "exports in 2015..2019"),
    ("exports since 2020 until 2022", "exports in 2020..2022"),
    ("exports of turkey to Turkey", "exports of turkey to Turkey"),
    ("exports to US, EU, ASEAN", "exports to US, EU, ASEAN"),
    ("exports to US + EU", "exports to US + EU"),
    ("exports to US + Vietnam exports", "exports to US + Vietnam exports"),
    ("exports to US + exports to EU", "exports to US + exports to EU"),
    ("exports to ASEAN excluding Vietnam", "exports to ASEAN excluding Vietnam"),
    ("Vietnam's exports to US", "Vietnam exports to US"),
    ("exports to US vs EU", "exports to US vs exports to EU"),
    ("exports 2025 vs 2024", "exports 2025 vs exports 2024"),
    (
      "exports to US 2024 vs reported by US",
      "exports to US 2024 vs exports to US reported by US 2024"
    ),
    ("exports to US yoy vs mom", "exports to US yoy vs exports to US mom"),
    ("share of exports to US vs EU", "share of exports to US vs share of exports to EU"),
    ("exports vs imports 2025", "exports 2025 vs imports 2025"),
    ("exports yoy vs imports yoy since 2022", "exports yoy since 2022 vs imports yoy since 2022"),
    ("exports - imports in CNY by year", "exports in CNY by year - imports in CNY by year"),
    ("exports > 300 bn since 2024", "exports since 2024 > 300 bn"),
    ("exports - (imports 2025)", "exports - (imports 2025)"),
    ("(exports - imports) 2025", "(exports - imports) 2025"),
    ("exports change yoy", "exports change yoy"),
    ("exports yoy change", "exports change yoy"),
    ("tariff yoy pp", "tariff yoy pp"),
    ("exports 3mma yoy", "exports 3mma yoy"),
    ("exports yoy 3mma", "exports yoy 3mma"),
    ("exports 12msum", "exports rolling 12m sum"),
    ("exports 3m/3m saar", "exports 3m/3m saar"),
    ("exports 5y cagr", "exports 5y cagr"),
    ("exports cagr 2015..2025", "exports cagr 2015..2025"),
    ("exports index 2019=100", "exports index 2019=100"),
    ("exports 同比", "exports yoy"),
    ("top 5 markets by exports of cars 2025", "top 5 partners by exports of cars 2025"),
    (
      "share of Korea in imports of integrated circuits",
      "share of South Korea in imports of integrated circuits"
    ),
    ("surplus as % of gdp by year", "surplus as share of gdp by year"),
    (
      "exports by partner where region = asia and share > 5%",
      "exports by partner where region = asia and share > 5%"
    ),
    ("surplus 2025 > 1 trillion", "surplus 2025 > 1 trillion"),
    ("exports > $3.5bn", "exports > 3.5 bn USD"),
    ("exports > 1,234.5 mn CNY", "exports > 1234.5 mn CNY"),
    ("exports > 5亿", "exports > 500 mn"),
    ("exports * 2,024", "exports * 2,024"),
    ("1 - 2 - 3", "1 - 2 - 3"),
    ("1 - (2 - 3)", "1 - (2 - 3)"),
    ("-2 ^ 2", "-2 ^ 2"),
    ("surplus since WTO accession by year as bars", "surplus by year since WTO accession as bars"),
    ("log(exports to US) since 2020", "exports to US log since 2020"),
    ("log(exports - imports) since 2020", "(exports - imports) log since 2020"),
    ("exports between trade war and covid yoy", "exports yoy between trade war and covid"),
    ("exports between 2018-07 and 2020", "exports between 2018-07 and 2020"),
    ("exports to US sa (stl, lunar) yoy", "exports to US sa (stl, lunar) yoy"),
    (
      "exports forecast 6m since 2025 with intervals",
      "exports forecast 6m since 2025 with interval"
    ),
    ("exports to US during \"trade war\"", "exports to US during trade war"),
    ("exports 2023-03 as of 2023-04-13", "exports 2023-03 as of 2023-04-13"),
    (
      "exports 2023-03 as first published vs as of latest",
      "exports 2023-03 as first published vs exports 2023-03 as of latest"
    ),
    ("average of exports yoy since 2020", "average exports yoy since 2020"),
    ("exports to Côte d'Ivoire", "exports to Côte d'Ivoire"),
    ("exports  # a comment", "exports"),
  ]

  @Test("is one for every way to write a query", arguments: readings)
  func reading(_ typed: String, _ canonical: String) throws {
    let first = try query(typed)
    #expect(first.description == canonical)
    #expect(try query(canonical) == first)
    #expect(try query(canonical).description == canonical)
  }
}

/// The query that an entry holds.
func query(_ text: String) throws -> Query {
  guard case .query(let query) = try parse(text, .sample) else { throw NoQuery() }
  return query
}

struct NoQuery: Error {}
