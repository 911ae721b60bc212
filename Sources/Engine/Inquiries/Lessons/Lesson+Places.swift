// Directions, partners, products, members.
let placeLessons: [Lesson] = [
  Lesson(
    "wrong-direction",
    [
      "Exports go `to` a partner, imports come `from` one, and trade and balances are `with` one."
        + " The wrong word is never reinterpreted: it may mean that the wrong flow was asked for."
    ],
    wrong: "exports from US 2025-11",
    right: "exports to US 2025-11"
  ),
  Lesson(
    "to-takes-partner",
    ["`to` and `from` name a partner; a span of time is written `2020..2025` or `since 2020`."],
    wrong: "exports to 2025",
    right: "exports until 2025"
  ),
  Lesson(
    "in-takes-period",
    ["`in` takes a period, a currency or a unit; a partner follows `to`, `from` or `with`."],
    wrong: "exports in US",
    right: "exports to US in 2025"
  ),
  Lesson(
    "of-takes-product",
    ["`of` names a product; a partner follows `to`, `from` or `with`."],
    wrong: "exports of US",
    right: "export volume of steel 2025"
  ),
  Lesson(
    "missing-preposition",
    ["A partner needs its preposition, which says in which direction the goods went."],
    wrong: "exports US 2025-11",
    right: "exports to US 2025-11"
  ),
  Lesson(
    "unknown-partner",
    ["No partner has this name. `list partners` shows whose figures are loaded."],
    wrong: "exports to Jpan",
    right: "exports to Japan 2025-11"
  ),
  Lesson(
    "unknown-product",
    ["No product has this name. `list products` shows what there is; HS codes work as well."],
    wrong: "exports of stel",
    right: "export volume of steel 2025"
  ),
  Lesson(
    "takes-no-partner",
    ["An index, a rate or a reserve belongs to a country, not to a flow between two."],
    wrong: "pmi to US",
    right: "pmi 2025-11"
  ),
  Lesson(
    "not-loaded",
    [
      "The name is known, but the data hold no such figures: that is not the same as zero."
        + " `describe` shows what there is of a name."
    ],
    wrong: "exports to Bhutan",
    right: "exports to Vietnam 2025-04"
  ),
  Lesson(
    "world-not-loaded",
    ["This needs the trade of the whole world by product, which the data do not hold."]
  ),
  Lesson(
    "rates-not-loaded",
    ["Amounts are converted month by month; no rates of this currency are loaded."],
    wrong: "exports in EUR 2025-06",
    right: "exports in CNY 2025-06"
  ),
  Lesson(
    "mirror-needs-partner",
    [
      "The mirror of a flow is what the partner reports of it: it needs to be known which partner."
    ],
    wrong: "exports mirror",
    right: "exports to US mirror 2024"
  ),
  Lesson(
    "mirror-mismatch",
    ["A flow has two ends: only its partner can report the other side of it."],
    wrong: "exports to US reported by Japan",
    right: "exports to US reported by US 2024"
  ),
  Lesson(
    "unknown-dimension",
    ["Figures are kept apart by partner, country or product, as far as they are measured so."],
    wrong: "pmi by partner",
    right: "exports by partner 2025-11"
  ),
  Lesson(
    "one-dimension",
    ["Members can be kept apart along several dimensions, but not twice along one."],
    wrong: "exports by partner, country 2025-11",
    right: "exports by partner 2025-11"
  ),
  Lesson(
    "needs-dimension",
    ["By what? A dimension such as `partner`, or a unit of time such as `year`."],
    wrong: "exports by",
    right: "exports by partner 2025-11"
  ),
  Lesson(
    "needs-members",
    [
      "Concentration is that of members, and so are totals and shares: they need a grouping such as"
        + " `by partner`."
    ],
    wrong: "hhi(exports 2025)",
    right: "hhi(exports by partner 2025)"
  ),
  Lesson(
    "where-needs-members",
    ["`where` chooses among members; group them first."],
    wrong: "exports 2025 where share > 5%",
    right: "exports by partner 2025 where share > 5%"
  ),
  Lesson(
    "rank-needs-measure",
    ["A ranking is by something: the largest partners by exports are not those by growth."],
    wrong: "top 5 partners",
    right: "top 5 partners by exports 2025"
  ),
  Lesson(
    "needs-partner",
    ["A partner belongs here: a country, a territory, or a group such as ASEAN."],
    wrong: "exports to",
    right: "exports to ASEAN 2025-11"
  ),
  Lesson(
    "needs-product",
    ["A product belongs here, by name or by its code in the Harmonized System."],
    wrong: "exports of",
    right: "export volume of steel 2025"
  ),
  Lesson(
    "unknown-attribute",
    ["`where` tests the region, the value, the share, the rank or a transform of each member."],
    wrong: "exports by partner 2025 where colour = red",
    right: "exports by country 2025 where region = asia"
  ),
]
