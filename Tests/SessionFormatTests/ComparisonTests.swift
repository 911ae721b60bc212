import TestKit
import Testing

@testable import Shell

@Suite("Expected and actual output")
struct ComparisonTests {
  static let samePairs: [(String, String)] = [
    ("1,075.9", "1,075.9"), ("1,075.9", "1075.94"), ("330.3", "330.26"), ("+5.9 %", "5.9 %"),
    ("−28.6 %", "-28.6 %"), ("a   b", "a b"), ("│ a │ 1 │", "a 1"), ("\u{1B}[1ma\u{1B}[0m", "a"),
    ("(1,068.2)", "(1,068.2)"), ("year [..] earlier 3.1", "year x y z earlier 3.1"),
    ("abc[..]f", "abcdef"), ("[..]", "anything at all 1.2"), ("2025-11", "2025-11"),
    ("▁▂▃  ⟦13 pts, 299.8..411.9⟧", "███  ⟦13 pts, 299.8..411.9⟧"), ("325.3p", "325.3p"),
    ("", "   "), ("8 months", "8 months"),
  ]

  @Test("match as words and numbers", arguments: samePairs)
  func same(_ expected: String, _ actual: String) {
    #expect(OutputComparison().matches([expected], [actual]))
  }

  @Test("compare a drawing by the digest of its data, not by its strokes and labels")
  func drawings() {
    let expected = [
      "a · USD bn", "450 ┤  ⣀", "400 ┤⠊ 401.6", "  2024", "⟦2 pts, 1.0..2.0⟧", "source x",
    ]
    let actual = ["a · USD bn", "500 ┤⣀", "  Jul", "⟦2 pts, 1.0..2.0⟧", "source x"]
    #expect(OutputComparison().matches(expected, actual))
    #expect(OutputComparison().matches(["a · USD bn", "…", "source x"], actual))
    for (i, line) in [(0, "b · USD bn"), (3, "⟦2 pts, 1.0..2.1⟧"), (4, "source y")] {
      var other = actual
      other[i] = line
      #expect(!OutputComparison().matches(expected, other))
    }
  }

  static let differentPairs: [(String, String)] = [
    ("1,075.9", "1,076.0"), ("8 months", "9 months"), ("5.9 %", "5.9 pp"), ("5.9 %", "−5.9 %"),
    ("992", "992.4"), ("2025-11", "2025-12"), ("2025-Q3", "2025-Q4"), ("USD bn", "CNY bn"),
    ("330.3", "·"), ("n.m.", "12.0"), ("a [..] c", "a b"), ("3mma", "4mma"), ("325.3p", "325.3"),
    ("⟦13 pts, 299.8..411.9⟧", "⟦12 pts, 299.8..411.9⟧"),
    ("⟦13 pts, 299.8..411.9⟧", "⟦13 pts, 299.8..412.4⟧"), ("1e400", "1e401"),
  ]

  @Test("differ where a word, a unit or a printed digit does", arguments: differentPairs)
  func different(_ expected: String, _ actual: String) {
    #expect(!OutputComparison().matches([expected], [actual]))
  }

  @Test("may have any lines where an ellipsis stands")
  func elision() {
    let comparison = OutputComparison()
    #expect(comparison.matches(["a", "…", "z"], ["a", "b", "c", "z"]))
    #expect(comparison.matches(["a", "…", "z"], ["a", "z"]))
    #expect(comparison.matches(["…"], []))
    #expect(comparison.matches(["…", "b", "…", "d"], ["a", "b", "c", "b", "d"]))
    #expect(!comparison.matches(["a", "…", "z"], ["a", "b"]))
    #expect(!comparison.matches(["a"], ["a", "b"]))
    #expect(!comparison.matches([], ["a"]))
  }

  @Test("leave out timings, empty lines and pure drawing")
  func ignored() {
    let expected = ["a", "", "────", "~ 12 ms"]
    #expect(OutputComparison().matches(expected, ["a", "~ 99 ms, cold", "│▁▂│"]))
  }

  @Test("may differ by the declared tolerance, in its unit only")
  func tolerance() {
    let points = OutputComparison(tolerance: .init("0.2pp"))
    #expect(points.matches(["+5.9 %"], ["+6.1 %"]))
    #expect(points.matches(["5.9"], ["5.7"]))
    #expect(!points.matches(["5.9 %"], ["6.3 %"]))
    #expect(!points.matches(["5.9 bn"], ["6.1 bn"]))
    #expect(!points.matches(["8 months"], ["9 months"]))
    let money = OutputComparison(tolerance: .init("0.2 bn"))
    #expect(money.matches(["5.9 bn"], ["6.1 bn"]))
    #expect(!money.matches(["5.9 %"], ["6.1 %"]))
  }

  static let readings: [(String, [String], Bool)] = [
    ("exports · Nov 2025 · FOB", ["exports · FOB · Nov 2025"], true),
    ("exports · Nov 2025 · FOB", ["exports · Nov 2025 ·", "  FOB"], true),
    ("exports · Nov 2025 · [..]", ["exports · free on board · Nov 2025"], true),
    ("exports · Nov 2025 · FOB", ["imports · Nov 2025 · FOB"], false),
    ("exports · Nov 2025 · FOB", ["FOB · Nov 2025 · exports"], false),
    ("exports · Nov 2025 · FOB", ["exports · Nov 2025 · CIF"], false),
    ("exports · Nov 2025 · FOB", ["exports · Nov 2025"], false),
    ("exports · Nov 2025 · FOB", ["exports · Nov 2025 · free on board"], false),
    ("exports · Nov 2025 · Nov 2025", ["exports · Nov 2025 · Nov 2024"], false),
  ]

  @Test("compare the reading by its parts, however it is broken and ordered", arguments: readings)
  func reading(_ expected: String, _ actual: [String], _ isSame: Bool) {
    #expect(OutputComparison().matches([expected, "1.0"], actual + ["1.0"]) == isSame)
  }

  @Test("compare only the first line by its parts")
  func laterLines() {
    #expect(!OutputComparison().matches(["a", "x · y · z"], ["a", "x · z · y"]))
  }

  @Test("always match themselves", arguments: 0..<300)
  func reflexive(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let lines = randomLines(&generator)
    #expect(OutputComparison().matches(lines, lines))
  }
}
