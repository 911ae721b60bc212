/// What is left of a session that ended without its user's wish: its entries and its prose.
package struct InterruptedSession: Equatable, Sendable {
  package var items: [Item]

  package struct Item: Equatable, Sendable {
    package var kind: Transcript.Entry.Kind
    package var text: String

    package init(_ kind: Transcript.Entry.Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  package init(_ items: [Item]) { self.items = items }

  package var entryCount: Int { items.count { $0.kind == .entry } }
}

extension Transcript {
  /// What has to be kept so that the session can be run again.
  package var items: [InterruptedSession.Item] {
    entries.map { InterruptedSession.Item($0.kind, $0.input) }
  }
}
