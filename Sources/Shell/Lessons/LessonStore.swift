import Guidance

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the progress of learners is kept between two sittings.
package protocol LessonStore: Sendable {
  /// What was kept under a name; nil where nothing was.
  func read(_ name: String) -> String?

  /// Keeps a text whole or not at all.
  func write(_ text: String, to name: String) throws(Diagnostic)
}

/// The folder of the user's state, one file a lesson and learner.
package struct FolderLessonStore: LessonStore {
  private let folder: String

  package init(_ folder: String) { self.folder = folder }

  package func read(_ name: String) -> String? { try? DiskFiles().read("\(folder)/\(name)") }

  package func write(_ text: String, to name: String) throws(Diagnostic) {
    makeFolder()
    try DiskFiles().write(text, to: "\(folder)/\(name)")
  }

  /// Makes the folder with those above it, for the user alone.
  private func makeFolder() {
    var path = ""
    for part in folder.split(separator: "/") {
      path += "/" + part
      mkdir(path, 0o700)
    }
  }
}

/// Gives what was kept and keeps nothing: for whoever only looks.
package struct ReadingStore: LessonStore {
  private let store: any LessonStore

  package init(_ store: any LessonStore) { self.store = store }

  package func read(_ name: String) -> String? { store.read(name) }

  package func write(_ text: String, to name: String) throws(Diagnostic) {}
}
