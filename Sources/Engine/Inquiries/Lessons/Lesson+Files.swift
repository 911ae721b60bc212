/// Lessons on files of figures, which `import` reads.
let fileLessons: [Lesson] = [
  Lesson(
    "not-a-table",
    [
      "A table is text with fields: commas, semicolons or tabs between them. The diagnostic names the "
        + "command that makes such text of the file."
    ]
  ),
  Lesson("empty-file", ["The file holds nothing: perhaps a download that never began."]),
  Lesson(
    "bad-encoding",
    [
      "Letters beyond English are bytes whose meaning the file does not say. UTF-8, UTF-16 and "
        + "Latin-1 are read; `encoding latin-1` behind the file name settles a doubt."
    ]
  ),
  Lesson("unknown-encoding", ["Known encodings are utf-8, utf-16 and latin-1."]),
  Lesson(
    "unknown-layout",
    [
      "Columns are known by their names. Where the names say nothing, the clause in parentheses does: "
        + "`(period: COLUMN, partner: COLUMN, exports: COLUMN)`."
    ]
  ),
  Lesson(
    "needs-flow",
    [
      "Amounts by partner may be exports or imports. A column, the name of the file or the clause "
        + "`(flow: exports)` tells."
    ]
  ),
  Lesson(
    "names-destroyed",
    [
      "A program that knew no Chinese wrote `?` for every letter. What was there is gone: only the "
        + "original file helps."
    ]
  ),
  Lesson(
    "no-figures",
    ["The layout was recognised, but no row gave a figure. The first refused rows say why."]
  ),
  Lesson(
    "bad-row",
    ["`strict` stops at the first row that cannot be read; without it rows are counted."]
  ),
  Lesson("bad-json", ["The file breaks the rules of JSON in the line named, or breaks off there."]),
  Lesson(
    "bad-mapping",
    ["A mapping names a role and a column: `(period: date, value: usd*1000)`."]
  ),
  Lesson(
    "unknown-role",
    ["Roles are period, year, month, reporter, partner, flow, product, value, …"]
  ),
  Lesson(
    "unknown-column",
    ["The file has no column of that name; the diagnostic lists those it has."]
  ),
  Lesson(
    "unknown-clause",
    [
      "Behind the file stand `as`, `in`, `encoding`, `strict`, `scale` and a mapping in parentheses."
    ]
  ),
  Lesson(
    "unknown-unit",
    ["A unit is a currency, with a power of ten where needed: `in cny*10000`."]
  ),
  Lesson(
    "unknown-data-set",
    ["`list data` names the data sets of the session; `import` adds one."]
  ),
]
