import Periods

/// Where the events of a chart are named: at their place as long as the names do not collide, else
/// by letters that a key below the drawing explains.
struct EventLayout {
  struct Label: Equatable {
    var text: String
    /// The left end of the text, and the line of names that it stands in, counted from the top.
    var start: Double
    var row: Int
  }

  private(set) var labels: [Label] = []

  /// What the letters stand for, `a 2018-07..2020-01 trade war`; empty where names stand themselves.
  private(set) var key: [String] = []

  /// The lines of names that were needed.
  var rows: Int { (labels.map(\.row).max() ?? -1) + 1 }

  /// Names of events at `place`, each `width` wide and at least `gap` apart, up to `limit`.
  init(
    _ marks: [Chart.Mark],
    atMost rows: Int,
    from low: Double,
    to limit: Double,
    gap: Double,
    place: (Month) -> Double,
    width: (String) -> Double
  ) {
    let sorted = marks.sorted { ($0.start, $0.name) < ($1.start, $1.name) }
    var free = Array(repeating: low, count: rows)
    for mark in sorted {
      let size = width(mark.name)
      let start = max(low, min(place(mark.start), limit - size))
      guard let row = free.firstIndex(where: { $0 <= start }) else { break }
      labels.append(Label(text: mark.name, start: start, row: row))
      free[row] = start + size + gap
    }
    guard labels.count < sorted.count else { return }
    labels = []
    useLetters(sorted, rows: rows, from: low, to: limit, gap: gap, place: place, width: width)
  }

  private mutating func useLetters(
    _ marks: [Chart.Mark],
    rows: Int,
    from low: Double,
    to limit: Double,
    gap: Double,
    place: (Month) -> Double,
    width: (String) -> Double
  ) {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ").map { String($0) }
    var free = Array(repeating: -Double.infinity, count: rows)
    var groups: [[Chart.Mark]] = []
    for mark in marks {
      let wished = max(low, min(place(mark.start), limit - width("m")))
      if let last = groups.last?.first, mark.start == last.start {
        groups[groups.count - 1].append(mark)
      } else if let row = free.firstIndex(where: { $0 <= wished }), groups.count < letters.count {
        let letter = letters[groups.count]
        labels.append(Label(text: letter, start: wished, row: row))
        free[row] = wished + width(letter) + gap
        groups.append([mark])
      } else if groups.isEmpty {
        groups.append([mark])
      } else {
        groups[groups.count - 1].append(mark)
      }
    }
    key = zip(letters, groups).map { letter, members in
      var months = ""
      let names = members.map { mark -> String in
        defer { months = mark.months }
        return mark.months == months ? mark.name : mark.dated
      }
      return "\(letter) " + names.joined(separator: ", ")
    }
  }
}

extension Chart.Mark {
  /// The name behind its months: `2018-07..2020-01 trade war`.
  var dated: String { "\(months) \(name)" }

  fileprivate var months: String {
    guard let end, end > start else { return "\(start)" }
    return "\(start)..\(end)"
  }
}
