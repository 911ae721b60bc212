import ArgumentParser
import Catalogue
import ClickHouse
import Columns
import Engine
import Guidance
import LineEditing
import Shell

extension CommonOptions {
  /// The facts of the data set asked for: the built-in one, or those of a file.
  ///
  /// What the reading of a file found goes to standard error, so that answers stay clean.
  func facts() throws -> any FactSource {
    guard dataName != "china-customs" else { return EmbeddedFacts(.chinaCustoms) }
    do throws(Diagnostic) {
      if RemoteTable.isAddress(dataName) { return try serverAccess.open(RemoteTable(dataName)) }
      if dataName.hasSuffix(".tws") { return EmbeddedFacts(try storedFacts(dataName)) }
      let report = try report()
      let file = dataName.split(separator: "/").last.map(String.init) ?? dataName
      for finding in report.findings where finding.isWarning {
        let line = finding.line.map { " line \($0):" } ?? ""
        let mend = finding.mend.map { "; `import \"\(file)\" \($0)` mends it" } ?? ""
        write("\(file):\(line) \(finding.text)\(mend)\n", to: 2)
      }
      return EmbeddedFacts(report.data)
    } catch {
      output().show(error, input: "", width: width ?? 80)
      throw ExitCode(error.code == "interrupted" ? 130 : 2)
    }
  }

  /// Reads the file; a long one shows how far it is, and ^C stops it.
  private func report() throws(Diagnostic) -> FileReport {
    Signals.watchInterrupts(once: true)
    let display = ProgressDisplay()
    let result = display.during("reading \(dataName)") { () -> Result<FileReport, Diagnostic> in
      do throws(Diagnostic) {
        return .success(
          try display.watch.over { () throws(Diagnostic) in
            try importFile(try DiskFiles().bytes(of: dataName), named: dataName)
          }
        )
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}

/// The data set of a store file.
private func storedFacts(_ path: String) throws(Diagnostic) -> DataSet {
  let store: Store
  do throws(StoreError) {
    store = try Store(path)
  } catch {
    throw Diagnostic(error)
  }
  let name = path.split(separator: "/").last.map { String($0.dropLast(4)) } ?? path
  guard let data = DataSet.stored(in: store, name: name) else {
    throw Diagnostic("not-a-store", "'\(path)' is a store, but not one of trade facts")
  }
  return data
}
