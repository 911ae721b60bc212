import Reports

/// What a class did in a lesson: the reports of its students, question by question.
package struct ClassTable: Sendable {
  package private(set) var lesson: String
  package private(set) var students: [LessonRecord]

  /// The questions in the order in which the reports have them.
  package private(set) var questions: [String] = []

  /// The table of one lesson.
  package init(_ lesson: String, _ records: [LessonRecord]) {
    self.lesson = lesson
    students = records.filter { $0.lesson == lesson }.sorted { $0.student < $1.student }
    for record in students {
      for question in record.questions where !questions.contains(question.id) {
        questions.append(question.id)
      }
    }
  }

  /// A table for each lesson among reports, in the order of their names.
  package static func tables(of records: [LessonRecord]) -> [ClassTable] {
    Set(records.map(\.lesson)).sorted().map { ClassTable($0, records) }
  }

  // MARK: Question by question

  static let columns = ["question", "right", "skipped", "tries", "hints", "time", "misconceptions"]

  /// How a question went: who got it right, tries, hints and minutes on average, what was mixed up.
  func row(_ question: String) -> [String] {
    let records = students.compactMap { student in
      student.questions.first { $0.id == question && ($0.state != .open || !$0.attempts.isEmpty) }
    }
    let count = max(1, records.count)
    var counts: [String: Int] = [:]
    for name in records.flatMap(\.misconceptions) { counts[name, default: 0] += 1 }
    let mixed = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return [
      question,
      !records.isEmpty && records.allSatisfy { $0.state == .answered }
        ? "in words" : "\(records.count { $0.state == .right }) of \(records.count)",
      "\(records.count { $0.state == .skipped })",
      tenths(records.map(\.tries).reduce(0, +), count),
      tenths(records.map(\.hints).reduce(0, +), count),
      minutes(records.map(\.seconds).reduce(0, +) / count),
      mixed.map { "\($0.key) \($0.value)" }.joined(separator: ", "),
    ]
  }

  // MARK: Student by student

  static let studentColumns = ["student", "right", "tries", "hints", "time", "misconceptions"]

  func row(_ student: LessonRecord) -> [String] {
    let records = student.questions
    var names: [String] = []
    for name in records.flatMap(\.misconceptions) where !names.contains(name) {
      names.append(name)
    }
    return [
      student.student.isEmpty ? "(no name)" : student.student,
      "\(records.count { $0.state == .right }) of \(records.count { $0.state != .answered })",
      "\(records.map(\.tries).reduce(0, +))",
      "\(records.map(\.hints).reduce(0, +))",
      minutes(records.map(\.seconds).reduce(0, +)),
      names.joined(separator: ", "),
    ]
  }

  // MARK: Forms

  package var text: StyledText {
    var text = StyledText()
    let count = students.count
    text.append("\(lesson): \(count) \(count == 1 ? "student" : "students")", as: .heading)
    text.append(
      alignedTable(
        ClassTable.columns,
        questions.map(row),
        isRight: [false, true, true, true, true, true, false]
      )
    )
    text.append("")
    text.append(
      alignedTable(
        ClassTable.studentColumns,
        students.map(row),
        isRight: [false, true, true, true, true, false]
      )
    )
    return text
  }

  package var markdown: String {
    "## \(markdownText(lesson))\n\n" + markdownTable(ClassTable.columns, questions.map(row)) + "\n"
      + markdownTable(ClassTable.studentColumns, students.map(row))
  }

  /// One line for every student and question.
  package static func csv(_ tables: [ClassTable]) -> String {
    let head = [
      "lesson", "student", "question", "result", "tries", "hints", "seconds", "misconceptions",
    ]
    var rows = [head]
    for table in tables {
      for student in table.students {
        for record in student.questions {
          rows.append([
            table.lesson, student.student, record.id, record.result, "\(record.tries)",
            "\(record.hints)", "\(record.seconds)",
            record.misconceptions.joined(separator: "; "),
          ])
        }
      }
    }
    return csvText(rows)
  }

  /// All reports as one list.
  package static func json(_ tables: [ClassTable]) -> String {
    let records = tables.flatMap(\.students).map(\.json)
    return JSONValue.array(records).text + "\n"
  }
}

/// A quotient with one decimal.
private func tenths(_ sum: Int, _ count: Int) -> String {
  let tenths = (sum * 10 + count / 2) / count
  return "\(tenths / 10).\(tenths % 10)"
}
