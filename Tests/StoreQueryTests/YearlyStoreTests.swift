import Engine
import Guidance
import Language
import Testing

@Suite("A store of yearly figures")
struct YearlyStoreTests {
  private let bench: Workbench

  init() throws {
    bench = try Workbench(
      importing: """
        flow,reporter,partner,product,period,value
        X,CHN,USA,854230,2019,100
        X,CHN,DEU,854230,2019,50
        X,CHN,USA,854230,2020,120
        X,CHN,DEU,870310,2020,60.5
        M,CHN,DEU,870310,2020,10
        X,CHN,JPN,870310,2022,30

        """,
      true
    )
  }

  private static let answers: [(text: String, numbers: [String: Double])] = [
    ("exports 2020", ["|": 180.5]),
    ("exports by year 2020", ["|": 180.5]),
    ("surplus 2020", ["|": 170.5]),
    ("exports 2021", ["|": 0]),
    ("exports", ["|2019": 150, "|2020": 180.5, "|2021": 0, "|2022": 30]),
    ("exports to US since 2020", ["|2020": 120, "|2021": 0, "|2022": 0]),
    ("exports by partner 2020", ["US|": 120, "Germany|": 60.5]),
    ("top 1 partners by exports 2020", ["US|": 120]),
    ("exports yoy 2020", ["|": 61.0 / 3]),
    ("exports in 2019-01..2020-12", ["|2019": 150, "|2020": 180.5]),
  ]

  @Test("answers for its years", arguments: answers)
  func years(_ text: String, _ expected: [String: Double]) throws {
    let numbers = try answer(text).numbers
    #expect(Set(numbers.keys) == Set(expected.keys), "\(numbers)")
    for (key, value) in expected { #expect(abs((numbers[key] ?? .nan) - value) < 1e-9, "\(key)") }
  }

  @Test(
    "refuses what is finer",
    arguments: [
      "exports 2020-03", "exports by month", "exports by quarter 2020", "exports 2020Q1",
      "exports by partner 2020-03", "exports mom",
    ]
  )
  func months(_ text: String) throws {
    let error = #expect(throws: Diagnostic.self) { try answer(text) }
    #expect(error?.code == "frequency-mismatch", "\(error?.message ?? "")")
    #expect(error?.message.contains("annual") == true)
  }

  private func answer(_ text: String) throws -> Answer {
    guard case .query(let query)? = try parse(text, bench.vocabulary) else {
      throw Diagnostic("needs-query", "'\(text)' is no query")
    }
    return try Answerer(bench).answer(query)
  }
}
