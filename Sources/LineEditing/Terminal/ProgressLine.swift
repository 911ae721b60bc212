import Glibc

/// One line that says how far something has come, how fast it goes and how long it will take.
///
/// It shows on a terminal only, and only for what takes longer than half a second.
package struct ProgressLine {
  private let title: String
  private let total: Int?
  private let unit: String
  private let output: Int32
  private let clock: () -> Double
  private let start: Double
  private let isVisible: Bool
  private var nextPaint: Double
  private var isShown = false

  /// `unit` is a plural, such as `rows`; `clock` counts seconds.
  package init(
    _ title: String,
    total: Int? = nil,
    unit: String,
    output: Int32 = STDERR_FILENO,
    clock: @escaping () -> Double = secondsSinceStart
  ) {
    (self.title, self.total, self.unit) = (title, total, unit)
    (self.output, self.clock) = (output, clock)
    isVisible = Terminal.isTerminal(output)
    start = clock()
    nextPaint = start + 0.5
  }

  /// Says that so much is done.
  ///
  /// Calling it often costs little: it paints ten times a second.
  package mutating func advance(to done: Int) {
    guard isVisible else { return }
    let now = clock()
    guard now >= nextPaint else { return }
    nextPaint = now + 0.1
    isShown = true
    let text = StyledText(line(done: done, seconds: now - start))
    let row = Row(text, columns: Terminal.size(of: output).columns, depth: .none)
    writeAll("\r" + row.bytes + "\u{1B}[K", to: output)
  }

  /// Takes the line away.
  package mutating func finish() {
    guard isShown else { return }
    isShown = false
    writeAll("\r\u{1B}[K", to: output)
  }

  func line(done: Int, seconds: Double) -> String {
    let rate = seconds > 0 ? Double(done) / seconds : 0
    let speed = "\(grouped(Int(rate))) \(unit)/s"
    guard let total, total > 0 else { return "\(title): \(grouped(done)) \(unit), \(speed)" }
    let share = min(100, done * 100 / total)
    let amount = "\(grouped(done)) of \(grouped(total)) \(unit)"
    guard rate > 0, done < total else { return "\(title): \(share) % · \(amount) · \(speed)" }
    let left = duration(Double(total - done) / rate)
    return "\(title): \(share) % · \(amount) · \(speed) · \(left) left"
  }

  private func grouped(_ number: Int) -> String {
    var text = ""
    for (place, digit) in String(number).reversed().enumerated() {
      if place > 0, place % 3 == 0, digit != "-" { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }

  private func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole / 60 % 60) min"
  }
}

/// A clock that only runs forwards.
package func secondsSinceStart() -> Double {
  let parts = firstInstant.duration(to: .now).components
  return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
}

private let firstInstant = ContinuousClock.now
