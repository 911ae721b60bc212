import Catalogue
import Guidance

/// What reaches servers that keep facts.
package protocol ServerAccess: Sendable {
  /// The facts of a table. A password that is needed is asked for, or taken from the environment.
  func open(_ table: RemoteTable) throws(Diagnostic) -> any FactSource

  /// Writes all facts of a data set into a table, which is made where it is not there.
  ///
  /// Gives lines that tell what was done.
  func load(
    _ data: DataSet,
    into address: String,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(Diagnostic) -> [String]
}

/// A table on a server, and how its columns are to be understood.
package struct RemoteTable: Sendable {
  /// `clickhouse://user@host:8123/database.table`.
  package var address: String
  /// What the data set shall be called; nil: like the table.
  package var name: String?
  /// Columns by their roles, such as `partner` and `value`; what is missing is found by its name.
  package var mapping: [String: String] = [:]
  /// The unit of the values; nil: US dollars.
  package var measurement: Measurement?

  package init(_ address: String) { self.address = address }

  /// Whether a text is the address of a table and not the path of a file.
  package static func isAddress(_ text: String) -> Bool {
    ["clickhouse://", "clickhouses://"].contains { text.lowercased().hasPrefix($0) }
  }

  /// Whether an entry holds an address with a password in it, which is not to be kept or shown.
  package static func holdsPassword(_ entry: String) -> Bool {
    let text = entry.lowercased()
    for scheme in ["clickhouse://", "clickhouses://"] {
      for start in text.ranges(of: scheme) {
        let rest = text[start.upperBound...]
        guard let at = rest.lastIndex(of: "@") else { continue }
        if rest[..<at].contains(":") { return true }
      }
    }
    return false
  }
}

/// Reaches no server: for sessions that are replayed or loaded, which may come from a stranger.
package struct NoServers: ServerAccess {
  package init() {}

  package func open(_ table: RemoteTable) throws(Diagnostic) -> any FactSource { throw refusal }

  package func load(
    _ data: DataSet,
    into address: String,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(Diagnostic) -> [String] { throw refusal }

  private var refusal: Diagnostic {
    Diagnostic(
      "servers-refused",
      "a session that is replayed or loaded may ask no server",
      notes: ["name the table by `--data`, and the session may `open` it"]
    )
  }
}
