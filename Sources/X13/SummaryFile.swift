import Engine
import Periods

/// The program's summary of a run, which `-s` asks for: a key, a colon and values in each line.
struct SummaryFile {
  private var values: [String: String] = [:]
  private var keys: [String] = []

  init(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let key = String(line[..<colon])
      guard values[key] == nil else { continue }
      keys.append(key)
      values[key] = String(line[line.index(after: colon)...]).trimmed
    }
  }

  subscript(key: String) -> String? { values[key] }

  func numbers(_ key: String) -> [Double] {
    (values[key] ?? "").split(separator: " ").compactMap { Double($0) }
  }

  /// Keys such as `AutoOutlier$AO2020.Feb` and, by the quarter, `AutoOutlier$LS2020.1`, in the order of
  /// their periods.
  func outliers(perYear: Int) -> [Adjustment.Outlier] {
    let step = 12 / perYear
    return keys.compactMap { key -> Adjustment.Outlier? in
      guard key.hasPrefix("AutoOutlier$") else { return nil }
      let name = key.dropFirst("AutoOutlier$".count)
      let parts = name.dropFirst(2).split(separator: ".")
      guard parts.count == 2, let year = Int(parts[0]),
        let number = Month.abbreviations.firstIndex(of: String(parts[1]))
          ?? Int(parts[1]).map({ $0 - 1 }), (0..<perYear).contains(number)
      else { return nil }
      let start = Month(year: year, month: number * step + 1)
      return Adjustment.Outlier(String(name.prefix(2)), Period(start: start, length: step))
    }.sorted { $0.period.start < $1.period.start }
  }

  var quality: Adjustment.Quality {
    var quality = Adjustment.Quality()
    quality.hasIdentifiableSeason = values["f2.idseasonal"].map { $0 == "yes" }
    quality.m7 = numbers("f3.m07").first
    quality.q = numbers("f3.q").first
    quality.failingMeasures = numbers("f3.fail").first.map { Int($0) }
    let test = numbers("qssadj")
    if test.count == 2 {
      quality.residualSeason = Adjustment.Quality.Test(test[0], probability: test[1])
    }
    return quality
  }
}

/// What the program says of its run: paragraphs that begin with `ERROR:` or `WARNING:`.
struct ProgramMessages {
  private let lines: [String]

  /// Reads text, or a web page, whose paragraphs end in `</p>`.
  init(_ text: String) {
    var plain = ""
    var tag = ""
    var isTag = false
    for character in text {
      switch character {
      case "<":
        isTag = true
        tag = ""
      case ">" where isTag:
        isTag = false
        if tag == "/p" { plain += "\n\n" }
      case _ where isTag: tag.append(character)
      default: plain.append(character)
      }
    }
    lines = plain.replacing("&nbsp;", with: " ")
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { String($0).trimmed }
  }

  /// The messages of a kind, each in one line.
  func all(_ kind: String) -> [String] {
    var messages: [String] = []
    var isInside = false
    for line in lines {
      if line.hasPrefix("\(kind):") {
        messages.append(String(line.dropFirst(kind.count + 1)).trimmed)
        isInside = true
      } else if isInside, !line.isEmpty {
        messages[messages.count - 1] += " " + line
      } else {
        isInside = false
      }
    }
    return messages
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
