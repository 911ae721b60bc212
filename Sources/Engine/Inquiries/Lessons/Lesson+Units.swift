// What may be added, compared and transformed.
let unitLessons: [Lesson] = [
  Lesson(
    "unit-mismatch",
    [
      "Money, percentages and points do not mix: there is no sum of dollars and a rate of growth.",
      "A transform binds only to the phrase on its left; parentheses make a phrase of a sum.",
    ],
    wrong: "exports - imports yoy",
    right: "(exports - imports) change yoy 2025-11"
  ),
  Lesson(
    "flows-only",
    [
      "A running total adds up amounts. Growth rates, indices and shares do not add up: the sum of"
        + " seven monthly rates is the growth of nothing.",
      "Add up first and compare then: exports of January to July 2026 grew by 18.5 %, while the"
        + " mean of the seven monthly rates is 19.4 %.",
    ],
    wrong: "exports yoy ytd 2026-07",
    right: "exports ytd yoy 2026-07"
  ),
  Lesson(
    "growth-needs-horizon",
    [
      "Growth over which horizon? On a year earlier, on the month or quarter before, or as a steady"
        + " rate over years: they answer different questions and differ by any amount."
    ],
    wrong: "growth of exports",
    right: "exports yoy 2025-11"
  ),
  Lesson(
    "pp-needs-percentage",
    [
      "Percentage points are the difference of two percentages: a share of 15 % that falls to 11 %"
        + " falls by 4 points, and by 27 percent. Amounts grow in percent or change in their unit."
    ],
    wrong: "exports yoy pp 2025-11",
    right: "share of exports to US yoy 2025-11"
  ),
  Lesson(
    "cannot-compare",
    ["Only like is compared with like: an amount with an amount, a rate with a rate."],
    wrong: "surplus 2025 > 20%",
    right: "surplus 2025 > 1 trillion"
  ),
  Lesson(
    "currency-mismatch",
    [
      "Amounts of different currencies add up only in one of them. `in CNY` converts each month at"
        + " its own average rate; a rate of growth is never converted."
    ],
    wrong: "exports in CNY - imports",
    right: "exports in CNY 2025-06"
  ),
  Lesson(
    "signed-growth",
    [
      "A balance crosses zero. An index or compound growth of what may be negative has no meaning;"
        + " the change in money has."
    ],
    wrong: "surplus index 2019=100",
    right: "surplus change yoy 2025-11"
  ),
  Lesson(
    "not-annualisable",
    [
      "An annual rate scales growth over a short span, or a flow, to a year. A level, an index or"
        + " a share has no pace."
    ],
    wrong: "pmi saar",
    right: "exports 3m/3m saar 2026-07"
  ),
  Lesson(
    "ambiguous-scale",
    [
      "`5m` may be five million or five months. Amounts are written `mn`, `bn`, `tn` or in words."
    ],
    right: "exports 2025-11 > 300 bn"
  ),
  Lesson(
    "needs-scale",
    ["An amount of money names its scale: `500 bn`, `1.5 trillion`, `20 mn`."],
    right: "surplus 2025 > 1 trillion"
  ),
  Lesson(
    "chained-comparison",
    ["A comparison is true or false, so it cannot be compared again. `and` joins two of them."],
    wrong: "when 45 < pmi < 50",
    right: "when pmi > 45 and pmi < 50"
  ),
  Lesson(
    "contributions-need-growth",
    [
      "Contributions are the points that parts add to a rate of growth; without the growth there is"
        + " nothing to add up to."
    ],
    wrong: "contributions to exports by partner 2025-11",
    right: "contributions to exports yoy by partner 2025-11"
  ),
  Lesson(
    "already-one-number",
    ["One number has no series left in it to choose from, to average or to transform."],
    wrong: "average exports 2025-11",
    right: "average exports in 2025"
  ),
  Lesson(
    "frequency-mismatch",
    [
      "Months, quarters and years meet only after grouping. `by year` adds the flows of both sides"
        + " up before they are compared."
    ],
    wrong: "exports by year 2025-11",
    right: "exports by year since 2023"
  ),
  Lesson(
    "needs-series",
    ["This looks along a series: it needs several periods, not one number."],
    wrong: "when surplus 2025 > 1 trillion",
    right: "when surplus ytd > 1 trillion"
  ),
  Lesson(
    "share-needs-whole",
    [
      "A share is of something. Without a partner or product to leave out, the whole has to be"
        + " named."
    ],
    wrong: "share of exports",
    right: "share of exports to US 2025"
  ),
  Lesson(
    "not-a-part",
    [
      "A share compares a part with the whole that holds it. The United States are not in the"
        + " European Union: their trade over the Union's is a ratio, not a share."
    ],
    wrong: "share of US in imports from EU 2024",
    right: "share of Germany in exports to EU 2024"
  ),
]
