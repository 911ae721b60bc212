/// Entries that other shells have taught, with what they are called here.
///
/// They are statements of the shell only, which no session records: hands type them at a prompt.
enum Habits {
  private static let translations = [
    "\\q": "quit", ":q": "quit", ".quit": "quit", ".exit": "quit", "quit()": "quit",
    "exit()": "quit", "q()": "quit",
    "?": "help", "\\?": "help", "\\h": "help", ".help": "help", "help()": "help",
    "\\timing": "set timing on", ".timer on": "set timing on", ".timer off": "set timing off",
    "\\d": "list data", ".tables": "list data", "show tables": "list data",
    "\\s": "history", "%history": "history", "%hist": "history",
    "cls": "clear",
  ]

  /// What an entry means here; nil for an entry that means what it says.
  static func translation(of entry: String) -> String? {
    guard let first = entry.first(where: { !$0.isWhitespace }), entry.utf8.count < 100 else {
      return nil
    }
    let words = entry.split { $0.isWhitespace || $0 == ";" }.joined(separator: " ").lowercased()
    if let translation = translations[words] { return translation }
    // IPython's `?name`.
    guard first == "?", words.count > 1 else { return nil }
    return "help " + words.drop { $0 == "?" || $0 == " " }
  }
}
