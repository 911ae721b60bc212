import CEditline
import Glibc
import Testing

@testable import LineEditing

extension TerminalTests {
  @Suite struct Widths {
    @Test(
      arguments: [
        ("", 0), ("abc", 3), ("中文", 4), ("é", 1), ("e\u{301}", 1), ("ﾊﾝ", 2), ("한국", 4),
        ("\u{1112}\u{1161}\u{11AB}", 2), ("🚀", 2), ("👩‍👧", 2), ("👍🏽", 2), ("❤️", 2), ("🇨🇳", 2),
        ("1️⃣", 2), ("Ⅻ", 1), ("\u{7}\n", 0), ("a\u{200B}b", 2), ("ไทย", 3), ("नमस्ते", 4), ("（）", 4),
      ])
    func `text takes the columns that a terminal gives it`(text: String, width: Int) {
      #expect(displayWidth(of: text) == width)
    }

    @Test func `every assigned scalar is as wide as the C library says`() {
      setlocale(LC_CTYPE, "C.UTF-8")
      var differences: [String] = []
      // A mark that Unicode 15 made a letter; the C library may be older.
      let changed: UInt32 = 0x1171E
      for value in UInt32(0x20)...0x3FFFF where value != changed {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let theirs = Int(editline_wcwidth(wchar_t(bitPattern: value)))
        // What one of the two does not know yet says nothing about the other.
        guard theirs >= 0, scalar.properties.generalCategory != .unassigned else { continue }
        guard scalar.displayWidth != theirs else { continue }
        differences.append("\(String(value, radix: 16)): \(scalar.displayWidth), not \(theirs)")
      }
      #expect(differences == [])
    }
  }
}
