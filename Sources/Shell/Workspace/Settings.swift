/// What `set` changes.
package struct Settings: Sendable, Equatable {
  /// The columns for which answers are laid out.
  package var width = 80
  package var showsNotes = true
  /// The title of the session, for its file.
  package var title: String?

  /// How drawings are shown as bitmaps: by the protocol that the terminal has, or never.
  package var images = Images.auto

  package enum Images: Sendable, Equatable {
    case auto, off
    case by(ImageProtocol)
  }

  package init() {}
}

extension Settings.Images {
  /// The setting as `set images` takes it.
  package init?(_ text: String) {
    switch text {
    case "auto": self = .auto
    case "off": self = .off
    default:
      guard let form = ImageProtocol(rawValue: text) else { return nil }
      self = .by(form)
    }
  }
}
