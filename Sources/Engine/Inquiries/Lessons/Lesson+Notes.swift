// What the notes under answers are about.
let noteLessons: [Lesson] = [
  Lesson(
    "lunar-new-year",
    [
      "The Lunar New Year moves between January and February, and with it the weeks in which"
        + " factories stand still. One of the two months alone says little; both together do."
    ],
    wrong: "exports yoy 2026-02",
    right: "exports yoy 2026-01..02"
  ),
  Lesson(
    "small-base",
    [
      "Growth on a year that itself was unusual repeats that year with the sign turned. The pace"
        + " over two years leaves the odd year out."
    ],
    wrong: "exports yoy 2022",
    right: "exports cagr 2019..2022"
  ),
  Lesson(
    "not-meaningful",
    [
      "A percentage of a deficit, or of nearly nothing, says nothing: from −62 to +35 is no fall of"
        + " 156 %. The change in money is what there is to say."
    ],
    wrong: "surplus yoy 2021-02",
    right: "surplus change yoy 2021-02"
  ),
  Lesson(
    "mixed-vintages",
    [
      "The source compared its new figure with a base that it had revised, or did not publish."
        + " Computed growth takes one vintage for both; `published` quotes the source; `check` and"
        + " `explain` show why they differ."
    ],
    wrong: "exports yoy 2025-11 as of 2025-12-08",
    right: "check exports yoy 2025-11"
  ),
  Lesson(
    "not-first-print",
    [
      "What an office first said about a period can be told only where somebody kept it. For other"
        + " periods the oldest figure at hand stands in, which may have been revised for years;"
        + " `revisions` lists the vintages there are."
    ],
    wrong: "exports 2023 as first published",
    right: "exports 2024 as first published"
  ),
  Lesson(
    "average-of-growth",
    ["The mean of growth rates gives a month of little trade the weight of one of much."],
    wrong: "average exports yoy 2026-01..07",
    right: "exports ytd yoy 2026-07"
  ),
  Lesson(
    "doubtful-season",
    [
      "X-13ARIMA-SEATS measures its own work: M7 compares the season that moves with the one that"
        + " stays, Q is the weighted mean of eleven such measures, QS looks for a season in what was"
        + " adjusted. Above 1, or with a small probability, the adjusted figures are no basis for"
        + " month-on-month growth."
    ]
  ),
  Lesson(
    "not-adjusted",
    [
      "Of some members of a table the program made nothing; they have no figures rather than"
        + " unadjusted ones."
    ]
  ),
  Lesson(
    "program-warnings",
    [
      "What the program that was asked warns of, in its own words. A seasonal peak in the spectrum"
        + " of what was adjusted means that a season is left; one of trading days, that"
        + " `trading` among the methods may help."
    ]
  ),
  Lesson(
    "not-seasonally-adjusted",
    ["From one month to the next trade follows holidays and the length of the month first of all."],
    wrong: "exports mom 2026-03",
    right: "exports yoy 2026-03"
  ),
  Lesson(
    "partial-period",
    ["A year that is not over is compared with the same months of the others, and marked."],
    wrong: "exports 2026",
    right: "exports ytd yoy 2026-07"
  ),
  Lesson(
    "members-differ",
    [
      "An index of concentration depends on the list of members it is taken over. Where more of them"
        + " have figures in one year than in another, the list differs and so does the index."
    ],
    wrong: "hhi(exports by partner) 2024"
  ),
  Lesson(
    "members-grouped",
    [
      "The more members share a whole, the less concentrated it is. Where an office publishes a group"
        + " of countries as one figure, the index takes it for one large member: of two such lists"
        + " compare only the same."
    ],
    wrong: "hhi(exports by partner 2024)"
  ),
  Lesson(
    "products-overlap",
    [
      "Chips are high-tech products, and these are machinery and electronics for the most part. Added up"
        + " with the classes that hold them, goods would count twice or three times."
    ],
    wrong: "exports by product 2025",
    right: "exports of \"high-tech products\" 2025"
  ),
  Lesson(
    "nominal-values",
    ["Over years money itself changes: prices and exchange rates are in every growth of value."],
    wrong: "exports cagr 2015..2025"
  ),
  Lesson(
    "mirror-basis",
    [
      "Both ends of a flow count it: one free on board by destination, the other by origin, at"
        + " another time, with other parcels left out. Neither is the error of the other."
    ],
    wrong: "exports to US reported by US 2024",
    right: "exports to US 2024 vs reported by US"
  ),
  Lesson(
    "derived",
    [
      "The source gave no dollar figure of its own for this; it was computed from yuan, from totals"
        + " or from growth. `explain` names the method of each."
    ]
  ),
  Lesson(
    "combined",
    [
      "China publishes January and February together in most years. They are never split: no one"
        + " knows the parts."
    ]
  ),
  Lesson(
    "shown-anyway",
    [
      "A table `by partner` or `by product` shows shares and the total of all members. Behind `top 10`"
        + " the total is shown if asked for: it is that of all, not of the ten."
    ],
    wrong: "exports by partner 2025 with total",
    right: "top 5 partners by exports 2025 with total"
  ),
  Lesson(
    "partners-missing",
    [
      "Not every partner has a figure for every month; those without are in the rest of the world."
    ],
    wrong: "exports by partner 2025-11"
  ),
  Lesson(
    "not-compared",
    ["Where there is no value, a condition is not true; such periods are counted and named."]
  ),
]
