// What the transforms and functions of the toolbox ask of a series.
let toolboxLessons: [Lesson] = [
  Lesson(
    "adjust-first",
    ["Growth carries the season of two periods; adjust the level for it, then take the growth."],
    wrong: "exports mom sa",
    right: "exports sa mom 2026-07"
  ),
  Lesson(
    "forecast-first",
    ["A forecast continues levels; growth and averages are computed of what it gives."],
    right: "exports forecast 6m yoy"
  ),
  Lesson(
    "deflate-first",
    ["Prices are taken out of levels; growth in real terms is the growth of what remains."],
    right: ""
  ),
  Lesson(
    "too-short",
    ["A method that learns the season needs to have seen it: three years without a gap."],
    wrong: "tariff sa",
    right: "exports sa 2026-07"
  ),
  Lesson(
    "too-far",
    ["A forecast far beyond what it has learned from is a guess with decimals."],
    wrong: "exports forecast 50y",
    right: "exports forecast 12m"
  ),
  Lesson(
    "not-positive",
    [
      "A logarithm needs positive values; a balance is adjusted by addition, and a regression on it "
        + "takes it as it is."
    ],
    wrong: "regress log(exports yoy) on imports yoy",
    right: "regress exports yoy on imports yoy using hac"
  ),
  Lesson(
    "unknown-method",
    ["A transform that knows several ways names them in parentheses, as in `sa (robust)`."],
    wrong: "exports sa (x13)",
    right: "exports sa (robust) 2026-07"
  ),
  Lesson(
    "needs-deflator",
    ["Real terms need a price index, and none is loaded; growth rates of prices are no index."],
    wrong: ""
  ),
  Lesson(
    "not-a-price-index",
    ["Only an index with a base deflates; a survey, a rate or an amount does not."],
    wrong: "exports real using pmi"
  ),
  Lesson(
    "needs-money",
    ["Prices are taken out of money; a percentage or an index has none in it."],
    wrong: "pmi real"
  ),
  Lesson(
    "no-shares",
    ["Concentration looks at shares of a whole, and only amounts that add up have shares."],
    wrong: "hhi(exports yoy by partner 2025)",
    right: "hhi(exports by partner 2024)"
  ),
  Lesson(
    "kinds-differ",
    ["Two structures are compared member by member: both sides need the same kind of members."]
  ),
]
