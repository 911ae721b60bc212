import Catalogue
import Engine
import Guidance

extension Workspace {
  /// Runs an entry on a view of its source, if the source is far away.
  ///
  /// Whatever the entry did with facts that could not be read, what it says of them is why.
  mutating func run(
    _ input: String,
    on view: any FactSource
  ) throws(Diagnostic) -> Reply {
    let source = bench.facts
    var draft = self
    draft.bench.facts = view
    let result: Result<Reply, Diagnostic>
    do throws(Diagnostic) {
      result = .success(try draft.runEntry(input))
    } catch {
      result = .failure(error)
    }
    if let failure = view.failure { throw failure }
    let reply = try result.get()
    if draft.bench.facts === view { draft.bench.facts = source }
    self = draft
    return reply
  }
}

/// Reaches no server, but knows the tables that are open already.
struct OpenTables: ServerAccess {
  let tables: [any FactSource]

  func open(_ table: RemoteTable) throws(Diagnostic) -> any FactSource {
    if let open = tables.first(where: { $0.address == table.address }) { return open }
    return try NoServers().open(table)
  }

  func load(
    _ data: DataSet,
    into address: String,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(Diagnostic) -> [String] {
    try NoServers().load(data, into: address, isCancelled: isCancelled)
  }
}
