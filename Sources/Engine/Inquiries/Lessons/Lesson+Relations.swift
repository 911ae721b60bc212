// What relations between series ask of them.
let relationLessons: [Lesson] = [
  Lesson(
    "needs-on",
    ["A regression explains one series by others; those stand behind `on`, with commas between."],
    wrong: "regress exports yoy",
    right: "regress exports yoy on imports yoy, pmi using hac"
  ),
  Lesson(
    "needs-method",
    [
      "`using` says how: `robust` for errors of changing size, `hac` for errors that follow each "
        + "other, a number for lags."
    ],
    wrong: "regress exports yoy on imports yoy using",
    right: "regress exports yoy on imports yoy using hac 6"
  ),
  Lesson(
    "too-few-observations",
    [
      "With as many coefficients as periods every line fits; what is left over is what tells.",
      "Take a longer window, fewer regressors or fewer lags.",
    ],
    wrong: "regress exports yoy on imports yoy since 2026-05",
    right: "regress exports yoy on imports yoy since 2018"
  ),
  Lesson(
    "collinear",
    [
      "Regressors that move together exactly share one effect, and no figure says whose it is.",
      "In a gravity equation the effects of countries and periods already hold what is theirs alone.",
    ],
    wrong: "regress exports yoy on imports yoy, imports yoy",
    right: "regress exports yoy on imports yoy"
  ),
  Lesson(
    "perfect-fit",
    ["An identity holds by definition: there is nothing to estimate, and no error to judge it by."],
    wrong: "regress surplus on exports, imports",
    right: "regress surplus on pmi"
  ),
  Lesson(
    "no-convergence",
    [
      "The estimate is repeated until it stands still; where a regressor marks empty flows it never "
        + "does."
    ]
  ),
  Lesson(
    "unknown-regressor",
    [
      "Flows between countries are explained by what both belong to (`RCEP`), by another flow "
        + "(`log imports`), or by a measure that an imported file holds for each partner."
    ],
    wrong: "gravity exports on distance",
    right: "gravity exports since 2017 on RCEP using simple"
  ),
  Lesson(
    "needs-growth",
    ["A decomposition starts from the growth of one period on a year before."],
    wrong: "split imports of soybeans 2025"
  ),
  Lesson(
    "no-quantity",
    [
      "Value is quantity times unit value; with the value alone the two cannot be told apart.",
      "An imported file with a column of weights has both.",
    ],
    wrong: "fisher(exports of ships)"
  ),
  Lesson(
    "needs-rate",
    ["A projection is arithmetic on a rate that you choose; a balance takes an amount a year."],
    wrong: "project exports to 2030",
    right: "project exports to 2030 at 5%"
  ),
  Lesson(
    "nothing-ahead",
    ["A projection begins where the figures end; what lies before is known."],
    wrong: "project exports to 2020 at 5%",
    right: "project exports to 2030 at 5%"
  ),
  Lesson(
    "needs-and",
    ["`between` takes two events or periods: from the month of the first to that of the second."],
    wrong: "exports between trade war",
    right: "exports yoy between trade war and covid"
  ),
  Lesson(
    "needs-forecast",
    ["An interval says where a forecast would lie, nineteen times in twenty; figures have none."],
    wrong: "exports 2025 with interval",
    right: "exports forecast 6m with interval"
  ),
  Lesson(
    "spurious",
    [
      "Two series that drift fit each other whether or not they have to do with each other.",
      "A rule of thumb: suspect it where R² is above the Durbin–Watson statistic (Granger and "
        + "Newbold 1974). Growth or differences do not drift.",
    ],
    right: "unitroot exports log"
  ),
  Lesson(
    "autocorrelated",
    [
      "Growth on a year earlier overlaps from month to month, so its errors follow each other, and "
        + "classical standard errors come out too small.",
      "Newey and West's allow for it: `using hac`.",
    ],
    right: "regress exports yoy on imports yoy using hac"
  ),
  Lesson(
    "few-observations",
    ["Tables of t and F assume more than a few periods; below thirty take them with care."]
  ),
  Lesson(
    "drifting",
    [
      "Tests of what leads assume series that return to a level; those that drift lead by chance.",
      "A correlation of two series that drift is high by chance as well (Granger and Newbold 1974).",
    ],
    right: "granger exports yoy on imports yoy using 4 lags"
  ),
  Lesson(
    "gaps-left-out",
    ["A period takes part where every series has a figure; nothing is filled in."]
  ),
  Lesson(
    "one-reporter",
    [
      "With the flows of one reporter only, what changes for it alone, its demand or its prices, "
        + "stays mixed with what changes for all."
    ]
  ),
  Lesson(
    "unit-values",
    ["A dearer tonne may be a better one: unit values mix price with quality and kind."]
  ),
  Lesson(
    "breaks-and-drift",
    ["The test of a break takes errors for unrelated; where a series drifts it finds too many."]
  ),
  Lesson(
    "outliers",
    [
      "A month further from season and trend than five times what is usual: a shock, a holiday, or "
        + "a mistake in the data.",
      "`robust` gives such months little weight when it looks for the season.",
    ],
    right: "exports sa (robust) in 2020"
  ),
]
