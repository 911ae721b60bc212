import Engine
import Language
import Periods

/// The figure of another month, quarter or year is given.
enum WrongPeriod: Misconception {
  static let page = MisconceptionPage(
    name: "wrong-period",
    summary: "The figure of another month, quarter or year is given.",
    right: "exports yoy 2025-11",
    wrong: "exports yoy 2025-10"
  )
  static let isWide = true
  static let hasQueries = false

  static func mistakes(on question: Question) -> [Mistake] {
    guard let phrase = question.phrase, let period = phrase.pickedPeriod,
      case .number? = Optional(question.right)
    else { return [] }
    let points = neighbours(phrase, period, on: question.bench)
    let nearest = points.filter { $0.0 != period }.sorted { left, right in
      distance(left.0, period) < distance(right.0, period)
    }
    return nearest.map { other, value in
      var copy = phrase
      copy.qualifiers.window = Window(.at(other))
      return Mistake(
        "That is the figure for \(other.label); the question is about another period.",
        .number(value),
        copy.description,
        asked: "the same for \(period.label)"
      )
    }
  }

  private static func distance(_ left: Period, _ right: Period) -> Int {
    abs(left.start - right.start)
  }

  /// The values of the same phrase for all periods of its grain, and for the year of the period.
  private static func neighbours(
    _ phrase: Phrase,
    _ period: Period,
    on bench: Workbench
  ) -> [(Period, Measured)] {
    var series = phrase
    series.qualifiers.window = nil
    if let grain = period.grain, grain != .month {
      series.qualifiers.grouping = Qualifiers.Grouping(
        keys: [.grain(grain)],
        each: nil,
        location: phrase.location
      )
    }
    var points: [(Period, Measured)] = []
    if let answer = try? Answerer(bench).answer(Query(.phrase(series))),
      case .series(let found) = answer.content
    {
      points = found.points.compactMap { point in
        point.cell.number.map {
          (point.period, Measured($0, found.unit, isChange: found.isChange))
        }
      }
    }
    guard period.grain != .year, !phrase.has("ytd") else { return points }
    var year = phrase
    year.qualifiers.window = Window(.at(Period(year: period.start.year)))
    if let answer = try? Answerer(bench).answer(Query(.phrase(year))),
      case .scalar(let scalar) = answer.content, let value = scalar.cell.number
    {
      points.append(
        (
          Period(year: period.start.year),
          Measured(value, scalar.unit, isChange: scalar.isChange)
        )
      )
    }
    return points
  }
}
