import Reports

/// What one student did in one lesson, for the student and the teacher.
package struct StudentReport: Sendable {
  package var record: LessonRecord
  package var questions: [Question]

  /// A question by its name, with its text where that is known.
  package struct Question: Equatable, Sendable {
    package var id: String
    package var text: String

    package init(id: String, text: String) {
      self.id = id
      self.text = text
    }
  }

  /// The questions in the order of the lesson; without them those of the record are listed.
  package init(_ record: LessonRecord, questions: [Question] = []) {
    self.record = record
    let known = Set(questions.map(\.id))
    let others = record.questions.filter { !known.contains($0.id) }.map(\.id)
    self.questions = questions + others.map { Question(id: $0, text: "") }
  }

  static let columns = ["question", "result", "tries", "hints", "time", "misconceptions"]

  /// The row of a question: as in ``columns``.
  func row(_ question: Question) -> [String] {
    let record = record[question.id]
    return [
      question.id, record.result, "\(record.tries)", "\(record.hints)",
      minutes(record.seconds), record.misconceptions.joined(separator: ", "),
    ]
  }

  /// Right answers, questions, tries, hints and time in one sentence.
  package var summary: String {
    let records = questions.map { record[$0.id] }
    let right = records.count { $0.state == .right }
    let marked = records.count { $0.state != .answered }
    let seconds = records.map(\.seconds).reduce(0, +)
    let hints = records.map(\.hints).reduce(0, +)
    return "\(right) of \(marked) right · \(hints) \(hints == 1 ? "hint" : "hints") · "
      + "\(minutes(seconds)) min"
  }

  /// The report as a table on a screen.
  package var table: StyledText {
    var text = alignedTable(
      StudentReport.columns,
      questions.map(row),
      isRight: [false, false, true, true, true, false]
    )
    text.append("  " + summary, as: .label)
    return text
  }

  /// The report as Markdown.
  package var markdown: String {
    let title = record.student.isEmpty ? record.lesson : "\(record.lesson): \(record.student)"
    var text = "# \(markdownText(title))\n\n\(summary)"
    text += record.isFinished ? ".\n\n" : "; not finished.\n\n"
    text += markdownTable(StudentReport.columns, questions.map(row))
    for question in questions {
      let answers = record[question.id].attempts
      guard !answers.isEmpty else { continue }
      text += "\n**\(markdownText(question.id))** \(markdownText(question.text))\n\n"
      for answer in answers {
        let remark = answer.misconception.map { " (\($0))" } ?? ""
        text += "- \(markdownText(answer.text)): \(answer.outcome.rawValue)\(remark)\n"
      }
    }
    return text
  }

  /// The report as CSV, a line a question, which tables of a class can be made of by any program.
  package var csv: String {
    let head = ["lesson", "student"] + StudentReport.columns.map { $0 == "time" ? "seconds" : $0 }
    let rows = questions.map { question -> [String] in
      var row = row(question)
      row[4] = "\(record[question.id].seconds)"
      return [record.lesson, record.student] + row
    }
    return csvText([head] + rows)
  }

  /// The report as JSON: everything, to be collected.
  package var json: String { record.json.text + "\n" }
}

extension QuestionRecord {
  var result: String {
    switch state {
    case .open: attempts.isEmpty ? "–" : "open"
    case .right: "right"
    case .skipped: "skipped"
    case .answered: "in words"
    }
  }

  /// Answers that counted.
  var tries: Int { attempts.count { $0.outcome != .unfinished } }

  /// The names of what was mixed up, each once.
  var misconceptions: [String] {
    var names: [String] = []
    for name in attempts.compactMap(\.misconception) where !names.contains(name) {
      names.append(name)
    }
    return names
  }
}

/// Seconds as minutes and seconds: `2:05`.
func minutes(_ seconds: Int) -> String {
  let rest = seconds % 60
  return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
}
