import Columns
import Foundation

/// A small store as it was written, with what it has to answer.
package struct SoundStore: Sendable {
  package let bytes: [UInt8]
  /// The file before months were appended.
  package let bytesBeforeAppend: [UInt8]
  /// Where its checksums stand.
  package let seals: StoreSeals
  /// What it answers and, where months were appended, what it answered before.
  package let answers: [StoreAnswers]

  /// What sets the stores apart.
  package enum Form: CaseIterable, Sendable {
    /// Rows of two years, nothing else.
    case plain
    /// Years with sums beside their rows, and a quarter that was appended.
    case rolledUpAndAppended
    /// A column outside the order of the rows with several codes.
    case severalUnits
  }

  package init(_ form: Form, rowCount: Int = 300) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "sound.tws").path
    let facts = SampleFacts(unitCount: form == .severalUnits ? 2 : 1, rowCount: rowCount)
    let isAppended = form == .rolledUpAndAppended
    let first = facts.table(months: isAppended ? 0..<21 : 0..<24)
    let clustered = try first.clustered(
      by: ClusterOrder(outer: [0, 1, 2], line: 3, inner: 5),
      decimals: 2,
      parting: isAppended ? facts.years : nil,
      rollups: isAppended ? .always : .never
    )
    try Store.write(clustered, dictionaries: facts.dictionaries, to: path)
    var answers = [try StoreAnswers(ofStoreAt: path)]
    bytesBeforeAppend = Array(try Data(contentsOf: URL(filePath: path)))
    if isAppended {
      try Store.append(
        facts.table(months: 21..<24),
        dictionaries: facts.dictionaries,
        parting: facts.years,
        to: path
      )
      answers.append(try StoreAnswers(ofStoreAt: path))
    }
    self.answers = answers
    bytes = Array(try Data(contentsOf: URL(filePath: path)))
    seals = StoreSeals(of: bytes)
  }
}

/// Facts made of nothing but their numbers: some zero, some negative, some above four bytes.
struct SampleFacts {
  let unitCount: Int
  let rowCount: Int

  var dictionaries: [[String]] {
    [
      ["M", "X"], ["CHN", "DEU", "USA"], ["BRA", "CHN", "DEU", "JPN", "USA"],
      ["010121", "270900", "847110", "854230", "854240", "870310"],
      Array(["USD", "CNY"].prefix(unitCount)),
      (0..<24).map { "\(2023 + $0 / 12)\($0 % 12 < 9 ? "0" : "")\($0 % 12 + 1)" }, [""], [""],
    ]
  }

  var years: FactTable.Parting {
    FactTable.Parting(column: 5, labels: dictionaries[5].map { String($0.prefix(4)) })
  }

  /// The facts of some months.
  func table(months: Range<Int>) -> FactTable {
    let sizes = dictionaries.map(\.count)
    var codes = sizes.map { _ in [Int]() }
    var values: [Double] = []
    for row in 0..<rowCount {
      var mixed = UInt64(row) &* 0x9E37_79B9_7F4A_7C15
      func digit(_ size: Int) -> Int {
        mixed = (mixed ^ (mixed >> 29)) &* 0xBF58_476D_1CE4_E5B9
        return Int((mixed >> 33) % UInt64(size))
      }
      let rowCodes = sizes.map { digit($0) }
      guard months.contains(rowCodes[5]) else { continue }
      for (column, code) in rowCodes.enumerated() { codes[column].append(code) }
      let cents =
        switch row % 11 {
        case 0: 0
        case 1: -digit(100_000)
        case 2: digit(1_000_000_000) * 1000
        default: 1 + digit(1_000_000)
        }
      values.append(Double(cents) / 100)
    }
    return FactTable(
      keys: zip(codes, sizes).map { KeyColumn(codes: $0, cardinality: $1) },
      values: values
    )
  }
}
