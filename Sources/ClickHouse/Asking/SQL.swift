/// How names and texts are written into a statement.
enum SQL {
  /// A text in quotes: what is in it can never be read as anything else.
  static func literal(_ text: String) -> String { "'" + escaped(text, "'") + "'" }

  /// The name of a database, a table or a column.
  static func name(_ text: String) -> String { "`" + escaped(text, "`") + "`" }

  private static func escaped(_ text: String, _ quote: Unicode.Scalar) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case quote: escaped += "\\" + String(quote)
      case "\0": escaped += "\\0"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\t": escaped += "\\t"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
