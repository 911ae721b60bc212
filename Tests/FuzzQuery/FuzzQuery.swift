import Catalogue
import Engine
import Guidance
import Language

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

/// The session that every input is read in.
let bench = Workbench(EmbeddedFacts(.chinaCustoms))
let vocabulary = bench.vocabulary

/// Reads bytes as an entry and resolves its query: a diagnostic or a plan, never a trap.
func read(_ bytes: UnsafeBufferPointer<UInt8>) {
  let text = String(decoding: bytes, as: UTF8.self)
  do throws(Diagnostic) {
    guard case .query(let query)? = try parse(text, vocabulary) else { return }
    _ = try Resolver(bench).plan(query)
  } catch {
    guard let span = error.span else { return }
    precondition(span.end <= text.utf8.count, "a span lies inside the entry")
  }
}

@main
struct FuzzQuery {
  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    _ = runDriver(&count, &arguments) { bytes, count in
      read(UnsafeBufferPointer(start: bytes, count: count))
      return 0
    }
  }
}
