/// What `set` changes.
package struct Settings: Sendable, Equatable {
  /// The columns for which answers are laid out.
  package var width = 80
  package var showsNotes = true
  /// The title of the session, for its file.
  package var title: String?

  package init() {}
}
