/// One step of an explanation: what is done, and the arithmetic with the numbers in it.
struct ExplainedStep: Sendable {
  var verb: String
  var text: String
  /// What belongs to the step on lines of their own.
  var details: [String] = []

  init(_ verb: String, _ text: String, details: [String] = []) {
    self.verb = verb
    self.text = text
    self.details = details
  }
}

extension [ExplainedStep] {
  /// The steps as numbered lines of at most 78 columns, verbs in a column of their own.
  var lines: [String] { lines(isNumbered: true) }

  func lines(isNumbered: Bool) -> [String] {
    let width = Swift.min(map(\.verb.count).max() ?? 0, 12)
    var lines: [String] = []
    for (index, step) in enumerated() {
      let digits = index < 9 ? "  \(index + 1)" : " \(index + 1)"
      let number = isNumbered ? digits : ""
      let padding = String(repeating: " ", count: Swift.max(0, width - step.verb.count))
      let head = "\(number)  \(step.verb)\(padding)  "
      let indent = String(repeating: " ", count: head.count)
      for (position, paragraph) in ([step.text] + step.details).enumerated() {
        for (i, line) in paragraph.broken(at: 78 - head.count).enumerated() {
          lines.append((position == 0 && i == 0 ? head : indent) + (i > 0 ? "  " : "") + line)
        }
      }
    }
    return lines
  }
}

extension String {
  /// The text in lines of at most so many columns, broken at spaces.
  func broken(at width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ") {
      if !line.isEmpty, line.count + word.count + 1 > width - (lines.isEmpty ? 0 : 2) {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? word : " " + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
