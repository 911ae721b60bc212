import Columns
import Engine
import Foundation
import Guidance
import Periods
import Shell
import TestKit
import Testing

@testable import Catalogue

/// What is written out whole is the same when it is read again.
@Suite struct RoundTripTests {
  @Test(arguments: ExchangeForm.allCases)
  func `the built-in figures come back with their vintages, units and sources`(
    form: ExchangeForm
  ) throws {
    let data = DataSet.chinaCustoms
    let report = try imported(data.exchangeText(form), named: "x.\(form)")
    let again = report.data
    #expect(again.fingerprint == data.fingerprint)
    #expect(report.refused.count == 0)
    #expect(again.reporter == data.reporter)
    #expect(again.publications == data.publications)
    #expect(Set(again.units) == Set(data.units))
    for row in stride(from: 0, to: data.facts.rowCount, by: 37) {
      #expect(again.origin(row) == data.origin(row))
    }
    let names = { (data: DataSet) in Set(data.indicators.map(\.name)) }
    #expect(names(again) == names(data))
  }

  @Test func `JSON keeps events, releases and the terms of use as well`() throws {
    let data = DataSet.chinaCustoms
    let again = try imported(data.exchangeText(.json), named: "x.json").data
    #expect(again.events == data.events)
    #expect(again.releases == data.releases)
    #expect(again.indicators == data.indicators)
    #expect(again.issuers == data.issuers)
    #expect(again.licence == data.licence)
  }

  @Test(arguments: [
    "Date,Partner,HS,Exports EUR,Imports EUR\n2020-01,Zenda,99,1.1,2\n2020-02,\"Far, East\",0101,3,-4\n",
    "observation_date,EXUSEU,IMPCH\n2020-01-01,1.0905,5\n2020-02-01,.,6.25\n",
    "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,FLOW,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE\n"
      + "dataflow,A:B(1.0),I,S,CN,X,GBP,2024-S1,12.5\ndataflow,A:B(1.0),I,A,CN,X,GBP,2023,7e-3\n",
  ])
  func `an imported file comes back from every form`(text: String) throws {
    let data = try imported(text).data
    for form in ExchangeForm.allCases {
      let again = try imported(data.exchangeText(form), named: "x").data
      #expect(again.fingerprint == data.fingerprint, "\(form)")
      #expect(again.places.map(\.name).sorted() == data.usedPlaces.sorted(), "\(form)")
    }
  }

  @Test func `a store keeps every figure, whatever its decimals`() throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "round-trip-\(UUID().uuidString).tws").path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let data = DataSet.chinaCustoms
    try data.write(toStore: path)
    let again = try #require(DataSet.stored(in: try Store(path), name: "again"))
    #expect(again.lines == data.lines)
    #expect(again.indicators == data.indicators)
    #expect(again.events == data.events)
    #expect(again.reporter == "CHN")
    #expect(Set(again.publications) == Set(data.publications))
  }

  @Test func `a session exports a data set and imports it again`() throws {
    let files = MemoryFiles()
    var workspace = Workspace(Desk.facts, files: files)
    _ = try workspace.run("export china-customs into \"all.csv\"")
    _ = try workspace.run("import \"all.csv\" as again")
    let answer = try #require(try workspace.run("exports 2024 as first published").answer)
    let own = workspace.outputLines(answer, input: "")
    _ = try workspace.run("use china-customs")
    let other = try #require(try workspace.run("exports 2024 as first published").answer)
    #expect(own.dropLast() == workspace.outputLines(other, input: "").dropLast())
    for (input, code) in [
      ("export nowhere into \"x.csv\"", "unknown-data-set"),
      ("export china-customs into \"x.doc\"", "unknown-ending"),
      ("export china-customs into \"x.tws\"", "files-refused"),
    ] {
      let error = #expect(throws: Diagnostic.self) { _ = try workspace.run(input) }
      #expect(error?.code.rawValue == code)
    }
  }

  @Test func `a damaged row of a written file is counted, or stops it`() throws {
    let text =
      "series,measure,aggregation,reporter,reporter name,partner,partner name,product,"
      + "product name,unit,period,value,published,status,basis,method,sources,default reporter\n"
      + "exports,,,CHN,,WLD,,TOTAL,,USD,2024-01,5,,first,,,,CHN\n"
      + "exports,,,CHN,,WLD,,TOTAL,,USD,2024-02,many,,first,,,,CHN\n"
    let report = try imported(text)
    #expect(report.refused.first.map(\.line) == [3])
    var options = ImportOptions()
    options.isStrict = true
    #expect(throws: Diagnostic.self) { try imported(text, options) }
  }
}

extension DataSet {
  fileprivate func code(_ column: FactColumn, _ row: Int) -> Int {
    facts.keys[column.rawValue][row]
  }

  /// The origin of a row with its sources spelled out.
  fileprivate func origin(_ row: Int) -> [String] {
    let origin = origins[code(.origin, row)]
    let sources = origin.sources.members.map { self.sources[Int($0)] }
    return [origin.status.rawValue, origin.basis, origin.method]
      + sources.map { "\($0.publisher) \($0.address)" }.sorted()
  }

  fileprivate var usedPlaces: [String] {
    let codes = (0..<facts.rowCount).flatMap { [code(.reporter, $0), code(.partner, $0)] }
    return Set(codes).map { places[$0].name }
  }

  /// Every figure as a line, in one order.
  fileprivate var lines: [String] {
    (0..<facts.rowCount).map { row in
      let words = [
        series[code(.series, row)], (reporterPlaces ?? places)[code(.reporter, row)].code,
        places[code(.partner, row)].code, products[code(.product, row)].code,
        "\(units[code(.unit, row)])", "\(periods[code(.period, row)])",
        publications[code(.publication, row)]?.description ?? "", "\(facts.values[row])",
      ]
      return (words + origin(row)).joined(separator: "\t")
    }.sorted()
  }
}
