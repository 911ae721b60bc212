import ArgumentParser
import Catalogue
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
