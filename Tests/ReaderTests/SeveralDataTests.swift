import Catalogue
import Guidance
import Shell
import TestKit
import Testing

/// Three small files: Germany's trade in euros, America's in dollars, and exchange rates.
///
/// The expected amounts were computed by Python's `decimal` from the same numbers.
@Suite struct SeveralDataTests {
  private let workspace: Workspace

  init() throws {
    let files = MemoryFiles()
    try files.write(
      """
      DATAFLOW,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE
      ESTAT:DS-045409(1.0),M,DE,CN,TOTAL,1,VALUE_IN_EUROS,2024-01,12500000000
      ESTAT:DS-045409(1.0),M,DE,CN,TOTAL,2,VALUE_IN_EUROS,2024-01,8000000000
      ESTAT:DS-045409(1.0),M,DE,US,TOTAL,2,VALUE_IN_EUROS,2024-01,13000000000
      ESTAT:DS-045409(1.0),M,DE,CN,TOTAL,2,VALUE_IN_EUROS,2024-02,7000000000
      """,
      to: "eu.csv",
      over: .anything
    )
    try files.write(
      "observation_date,EXUSEU,EXCHUS\n2024-01-01,1.0905,7.1707\n2024-02-01,1.0795,7.1932\n",
      to: "fx.csv",
      over: .anything
    )
    try files.write(
      """
      Date,Reporter,Partner,Exports USD million,Imports USD million
      2024-01,United States,China,11000,35000
      2024-01,United States,Germany,6000,13900
      """,
      to: "us.csv",
      over: .anything
    )
    var workspace = Workspace(Desk.facts, files: files)
    _ = try workspace.run("import \"fx.csv\" as rates")
    _ = try workspace.run("import \"us.csv\" as america")
    _ = try workspace.run("import \"eu.csv\" as germany")
    self.workspace = workspace
  }

  private func lines(_ inputs: String...) throws -> [String] {
    var workspace = workspace
    var lines: [String] = []
    for input in inputs {
      let reply = try workspace.run(input)
      lines = reply.answer.map { workspace.outputLines($0, input: input) } ?? []
    }
    return lines
  }

  @Test func `answers on euros say so`() throws {
    let answer = try lines("exports to China 2024-01")
    #expect(answer == ["exports to China · Jan 2024 · EUR bn", "8.0", "source  eu.csv"])
    #expect(try lines("surplus with China 2024-01").contains("−4.5"))
  }

  @Test(arguments: [
    // 8.0 × 1.0905; 8.0 × 1.0905 + 7.0 × 1.0795
    ("exports to China 2024-01 in USD", "USD bn", "8.7"),
    ("exports to China 2024-01..02 in USD", "USD bn", "16.3"),
  ])
  func `euros become dollars at each month's rate`(
    query: String,
    unit: String,
    amount: String
  ) throws {
    let answer = try lines(query)
    #expect(answer.joined(separator: " ").contains("at each month's rate"))
    #expect(answer.first?.hasSuffix(unit) == true)
    #expect(answer.contains { $0.hasPrefix(amount) }, "\(answer)")
    #expect(answer.last?.contains("Federal Reserve") == true)
  }

  @Test func `a rate is turned round, and two make a third`() throws {
    // 6.0 ÷ 1.0905 = 5.502; 6.0 × 7.1714, the yuan rate being the built-in one.
    #expect(try lines("use america", "exports to Germany 2024-01 in EUR").contains("5.5"))
    #expect(try lines("use america", "exports to Germany 2024-01 in CNY").contains("43.0"))
    // 13.0 × 1.0905 × 7.1714 = 101.67
    #expect(try lines("use germany", "exports to US 2024-01 in CNY").contains("101.7"))
  }

  @Test func `explain shows the rate that was worked out`() throws {
    let answer = try lines("use america", "explain exports to Germany 2024-01 in EUR")
    #expect(answer.contains { $0.contains("6.0 × 0.9170 = 5.502 bn") }, "\(answer)")
  }

  @Test func `a currency without rates says which have some`() throws {
    var workspace = workspace
    let error = #expect(throws: Diagnostic.self) {
      _ = try workspace.run("exports to China 2024-01 in KRW")
    }
    #expect(error?.code == "rates-not-loaded")
    #expect(error?.message.contains("USD") == true && error?.message.contains("EUR") == true)
  }

  @Test func `the other side's figures come from the data set that has them`() throws {
    let answer = try lines(
      "use america",
      "exports to China reported by China vs exports to China 2024-01"
    )
    #expect(answer.contains { $0.contains("reported by China") && $0.contains("14.3") })
    #expect(answer.contains { $0.hasPrefix("exports to China  ") && $0.contains("11.0") })
    #expect(answer.last?.contains("China Customs (GACC)") == true)
    #expect(answer.last?.contains("us.csv") == true)
  }

  @Test func `a data card tells source, reach, units, vintages and gaps`() throws {
    let card = try lines("describe germany")
    #expect(card.first == "germany · SDMX-CSV (eu.csv)")
    for line in [
      "  source       eu.csv", "  licence      not stated in the data",
      "  periods      2024-01 to 2024-02, monthly", "  reporters    Germany",
      "  partners     2 countries, 0 groups, no world total", "  units        EUR",
      "  published    one vintage, of no known day",
    ] {
      #expect(card.contains(line), "\(card)")
    }
    #expect(
      try lines("describe china-customs").contains { $0.contains("licence      each source") }
    )
  }

  @Test func `find looks into every data set and all that is known by name`() throws {
    let found = try lines("find soy")
    #expect(found.contains { $0.hasPrefix("soybeans") && $0.contains("good, HS 1201") })
    #expect(found.contains { $0.contains("products in china-customs") })
    #expect(try lines("find exuseu").contains { $0.contains("measures") })
    #expect(try lines("find covid").contains { $0.contains("events in china-customs") })
    #expect(try lines("find america").contains { $0.contains("data: ") })
  }
}
