/// The wording of how far something has come, how fast it goes and how long it will take.
package struct ProgressLine {
  private let title: String
  private let total: Int?
  private let unit: String

  /// `unit` is a plural, such as `rows`.
  package init(_ title: String, total: Int? = nil, unit: String) {
    (self.title, self.total, self.unit) = (title, total, unit)
  }

  /// The line for an amount done in so many seconds.
  package func line(done: Int, seconds: Double) -> String {
    let rate = seconds > 0 ? Double(done) / seconds : 0
    let speed =
      rate < 10 ? "\((rate * 10).rounded() / 10) \(unit)/s" : "\(grouped(Int(rate))) \(unit)/s"
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

/// A clock that only runs forwards, in seconds.
package func secondsSinceStart() -> Double {
  let parts = firstInstant.duration(to: .now).components
  return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
}

private let firstInstant = ContinuousClock.now
