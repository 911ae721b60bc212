import Catalogue
import Periods
import Shell

/// What the prompt says when it opens: at most three lines.
struct Greeting {
  let data: DataSet
  /// Entries of a session that can be brought back.
  let recoverable: Int

  /// The lines, each cut to the columns of the terminal.
  func text(columns: Int) -> String {
    let through = data.lastMonth.map { " · through \($0.label)" } ?? ""
    var lines = [
      "tradewind · \(data.title)\(through)",
      fitting(
        ["Tab completes", "? says what may follow", "`help` explains", "^D leaves"],
        columns: columns
      ),
    ]
    if recoverable > 0 {
      let entries = recoverable == 1 ? "1 entry" : "\(recoverable) entries"
      lines.append("a session of \(entries) was cut short: `recover` brings it back")
    }
    lines.removeAll(where: \.isEmpty)
    return lines.map { $0.prefix(columns) + "\n" }.joined()
  }

  /// As many of the hints as fit, `help` before all others.
  private func fitting(_ hints: [String], columns: Int) -> String {
    var hints = hints
    while !hints.isEmpty, hints.joined(separator: " · ").count > columns {
      hints.remove(at: hints.count > 1 && hints[0].hasPrefix("`") ? 1 : 0)
    }
    return hints.joined(separator: " · ")
  }
}
