import Catalogue
import Foundation
import Guidance

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

/// The lines that make a file one of a kind, put before what is to be read; none for the kind `any`.
let heading = Array(
  (headings[ProcessInfo.processInfo.environment["FUZZ_KIND"] ?? "any"] ?? "").utf8
)

/// Reads bytes as a file: figures or a diagnostic, never a trap; figures survive being written out.
func read(_ bytes: UnsafeBufferPointer<UInt8>) {
  let file = (bytes.first ?? 0) % 4 == 0 ? Array(bytes) : heading + Array(bytes)
  guard let report = try? importFile(file, named: "fuzz.csv") else { return }
  for form in ExchangeForm.allCases where file.count < 4000 {
    let text = Array(report.data.exchangeText(form).utf8)
    guard let again = try? importFile(text, named: "again.csv") else {
      preconditionFailure("what was written is read again")
    }
    precondition(again.data.fingerprint == report.data.fingerprint, "no figure changes")
  }
}

@main
struct FuzzReaders {
  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    _ = runDriver(&count, &arguments) { bytes, count in
      read(UnsafeBufferPointer(start: bytes, count: count))
      return 0
    }
  }
}
