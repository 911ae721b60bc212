import Guidance
import Language

extension Assistant {
  /// The files that may stand at the cursor; nil where no file name belongs there.
  func fileNames(_ place: CompletionPlace) -> Completion? {
    let start = place.startOfFileName
    let progress = Language.progress(of: place.prefix(to: start), vocabulary)
    guard progress.isAtEnd, progress.expectations.contains(.file) else { return nil }
    let typed = place.typed(from: start)
    let isQuoted = typed.hasPrefix("\"")
    let path = isQuoted ? String(typed.dropFirst()) : typed
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let beginning = path.dropFirst(folder.count)
    let statement = statement(in: progress.tokens)
    let names = workspace.files.names(in: folder.isEmpty ? "." : folder).filter { name in
      let isHidden = name.hasPrefix(".") && !beginning.hasPrefix(".")
      let isWanted = name.hasSuffix("/") || statement?.takes(file: name) != false
      return !isHidden && isWanted
    }
    let exact = names.filter { $0.hasPrefix(beginning) }
    let matching =
      exact.isEmpty
      ? names.filter { $0.lowercased().hasPrefix(beginning.lowercased()) } : exact
    let candidates = matching.sorted().prefix(200).map { name in
      Completion.Candidate(
        written(folder + name, isQuoted: isQuoted),
        name.hasSuffix("/") ? "folder" : ""
      )
    }
    let end = isQuoted && place.isFollowed(by: "\"") ? place.cursor + 1 : place.cursor
    return Completion(replacing: start..<end, candidates)
  }

  /// The statement that an entry begins with.
  private func statement(in tokens: [Token]) -> (any StatementWord.Type)? {
    guard case .word(_, let terms)? = tokens.first?.kind else { return nil }
    let names = terms.map(\.name)
    return statements.first { names.contains($0.entry.name) }
  }

  /// A path as it is written in an entry: in quotes where it has to be.
  ///
  /// The quotes of a folder stay open, because a name follows.
  private func written(_ path: String, isQuoted: Bool) -> String {
    let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "/._-~+".contains($0) }
    guard isQuoted || !isPlain || path.hasPrefix("-") else { return path }
    return "\"" + path + (path.hasSuffix("/") ? "" : "\"")
  }
}

extension CompletionPlace {
  /// Where the file name begins in which the cursor stands: at an open quote, or behind a space.
  var startOfFileName: Int {
    let bytes = Array(before.utf8)
    let quotes = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\"") }
    if quotes.count % 2 == 1, let open = quotes.last { return open }
    return bytes.lastIndex(of: UInt8(ascii: " ")).map { $0 + 1 } ?? 0
  }
}
