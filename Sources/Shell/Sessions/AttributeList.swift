import Guidance
import Language

/// What stands in braces behind the name of a block: `{id=q1 answer="exports yoy" hide}`.
struct AttributeList: Equatable {
  struct Attribute: Equatable {
    var name: String
    /// Nil for a name that stands alone.
    var value: String?
  }

  var attributes: [Attribute] = []

  /// The place of the fence in the file.
  var span: SourceSpan

  /// Reads the part of a fence behind the name of the block.
  init(_ text: Substring, at span: SourceSpan) throws(Diagnostic) {
    self.span = span
    var rest = text.trimmed
    guard !rest.isEmpty else { return }
    guard rest.first == "{", rest.last == "}", rest.count >= 2 else {
      throw Diagnostic(
        "bad-attributes",
        "behind the name of a block stand only attributes in braces, such as `{id=first}`",
        at: span
      )
    }
    rest = rest.dropFirst().dropLast().trimmed
    while !rest.isEmpty {
      let name = rest.prefix { !$0.isWhitespace && $0 != "=" }
      rest = rest[name.endIndex...]
      guard !name.isEmpty else {
        throw Diagnostic("bad-attributes", "an attribute needs a name before `=`", at: span)
      }
      var value: String?
      if rest.first == "=" {
        rest = rest.dropFirst()
        value = try readValue(of: name, from: &rest)
      }
      attributes.append(Attribute(name: String(name).visible, value: value))
      rest = rest.trimmed
    }
  }

  private func readValue(
    of name: Substring,
    from rest: inout Substring
  ) throws(Diagnostic) -> String {
    guard rest.first == "\"" else {
      let value = rest.prefix { !$0.isWhitespace }
      rest = rest[value.endIndex...]
      return String(value)
    }
    rest = rest.dropFirst()
    guard let close = rest.firstIndex(of: "\"") else {
      throw Diagnostic(
        "bad-attributes",
        "the value of '\(String(name).visible)' opens a quotation mark and does not close it",
        at: span
      )
    }
    defer { rest = rest[rest.index(after: close)...] }
    return String(rest[..<close])
  }

  subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  func failure(_ attribute: Attribute, _ expectation: String) -> Diagnostic {
    Diagnostic("bad-attributes", "'\(attribute.name)' is written \(expectation)", at: span)
  }
}

extension Substring {
  /// The text without white space at its ends.
  var trimmed: Substring {
    guard let first = firstIndex(where: { !$0.isBlank }),
      let last = lastIndex(where: { !$0.isBlank })
    else { return self[endIndex...] }
    return self[first...last]
  }
}
