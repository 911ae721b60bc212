// What can be wrong with a file that is brought in.
let importLessons: [Lesson] = [
  Lesson("empty-file", ["The file holds nothing; the download may have failed."]),
  Lesson(
    "bad-encoding",
    ["The bytes are in no encoding that reads them all; `encoding NAME` says which it is."]
  ),
  Lesson("unknown-encoding", ["`encoding` takes the name of an encoding that is read here."]),
  Lesson("not-a-table", ["Only text with rows and columns, or JSON of known kinds, is read."]),
  Lesson("bad-archive", ["The file is packed, and what it holds cannot be unpacked whole."]),
  Lesson("unknown-sheet", ["A workbook has sheets; `sheet NAME` takes one of those it has."]),
  Lesson("bad-json", ["The file begins as JSON and then breaks its rules at the line named."]),
  Lesson("bad-row", ["With `strict` one row that cannot be read refuses the file."]),
  Lesson(
    "unknown-layout",
    ["The columns have no names that are known. A mapping in parentheses says what they are."]
  ),
  Lesson("unknown-column", ["A mapping names a column that the file does not have."]),
  Lesson("unknown-role", ["A column is a period, a partner, a product, a flow or a value."]),
  Lesson("bad-mapping", ["A mapping is `role: column`, or `column*1000` if scaled."]),
  Lesson("needs-flow", ["Amounts of trade go out or come in; the mapping says which."]),
  Lesson("no-figures", ["The file describes data without holding an observation."]),
  Lesson("names-destroyed", ["The names were lost in an earlier conversion; get the file anew."]),
  Lesson(
    "unknown-clause",
    [
      "`import` takes `as`, `in`, `scale`, `skip`, `repeats`, `combine`, `sheet`, `encoding`, `strict`."
    ]
  ),
  Lesson("unknown-unit", ["A unit is a currency or a physical unit, as in `in EUR`."]),
  Lesson(
    "unknown-data-set",
    ["`list data` names the data sets of the session; `import` adds one."],
    wrong: "use nowhere"
  ),
]
