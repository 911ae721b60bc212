// Periods, windows, vintages.
let timeLessons: [Lesson] = [
  Lesson(
    "no-such-period",
    ["The calendar has no such period: four quarters, two halves and twelve months a year."],
    wrong: "exports 2025Q5",
    right: "exports 2025Q4"
  ),
  Lesson(
    "ambiguous-period",
    [
      "A bare period behind a sum may be meant for both sides or for the last alone: all months"
        + " of exports less one year of imports is a number too."
    ],
    wrong: "exports - imports 2025",
    right: "(exports - imports) 2025"
  ),
  Lesson(
    "nothing-matches",
    [
      "The words are right, but there are no figures for this: outside of the span of the series,"
        + " or not yet published on the day as of which figures are taken."
    ],
    wrong: "exports 1990-01",
    right: "exports 2025-11"
  ),
  Lesson(
    "not-published",
    [
      "The source publishes growth on a year earlier, of exports and of imports, for the month and"
        + " the year to date. All other growth is computed."
    ],
    wrong: "exports mom published",
    right: "exports yoy 2025-11 published"
  ),
  Lesson(
    "needs-day",
    ["A vintage is named by the day on which figures were looked up."],
    wrong: "exports 2025-11 as of",
    right: "exports 2025-11 as of 2025-12-08"
  ),
  Lesson(
    "needs-period",
    ["A period belongs here: a year, a quarter, a month, or an event that dates one."],
    wrong: "exports since",
    right: "exports since 2025"
  ),
  Lesson(
    "needs-grain",
    ["A unit of time belongs here: month, quarter, half or year."],
    wrong: "exports last 5",
    right: "exports last 5 months"
  ),
  Lesson(
    "needs-span",
    ["This needs a length of time: months, quarters or years, as in `3m`, `4q`, `5y`."],
    wrong: "exports cagr",
    right: "exports 5y cagr"
  ),
  Lesson(
    "unknown-event",
    ["No event has this name. `list events` shows those that may stand for a date or a window."],
    wrong: "exports since party",
    right: "exports to US during \"trade war\""
  ),
  Lesson(
    "out-of-range",
    ["A shift of more than a century leaves every series."],
    wrong: "exports lag 5000",
    right: "exports lag 12 2025-11"
  ),
]
