import Columns
import Foundation
import TestKit
import Testing

/// Files packed by gzip and pipes come in as plain files do.
@Suite struct StreamTests {
  private let file = ScratchFile()

  private static let plan = CSVImport(
    keys: [.field("flow"), .field("reporter"), .field("product"), .field("period")],
    value: "value",
    order: ClusterOrder(outer: [0, 1], line: 2, inner: 3)
  )

  /// Lines of more bytes than are in memory at once, some of them refused.
  private static let csv: Data = {
    var generator = SeededGenerator(seed: 23)
    var text = "period,flow,reporter,product,value,note\n"
    let note = String(repeating: "x", count: 120)
    for number in 0..<160_000 {
      let value =
        number % 50_000 == 49_999 ? "none" : "\(Int.random(in: 1...999, using: &generator))"
      let place = Int.random(in: 100..<140, using: &generator)
      text += "2024\(10 + number % 3),X,P\(place),\(1000 + number % 700),\(value),\(note)\n"
    }
    return Data(text.utf8)
  }()

  private func imported(_ source: String) throws -> (bytes: Data, report: CSVImportReport) {
    let report = try Self.plan.run(source, to: file.path)
    return (try Data(contentsOf: URL(fileURLWithPath: file.path)), report)
  }

  private func write(_ data: Data, _ suffix: String) throws -> String {
    let path = file.path + suffix
    try data.write(to: URL(fileURLWithPath: path))
    return path
  }

  /// The data as the program `gzip` packs it; nil where there is no such program.
  private func packed(_ data: Data) throws -> Data? {
    let program = "/usr/bin/gzip"
    guard FileManager.default.isExecutableFile(atPath: program) else { return nil }
    let source = try write(data, ".raw")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["-1", "-n", "-c", source]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let result = try pipe.fileHandleForReading.readToEnd()
    process.waitUntilExit()
    return result
  }

  @Test func `gzip, two of it in one file, and a pipe give the store that the file gives`() throws {
    let plain = try imported(write(Self.csv, ".csv"))
    #expect(plain.report.rowCount == 159_997)
    #expect(plain.report.refusals.map(\.line) == [50_001, 100_001, 150_001])

    if let whole = try packed(Self.csv) {
      let once = try imported(write(whole, ".gz"))
      #expect(once.bytes == plain.bytes)
      #expect(once.report.refusals == plain.report.refusals)
      #expect(once.report.lineCount == plain.report.lineCount)
      #expect(once.report.byteCount == whole.count)

      let middle = Self.csv.count / 2
      if let first = try packed(Self.csv[..<middle]), let second = try packed(Self.csv[middle...]) {
        let twice = try imported(write(first + second + Data([0, 0, 0]), ".gz"))
        #expect(twice.bytes == plain.bytes)
      }
    }

    let pipe = file.path + ".pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    let writer = Thread {
      guard let handle = FileHandle(forWritingAtPath: pipe) else { return }
      try? handle.write(contentsOf: Self.csv)
      try? handle.close()
    }
    writer.start()
    let piped = try imported(pipe)
    #expect(piped.bytes == plain.bytes)
    #expect(piped.report.refusals == plain.report.refusals)
  }

  @Test func `a file packed by gzip that breaks off or is damaged leaves nothing behind`() throws {
    guard let whole = try packed(Self.csv) else { return }
    let cut = try write(whole.dropLast(9000), ".gz")
    #expect(throws: StoreError.damagedArchive(path: cut, breaksOff: true)) { try imported(cut) }
    var bytes = whole
    bytes[whole.count / 2] ^= 0x55
    bytes[whole.count / 2 + 1] ^= 0x55
    let broken = try write(bytes, ".gz")
    #expect(throws: StoreError.damagedArchive(path: broken, breaksOff: false)) {
      try imported(broken)
    }
    #expect(!file.neighbours.contains(file.name))
  }

  @Test func `a line longer than what is in memory is refused, and the next one is read`() throws {
    guard
      let data = try packed(
        Data("flow,reporter,product,period,value,note\nX,DEU,1,2024,1,".utf8)
          + Data(repeating: UInt8(ascii: "y"), count: 18 << 20)
          + Data("\nX,DEU,1,2024,2,\nX,DEU,1,2024,bad,".utf8)
      )
    else { return }
    let report = try imported(write(data, ".gz")).report
    #expect(report.rowCount == 1)
    #expect(report.refusals.map { "\($0.line) \($0.reason)" } == ["2 tooLong", "4 notANumber"])
  }

  @Test func `waiting for a pipe can be given up`() throws {
    let pipe = file.path + ".pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    // Somebody holds the pipe open and writes nothing.
    let end = open(pipe, O_RDWR)
    defer { close(end) }
    #expect(throws: StoreError.cancelled) { try CSVSource(pipe, isCancelled: { true }) }
  }
}
