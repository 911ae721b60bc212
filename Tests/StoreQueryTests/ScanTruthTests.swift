import Engine
import Language
import Testing

@Suite("What explain says of a store's scans")
struct ScanTruthTests {
  @Test("rows are those of the slices and products asked for", arguments: 0..<4)
  func rows(_ seed: UInt64) throws {
    let trade = try RandomTrade(seed: seed, count: 4000, usesRollups: false)
    let lines = try explain("Germany exports of HS 854230 to US", on: trade)
    let wanted = trade.facts.count { fact in
      fact.isExport && fact.reporter == "DEU" && fact.partner == "USA" && fact.product == "854230"
    }
    #expect(lines.count { $0.contains(" of 4,000 rows") } == 1)
    #expect(
      lines.contains { $0.hasSuffix("exports by period: \(wanted) of 4,000 rows") },
      "\(lines)"
    )
    #expect(lines.contains { $0.contains("2021, 2022, 2023 from rows") })
    // One slice of flow, reporter and partner a year.
    #expect(lines.contains { $0.contains("3 slices, ") })
  }

  @Test("a window leaves parts untouched")
  func window() throws {
    let trade = try RandomTrade(seed: 9, count: 4000, usesRollups: false)
    let lines = try explain("exports by partner in 2022-01..2022-12", on: trade)
    let exports = trade.facts.count { $0.isExport && $0.month / 12 == 1 }
    #expect(lines.contains { $0.contains("\(exports) of 4,000 rows") }, "\(lines)")
    #expect(lines.contains { $0.contains("2022 from rows; 2021, 2023 not touched") }, "\(lines)")
  }

  @Test("sums beside the rows are counted one by one")
  func rollups() throws {
    let trade = try RandomTrade(seed: 3, count: 4000, usesRollups: true)
    let lines = try explain("exports by partner", on: trade)
    // Five partners in each of thirty months.
    #expect(lines.count { $0.contains("sums kept beside") } == 1)
    #expect(lines.contains { $0.contains(": 150 sums kept beside the rows") }, "\(lines)")
    #expect(lines.contains { $0.contains("2021, 2022, 2023 from sums") })
    #expect(lines.contains { $0.contains("1,200 bytes") })
  }

  private func explain(_ text: String, on trade: RandomTrade) throws -> [String] {
    guard case .query(let query)? = try parse(text, trade.bench.vocabulary),
      case .text(let lines) = try Answerer(trade.bench).explain(query).content
    else { return [] }
    return lines
  }
}
