import Guidance
import Shell
import Synchronization

/// Files that last as long as a test.
package final class MemoryFiles: FileAccess {
  private let texts = Mutex<[String: String]>([:])

  package init() {}

  package func read(_ path: String) throws(Diagnostic) -> String {
    guard let text = texts.withLock({ $0[path] }) else {
      throw Diagnostic("cannot-read", "I cannot read '\(path)'")
    }
    return text
  }

  package func write(
    _ text: String,
    to path: String,
    over expectation: Overwriting
  ) throws(Diagnostic) {
    texts.withLock { $0[path] = text }
  }
}
