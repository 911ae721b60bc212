import Columns
import Foundation
import TestKit
import Testing

@Suite struct ImportTests {
  private let file = ScratchFile()

  private static func plan(_ threads: Int = 2) -> CSVImport {
    var plan = CSVImport(
      keys: [.field("flow"), .field("reporter"), .field("product"), .field("period")],
      value: "value",
      order: ClusterOrder(outer: [0, 1], line: 2, inner: 3)
    )
    plan.threads = Threads(threads)
    return plan
  }

  private func rows(_ csv: String, _ plan: CSVImport = plan()) throws -> (
    rows: [String], report: CSVImportReport
  ) {
    let source = file.path + ".csv"
    try Data(csv.utf8).write(to: URL(fileURLWithPath: source))
    defer { try? FileManager.default.removeItem(atPath: source) }
    let report = try plan.run(source, to: file.path)
    let store = try Store(file.path)
    try store.verify()
    let rows = (0..<store.table.rowCount).map { row in
      let keys = store.table.keys.indices.map { store.dictionaries[$0][store.table.keys[$0][row]] }
      return "\(keys.joined(separator: " ")) \(store.table.values[row])"
    }
    return (rows.sorted(), report)
  }

  @Test(arguments: [1, 2, 3])
  func `rows come in whatever the order of the fields`(threads: Int) throws {
    let csv = #"""
      note,period,value,product,unused,reporter,flow
      x,202401,12.5,8703,"a, b",DEU,X
      ,202401,0.07,8703,,FRA,M
      y,202312,1234567890123.45,850440,z,DEU,X\#r
      y,202312,-3,"870,3",z,"the ""Netherlands""",X
      y,202312,1.5e3,a product with a long name,z,DEU,X
      """#
    let (rows, report) = try rows(csv, Self.plan(threads))
    #expect(
      rows == [
        "M FRA 8703 202401 0.07", "X DEU 850440 202312 1234567890123.45",
        "X DEU 8703 202401 12.5", "X DEU a product with a long name 202312 1500.0",
        "X the \"Netherlands\" 870,3 202312 -3.0",
      ]
    )
    #expect(report.rowCount == 5)
    #expect(report.refusedCount == 0)
  }

  @Test func `lines that are no facts are counted, and the first are named`() throws {
    let csv = """
      flow,reporter,product,period,value,more
      X,DEU,8703,202401,1.00,
      X,DEU,8703
      X,,8703,202401,1,
      X,DEU,8703,202401,,

      X,DEU,8703,202401,abc,
      X,DEU,8703,202401,1.005,
      X,DEU,8703,202401,99999999999999999999,
      X,"DEU,8703,202401,1,
      X,DEU,8703,202401,.,
      X,DEU,8703,202401,1.5000,
      """
    let (rows, report) = try rows(csv)
    #expect(rows == ["X DEU 8703 202401 1.0", "X DEU 8703 202401 1.5"])
    #expect(report.refusedCount == 8)
    #expect(
      report.refusals.map { "\($0.line) \($0.reason)" } == [
        "3 missingField", "4 emptyKey(column: 1)", "5 emptyValue", "7 notANumber", "8 tooFine",
        "9 tooLarge", "10 openQuote", "11 notANumber",
      ]
    )
    #expect(report.lineCount == 12)
  }

  @Test func `the caller renames texts and refuses some`() throws {
    var plan = Self.plan()
    plan.keys[1] = .constant("Germany")
    plan.accept = { column, text in
      guard column == 0 else { return text }
      return ["X": "exports", "x": "exports", "M": "imports"][text]
    }
    let csv = "flow,product,period,value\nX,1,2024,1\nx,1,2024,2\nQ,1,2024,4\nM,1,2024,8\n"
    let (rows, report) = try rows(csv, plan)
    #expect(
      rows == [
        "exports Germany 1 2024 1.0", "exports Germany 1 2024 2.0", "imports Germany 1 2024 8.0",
      ]
    )
    #expect(
      report.refusals == [CSVImportReport.Refusal(line: 4, reason: .unacceptedKey(column: 0))]
    )
  }

  @Test(arguments: [0, 1 << 16, 512 << 20])
  func `large files come in piece by piece, with any limit of memory`(limit: Int) throws {
    var generator = SeededGenerator(seed: 9)
    var sums: [String: Int] = [:]
    var csv = "period,flow,reporter,product,value\n"
    for _ in 0..<60_000 {
      let period = 202_401 + 100 * Int.random(in: 0..<3, using: &generator)
      let flow = Bool.random(using: &generator) ? "X" : "M"
      let cents = Int.random(in: 1...10_000_000, using: &generator)
      let place = Int.random(in: 100..<140, using: &generator)
      csv += "\(period),\(flow),P\(place),\(Int.random(in: 1000..<1500, using: &generator)),"
      csv += "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)\n"
      sums["\(flow) \(period)", default: 0] += cents
    }
    var plan = Self.plan()
    plan.memoryLimit = limit
    let source = file.path + ".csv"
    try Data(csv.utf8).write(to: URL(fileURLWithPath: source))
    let report = try plan.run(source, to: file.path)
    #expect(report.rowCount == 60_000)
    #expect(report.isSpilled == (limit < 1 << 20))
    let store = try Store(file.path)
    let groups = store.table.sums(FactTable.Scan(filters: [], groups: [0, 3])).groups
    for group in groups {
      let name = "\(store.dictionaries[0][group.codes[0]]) \(store.dictionaries[3][group.codes[1]])"
      #expect(group.sum == Double(sums[name] ?? 0) / 100)
    }
    #expect(groups.count == 6)
    try? FileManager.default.removeItem(atPath: source)
    #expect(file.neighbours == [file.name])
  }

  @Test func `a month is added to a store once, and what was there stays`() throws {
    _ = try rows("flow,reporter,product,period,value\nX,DEU,8703,202411,1\nX,DEU,8703,202501,2\n")
    let source = file.path + ".csv"
    defer { try? FileManager.default.removeItem(atPath: source) }
    try Data("flow,reporter,product,period,value\nM,FRA,0101,202502,0.25\n".utf8)
      .write(to: URL(fileURLWithPath: source))
    let report = try Self.plan().append(source, to: file.path)
    #expect(report.rowCount == 1)
    let store = try Store(file.path)
    try store.verify()
    let sums = store.table.sums(FactTable.Scan(filters: [], groups: [0, 3])).groups
    let texts = sums.map { group in
      "\(store.dictionaries[0][group.codes[0]]) \(store.dictionaries[3][group.codes[1]]) \(group.sum)"
    }
    #expect(texts.sorted() == ["M 202502 0.25", "X 202411 1.0", "X 202501 2.0"])
    #expect(throws: StoreError.alreadyThere(text: "202502")) {
      try Self.plan().append(source, to: file.path)
    }
    #expect(try Store(file.path).table.rowCount == 3)
    let others = try FileManager.default.contentsOfDirectory(
      atPath: URL(fileURLWithPath: file.path).deletingLastPathComponent().path
    )
    #expect(!others.contains { $0.hasSuffix(".adding") })
  }

  @Test func `a cancelled import leaves nothing behind`() throws {
    let csv =
      "flow,reporter,product,period,value\n"
      + String(repeating: "X,DEU,8703,202401,1\n", count: 1000)
    let source = file.path + ".csv"
    try Data(csv.utf8).write(to: URL(fileURLWithPath: source))
    for stop in 1...3 {
      var questions = 0
      #expect(throws: StoreError.cancelled) {
        try Self.plan().run(
          source,
          to: file.path,
          isCancelled: {
            questions += 1
            return questions == stop
          }
        )
      }
      #expect(file.neighbours == [file.name + ".csv"])
    }
  }

  @Test func `a field that is not there is named with those that are`() throws {
    #expect(throws: StoreError.unknownField("reporter", fields: ["flow", "value"])) {
      try rows("flow,value\nX,1\n")
    }
    #expect(throws: StoreError.self) { try rows("") }
  }
}
