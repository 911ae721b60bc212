// How a line is put together.
let syntaxLessons: [Lesson] = [
  Lesson(
    "unknown-name",
    ["No word, measure or name of the session is spelled so. `find TEXT` looks for one."],
    wrong: "exprots to US",
    right: "exports to US 2025-11"
  ),
  Lesson(
    "unexpected",
    ["The line is clear up to here; this word does not fit behind what stands before it."],
    wrong: "exports 2025 )",
    right: "exports 2025"
  ),
  Lesson(
    "and-joins-conditions",
    ["`and` joins conditions. Partners stand beside each other by commas and add up by `+`."],
    wrong: "exports to US and EU",
    right: "exports to US, EU 2025-11"
  ),
  Lesson(
    "said-twice",
    ["Each kind of qualifier stands once: two windows or two partners contradict each other."],
    wrong: "exports to US to EU",
    right: "exports to US, EU 2025-11"
  ),
  Lesson(
    "name-taken",
    ["A name that already means something would change what other lines say."],
    wrong: "let us = exports to US",
    right: "let to_us = exports to US"
  ),
  Lesson(
    "fragment-needs-phrase",
    ["Behind `vs` a fragment repeats the phrase on its left with one thing changed."],
    right: "exports 2025 vs 2024"
  ),
  Lesson(
    "fragment-needs-slot",
    ["A fragment changes one thing of the phrase on its left, which must have such a thing."],
    wrong: "pmi vs EU",
    right: "exports to US vs EU"
  ),
  Lesson(
    "hole",
    ["`?` asks what may stand here; a line with it in the place of a measure is unfinished."],
    wrong: "(?) yoy",
    right: "exports to US ?"
  ),
  Lesson(
    "needs-measure",
    ["A measure is what is asked for: exports, imports, surplus, pmi. `list measures` has all."],
    wrong: "to US",
    right: "exports to US 2025-11"
  ),
  Lesson(
    "needs-query",
    ["The word in front works on a query, which belongs behind it."],
    wrong: "source",
    right: "source exports 2025-11"
  ),
  Lesson(
    "needs-operand",
    ["A side is missing: something belongs behind the sign or the word."],
    wrong: "exports vs",
    right: "exports vs imports"
  ),
  Lesson(
    "needs-value",
    ["A test compares with a value: an amount, a percentage, a name."],
    wrong: "exports by partner 2025 where share >",
    right: "exports by partner 2025 where share > 5%"
  ),
  Lesson(
    "needs-comparison",
    ["A test in `where` says how the value is to compare."],
    wrong: "exports by partner 2025 where share",
    right: "exports by partner 2025 where share > 5%"
  ),
  Lesson(
    "needs-list",
    ["`in` behind a key of `where` takes a list in parentheses."],
    wrong: "exports by country 2025 where region in asia",
    right: "exports by country 2025 where region in (asia, europe)"
  ),
  Lesson(
    "needs-number",
    ["A number belongs here."],
    wrong: "exports by partner 2025 limit",
    right: "exports by partner 2025 limit 3"
  ),
  Lesson(
    "needs-of",
    ["A share is `of` something."],
    wrong: "share exports",
    right: "share of exports to US 2025"
  ),
  Lesson(
    "needs-by",
    ["`sorted by` and `reported by` belong together."],
    wrong: "exports by partner 2025 sorted",
    right: "exports by partner 2025 sorted by exports"
  ),
  Lesson(
    "needs-to",
    ["Contributions are to the growth of something."],
    wrong: "contributions",
    right: "contributions to exports yoy by partner 2025-11"
  ),
  Lesson(
    "needs-column",
    ["A table is sorted by one of its columns; their names stand above them."],
    wrong: "exports by partner 2025 sorted by",
    right: "exports by partner 2025 sorted by exports"
  ),
  Lesson(
    "needs-table",
    ["Rows can be sorted and limited where there are rows: in tables of members."],
    wrong: "exports 2025 limit 3",
    right: "exports by partner 2025 limit 3"
  ),
  Lesson(
    "needs-aggregate",
    ["A rolling window is followed by what is made of it: `sum`, `average`, `max`."],
    wrong: "exports rolling 12m",
    right: "exports rolling 12m sum 2026-07"
  ),
  Lesson(
    "needs-transform",
    ["Growth over a span is written with two of them: `3m/3m`."],
    right: "exports 3m/3m 2026-07"
  ),
  Lesson(
    "needs-condition",
    ["This takes a condition: a comparison that is true or false."],
    wrong: "expect surplus 2025",
    right: "expect surplus 2025 > 1 trillion"
  ),
  Lesson(
    "one-condition",
    ["Spells are those of one series; several partners side by side are several."],
    wrong: "when exports to US, EU > 30 bn",
    right: "when exports to US > 30 bn"
  ),
  Lesson(
    "needs-equals",
    ["A name and what it stands for are joined by `=`."],
    wrong: "let x exports",
    right: "let x = exports"
  ),
  Lesson(
    "needs-name",
    ["A name is made of letters, digits and `_`."],
    wrong: "let 5 = exports",
    right: "let five = exports"
  ),
  Lesson(
    "unclosed-parenthesis",
    ["Every `(` needs its `)`."],
    wrong: "(exports 2025",
    right: "(exports - imports) 2025"
  ),
  Lesson(
    "unclosed-quote",
    ["Every quotation mark needs its partner."],
    wrong: "exports during \"covid",
    right: "exports during \"covid\""
  ),
  Lesson(
    "stray-character",
    ["This character has no meaning here; names with such characters stand in quotes."],
    wrong: "exports @ 2025",
    right: "exports 2025"
  ),
  Lesson(
    "line-too-long",
    ["A line of this length is no query; a file is read by `tradewind run`."]
  ),
  Lesson("nested-too-deeply", ["Parentheses nest, but not without end: name a part with `let`."]),
  Lesson(
    "form-does-not-fit",
    [
      "A chart must not say what its figures do not: no line joins names, and rates are not stacked.",
      "`plot` alone takes the form that suits; `as` names another one that fits.",
    ],
    wrong: "plot exports by partner 2025 as line",
    right: "plot exports by partner 2025 as bars"
  ),
  Lesson(
    "unknown-form",
    ["A result is shown in one of the forms that `list forms` names."],
    wrong: "exports as pie",
    right: "exports since 2025 as table"
  ),
  Lesson("unknown-transform", ["No transform has this name; `list transforms` has all."]),
  Lesson(
    "unknown-function",
    ["No function has this name; `list functions` has all, and `def` makes one."]
  ),
  Lesson(
    "wrong-arguments",
    ["A function takes as many arguments as it was made for, in parentheses."],
    wrong: "corr(exports yoy)",
    right: "corr(exports yoy, imports yoy)"
  ),
]
