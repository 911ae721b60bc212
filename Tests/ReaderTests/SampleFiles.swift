import Catalogue
import Foundation
import Guidance

/// The real files that stand beside the project; absent where only the project was checked out.
enum SampleFiles {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/data/files").standardized

  static let areThere = FileManager.default.fileExists(atPath: folder.path())

  /// Every file of data, by its folder and name.
  static func all() throws -> [String] {
    let folders = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    return folders.flatMap { name in
      let path = folder.appending(path: name).path()
      let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      return files.filter { !["PROVENANCE.txt", "LICENSE"].contains($0) }.map { "\(name)/\($0)" }
    }.sorted()
  }

  static func bytes(of file: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: file)))
  }
}

/// Reads each real file once, however many numbers are asked of it.
actor SampleReports {
  static let shared = SampleReports()
  private var reports: [String: FileReport] = [:]

  func report(of file: String, _ options: ImportOptions) throws -> FileReport {
    let key = "\(file) \(options)"
    if let known = reports[key] { return known }
    let report = try importFile(try SampleFiles.bytes(of: file), named: file, options)
    reports[key] = report
    return report
  }
}

/// Reads text as a file of a name.
func imported(
  _ text: String,
  named file: String = "table.csv",
  _ options: ImportOptions = ImportOptions()
) throws(Diagnostic) -> FileReport {
  try importFile(Array(text.utf8), named: file, options)
}

extension FileReport {
  /// The codes of the findings, in their order.
  var codes: [String] { findings.map(\.code) }
}
