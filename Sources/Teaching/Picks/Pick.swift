import Language
import Periods

/// A value that differs from one student to the next: `{month: pick 2015-01..2025-12 seed student}`.
///
/// It is drawn by hashing, so that the same student gets the same value on every machine.
package struct Pick: Equatable, Sendable {
  package var name: String
  /// What may be drawn, in canonical spelling.
  package var values: [String]
  package var seed: Seed

  package enum Seed: Equatable, Sendable {
    case student
    /// The same for all.
    case number(Int)
  }

  /// Ranges of more values are refused.
  package static let mostValues = 1_000

  /// Reads what stands between `pick` and the brace that closes.
  init?(_ name: String, _ text: String) {
    self.name = name
    // A space before `seed`, so that it is found where nothing stands before it.
    var range = " " + text.trimmed
    seed = .student
    if let word = range.range(ofWord: "seed") {
      let behind = String(range[word.upperBound...]).trimmed
      range = String(range[..<word.lowerBound]).trimmed
      if behind != "student" {
        guard let number = Int(behind) else { return nil }
        seed = .number(number)
      }
    }
    guard let values = Pick.values(of: range.trimmed), !values.isEmpty else { return nil }
    self.values = values
  }

  /// The values of a range of periods, or of a list.
  private static func values(of text: String) -> [String]? {
    let ends = text.split(separator: "..", omittingEmptySubsequences: false).map {
      String($0).trimmed
    }
    if ends.count == 2, let first = period(ends[0]), let last = period(ends[1]),
      first.length == last.length, first.start <= last.start
    {
      let count = (last.start - first.start) / first.length + 1
      guard count <= mostValues else { return nil }
      return (0..<count).map { first.shifted(by: $0 * first.length).description }
    }
    guard ends.count == 1 else { return nil }
    let items = text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    return items.count <= mostValues ? items : nil
  }

  private static func period(_ text: String) -> Period? {
    let words = tokens(in: text, Vocabulary()).filter { $0.kind != .end }
    guard words.count == 1, case .period(.period(let period)) = words[0].kind,
      period.grain != nil
    else { return nil }
    return period
  }

  /// The value of a student in a lesson.
  package func value(student: String, lesson: String) -> String {
    let text =
      switch seed {
      case .student: "\(lesson)\u{0}\(student.trimmed.lowercased())\u{0}\(name)"
      case .number(let number): "\(number)\u{0}\(name)"
      }
    return values[Int(mixed(hash(text)) % UInt64(values.count))]
  }

  /// A value in another form: `words` for `Nov 2025`, `year`, `earlier` for the same a year before,
  /// `previous` for the one before; nil where the value has no such form.
  static func form(_ form: String, of value: String) -> String? {
    guard let period = period(value) else { return form == "words" ? value : nil }
    switch form {
    case "words": return period.label
    case "year": return "\(period.start.year)"
    case "earlier": return period.shifted(by: -12).description
    case "previous": return period.shifted(by: -period.length).description
    default: return nil
    }
  }
}

/// The hash FNV-1a of 64 bits.
private func hash(_ text: String) -> UInt64 {
  text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}

/// Spreads a hash over all bits: the last step of SplitMix64 (Steele, Lea and Flood 2014).
private func mixed(_ hash: UInt64) -> UInt64 {
  var bits = hash &+ 0x9e37_79b9_7f4a_7c15
  bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
  bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
  return bits ^ (bits >> 31)
}

extension String {
  /// Where a word stands between spaces; nil where it does not.
  fileprivate func range(ofWord word: String) -> Range<String.Index>? {
    guard let found = ranges(of: " \(word) ").last else { return nil }
    return index(after: found.lowerBound)..<index(before: found.upperBound)
  }
}
