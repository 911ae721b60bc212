import Catalogue
import Guidance
import TestKit
import Testing

/// Whatever a file holds, reading it ends in figures or in a diagnostic.
@Suite struct BadInputTests {
  private func read(_ bytes: [UInt8]) { _ = try? importFile(bytes, named: "t.csv") }

  @Test func `random bytes end in a diagnostic`() {
    var generator = SeededGenerator(seed: 7)
    for length in [0, 1, 2, 3, 10, 100, 5000] {
      for _ in 0..<40 {
        read((0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) })
      }
    }
  }

  @Test func `random tables end in figures or a diagnostic`() {
    var generator = SeededGenerator(seed: 11)
    let pieces = [
      "Date", "exports", "imports", "2020-01", "2020", "1.5", "\"", ",", ",", ",", "\n", "\n", ";",
      "\t", "\r", "World", "Japan", "-", "1e400", "TIME_PERIOD", "OBS_VALUE", "STRUCTURE",
      "STRUCTURE_ID", "FlowCode", "{", "}", "[", "]", ":", "\"data\"", "\"cmdCode\"", "年", "月",
      "2020年1月", "9999999999999999999", "2020-01-01/P", "..", "x: y", "Country Name",
    ]
    for _ in 0..<2000 {
      let count = Int.random(in: 1...60, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      read(Array(text.utf8))
    }
  }

  @Test(
    .enabled(if: SampleFiles.areThere, "../shared/data/files is not there"),
    arguments: [
      "comtrade_new_portal_csv/TradeData_4_16_2023_14_22_28.csv",
      "comtrade_api_json/HS-60a6ad.json", "sdmx_csv_examples/example-05.csv",
      "gacc_by_country_2024_cny/gac_monthly_clean.csv", "fred_us_china/IMPCH.csv",
      "us_census_country_monthly/EXTRACT_china_5700_1985-2022.csv",
      "messy_bilateral_2001_2019/japan-china-trade-data.csv",
    ]
  )
  func `a file cut anywhere, or with a byte changed, ends in figures or a diagnostic`(
    file: String
  ) throws {
    let bytes = try SampleFiles.bytes(of: file)
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<60 {
      read(Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator))))
      var changed = Array(bytes.prefix(4000))
      for _ in 0..<3 {
        let position = Int.random(in: changed.indices, using: &generator)
        changed[position] = UInt8.random(in: 0...255, using: &generator)
      }
      read(changed)
    }
  }

  @Test func `a line of a million letters ends in a diagnostic`() {
    read(Array(repeating: UInt8(ascii: "a"), count: 1_000_000))
    read(Array(("Date,Exports\n2020-01," + String(repeating: "1", count: 1_000_000)).utf8))
    read(Array(repeating: UInt8(ascii: ","), count: 1_000_000))
    read(Array(repeating: UInt8(ascii: "\""), count: 1_000_000))
    read(Array(repeating: UInt8(ascii: "["), count: 1_000_000))
  }

  @Test func `JSON that breaks off says in which line`() {
    let error = #expect(throws: Diagnostic.self) {
      try imported(
        "{\"data\": [{\"cmdCode\": \"TOTAL\",\n\"flowCode\": \"M\", \"primaryValue\": 1",
        named: "t.json"
      )
    }
    #expect(error?.code == "bad-json")
    #expect(error?.message.contains("line 2") == true)
  }
}
