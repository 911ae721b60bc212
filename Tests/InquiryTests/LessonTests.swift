import Engine
import Foundation
import Testing

@Suite struct LessonTests {
  @Test func everyCodeInTheSourcesHasALesson() throws {
    let known = Set(lessons.map(\.code))
    let missing = try codesInSources().subtracting(known).sorted()
    #expect(missing.isEmpty, "codes without a lesson: \(missing.joined(separator: ", "))")
  }

  @Test func everyCodeHasOneLesson() {
    #expect(Set(lessons.map(\.code)).count == lessons.count)
  }

  @Test(arguments: lessons.filter { !$0.wrong.isEmpty })
  func whatTheLessonWarnsOfRaisesItsCode(_ lesson: Lesson) throws {
    guard let code = Asking.code(lesson.wrong) else {
      let notes = try Asking.answer(lesson.wrong).notes.map(\.code)
      #expect(notes.contains(lesson.code), "`\(lesson.wrong)` runs, with notes \(notes)")
      return
    }
    #expect(code == lesson.code, "`\(lesson.wrong)`")
  }

  @Test(arguments: lessons.filter { !$0.right.isEmpty })
  func whatTheLessonRecommendsRuns(_ lesson: Lesson) {
    #expect(Asking.code(lesson.right) == nil, "`\(lesson.right)`")
  }

  @Test func explainGivesLessonsPagesAndSteps() throws {
    #expect(try Asking.text("explain flows-only").hasPrefix("flows-only"))
    #expect(try Asking.text("explain yoy").hasPrefix("yoy · Growth"))
    #expect(Asking.code("explain saling") == "unknown-topic")
  }

  /// Every code that a diagnostic in the sources is made with.
  private func codesInSources() throws -> Set<String> {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let sources = root.appending(path: "Sources")
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    let made = /(?:Diagnostic|failure)\(\s*"(?<code>[a-z]+(?:-[a-z]+)*)"/
    var codes: Set<String> = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift", !file.path.contains("/LineEditing/"),
        !file.path.contains("/Columns/")
      else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      codes.formUnion(text.matches(of: made).map { String($0.output.code) })
    }
    return codes
  }
}
