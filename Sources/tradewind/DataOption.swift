import ArgumentParser
import Catalogue
import ClickHouse
import Columns
import Engine
import Guidance
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
      let bytes = try DiskFiles().bytes(of: dataName)
      let report = try importFile(bytes, named: dataName)
      for finding in report.findings where finding.isWarning {
        write("\(dataName): \(finding.text)\n", to: 2)
      }
      return EmbeddedFacts(report.data)
    } catch {
      output().show(error, input: "", width: width ?? 80)
      throw ExitCode(2)
    }
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
