import Catalogue
import Engine
import Language
import Periods

/// Growth over years is divided by their number, or averaged, instead of compounded.
enum AddedGrowth: Misconception {
  static let page = MisconceptionPage(
    name: "not-compounded",
    summary: "Growth over several years is divided by their number instead of compounded.",
    right: "exports cagr 2015..2025",
    wrong: "average of exports yoy by year in 2016..2025"
  )

  static func mistakes(on question: Question) -> [Mistake] {
    guard var phrase = question.phrase, let right = question.number,
      let index = phrase.transforms.firstIndex(where: { $0.name.text == "cagr" }),
      case .range(let first, let last) = phrase.transforms[index].argument,
      first.length == last.length, last.start > first.start
    else { return [] }
    let years = Double(last.start - first.start) / 12
    let asked = "the constant yearly rate that leads from the first value to the last"
    var factor = 1.0
    let ratio = 1 + right.value / 100
    guard years == years.rounded(), years <= 100 else { return [] }
    for _ in 0..<Int(years) { factor *= ratio }
    let total = 100 * (factor - 1)
    phrase.transforms[index] = TransformCall(Name("yoy"))
    phrase.qualifiers.window = Window(.between(first.shifted(by: 12), last))
    if first.grain == .year {
      phrase.qualifiers.grouping = Qualifiers.Grouping(
        keys: [.grain(.year)],
        each: nil,
        location: phrase.location
      )
    }
    return [
      Mistake(
        "You divided the growth of all years by their number; rates of growth build on each other.",
        .number(right.with(total / years)),
        "growth over \(Int(years)) years ÷ \(Int(years))",
        asked: asked
      ),
      Mistake(
        "That is the growth over all \(Int(years)) years together, not by the year.",
        .number(right.with(total)),
        "last value ÷ first value − 1",
        asked: asked
      ),
      Mistake(
        "You averaged yearly rates; rates of growth are compounded, not added.",
        Query(.phrase(Phrase(.aggregate(Name("average"), phrase), at: phrase.location))),
        asked: asked
      ),
    ]
  }
}
