import TestKit

/// Lines made of all that the format gives a meaning to.
func randomLines(_ generator: inout SeededGenerator) -> [String] {
  let pieces = [
    "exports", "1,075.9", "−28.6", "%", "2025-11", "…", "[..]", "~", "▁▂", "│", "⟦2 pts, 1.0..2.0⟧",
    "```", "~~~", ">", ". ", "# ", "---", "error[x]: y", "\u{1B}[1m", "中", "1e999", "9", "-", "",
    "{id=a}", "trade", " ", "  ", "\t", "99999999999999999999999999.5", "(", "a.b", "2025-1", "d",
  ]
  return (0..<Int.random(in: 0...12, using: &generator)).map { _ in
    (0..<Int.random(in: 0...6, using: &generator))
      .map { _ in pieces.randomElement(using: &generator) ?? "" }
      .joined(separator: Bool.random(using: &generator) ? " " : "")
  }
}

/// A text of lines that look like parts of a session.
func randomDocument(_ generator: inout SeededGenerator) -> String {
  let starts = [
    "```trade", "```trade {id=a}", "```trade {skip}", "```quiz {id=q}", "```", "````", "~~~", "> ",
    "> exports", ". more", "  330.4", "  …", "# remark", "", "prose", "---", "- hint: x", "\t", "…",
    "```trade {error=x}", "  error[x]: y", "  ```",
  ]
  var text = Bool.random(using: &generator) ? "---\ntradewind: 1\n---\n" : ""
  let endings = ["\n", "\n", "\n", "\r\n", "\r", "\n\n"]
  for _ in 0..<Int.random(in: 0...30, using: &generator) {
    text += starts.randomElement(using: &generator) ?? ""
    if Int.random(in: 0..<4, using: &generator) == 0 {
      text += randomLines(&generator).first ?? ""
    }
    text += endings.randomElement(using: &generator) ?? ""
  }
  return text
}
