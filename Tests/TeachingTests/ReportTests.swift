import Guidance
import Reports
import Teaching
import Testing

@Suite("The report of a lesson")
struct LessonReportTests {
  private func record(_ student: String, right: Bool, _ misconception: String?) -> LessonRecord {
    var record = LessonRecord(lesson: "Growth", student: student)
    record.place.index = 7
    record.place.key = "quiz b"
    if let misconception {
      record["a"].add(QuestionRecord.Attempt("3 % | \"x\"", .wrong, misconception))
    }
    record["a"].add(QuestionRecord.Attempt("5.4 %", right ? .right : .wrong))
    record["a"].state = right ? .right : .skipped
    record["a"].hints = 1
    record["a"].seconds = 75
    record["b"].state = .open
    return record
  }

  @Test("reads back as it was written")
  func reading() throws {
    let record = record("Ada \"L\" Łukasz\n", right: true, "scale")
    #expect(try LessonRecord(reading: record.json.text, file: "f") == record)
  }

  @Test("is refused where it is none")
  func refusals() {
    for text in ["", "[]", "{}", "{\"lesson\":\"x\"}", "exports"] {
      #expect(throws: Diagnostic.self) { try LessonRecord(reading: text, file: "f") }
    }
  }

  @Test("tells a teacher what happened, as Markdown and as CSV")
  func forms() {
    let report = StudentReport(record("=Ada", right: true, "scale"))
    #expect(report.summary == "1 of 2 right · 1 hint · 1:15 min")
    #expect(report.markdown.contains("| a | right | 2 | 1 | 1:15 | scale |"))
    #expect(report.markdown.contains("- 3 % | \"x\": wrong (scale)"))
    // A name that a spreadsheet would run is text.
    #expect(report.csv.contains("Growth,'=Ada,a,right,2,1,75,scale\r\n"))
  }

  @Test("of a class counts tries, hints and misconceptions by question")
  func classTable() throws {
    let records = [
      record("Ada", right: true, "scale"), record("Bob", right: false, "scale"),
      record("Cyd", right: true, nil),
    ]
    let table = try #require(ClassTable.tables(of: records).first)
    let lines = table.text.plainLines
    #expect(lines.first == "Growth: 3 students")
    #expect(
      lines.contains { $0.contains("a         2 of 3        1    1.7    1.0  1:15  scale 2") }
    )
    #expect(table.markdown.contains("| Bob | 0 of 2 | 2 | 1 | 1:15 | scale |"))
    let rows = ClassTable.csv([table]).split(separator: "\r\n")
    #expect(rows.count == 1 + 3 * 2)
  }
}
