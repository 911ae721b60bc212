import Columns
import Guidance

extension Diagnostic {
  /// What to say of a store that cannot be used.
  package init(_ error: StoreError) {
    switch error {
    case .system(let action, let path, let number):
      self.init("cannot-read", "I cannot \(action) '\(path)' (system error \(number))")
    case .foreign(let path):
      self.init("not-a-store", "'\(path)' is no store file")
    case .newer(let path, let version, let supported):
      self.init(
        "not-a-store",
        "'\(path)' was written in format \(version); this program reads up to \(supported)"
      )
    case .truncated(let path, let expected, let actual):
      self.init(
        "store-damaged",
        "'\(path)' ends after \(actual) of \(expected) bytes",
        notes: ["no figure of it is used; write it anew from its source"]
      )
    case .damaged(let path, let section):
      self.init(
        "store-damaged",
        "'\(path)' does not hold what was written, in its part '\(section)'",
        notes: ["no figure of it is used; write it anew from its source"]
      )
    case .alreadyThere(let period):
      self.init(
        "cannot-import",
        "the store has figures of \(period) already; added again they would count twice"
      )
    case .otherQuantities(let stored?, let added):
      self.init(
        "cannot-import",
        "the store has quantities in \(stored), and what is added has "
          + (added.map { "them in \($0)" } ?? "none"),
        notes: ["`--quantity COLUMN --quantity-unit \(stored)` says which column they are in"]
      )
    case .otherQuantities(nil, _):
      self.init(
        "cannot-import",
        "the store has no quantities, and some facts with them would look like all",
        notes: ["leave `--quantity` out, or import everything anew with it"]
      )
    case .takenField(let field):
      self.init("cannot-import", "the column '\(field)' holds something else than quantities")
    case .damagedArchive(let path, let breaksOff):
      let reason = breaksOff ? "breaks off: the download did not end" : "damaged"
      self.init(
        "bad-archive",
        "'\(path)' is compressed by gzip and \(reason)",
        notes: ["get it anew; `gzip -t '\(path)'` tests it"]
      )
    case .cancelled: self.init("interrupted", "the evaluation was stopped before its end")
    default: self.init("cannot-import", "these facts cannot be stored: \(error)")
    }
  }
}
