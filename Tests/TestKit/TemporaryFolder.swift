import Foundation

/// A folder that a test has to itself; it goes with the value.
package final class TemporaryFolder {
  package let path: String

  package init() {
    // Short, so that a line that names it fits on a screen.
    let name = "tradewind-\(UUID().uuidString.prefix(8))"
    let url = FileManager.default.temporaryDirectory.appending(path: name)
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      preconditionFailure("there is room for a folder: \(error)")
    }
    path = url.path()
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
