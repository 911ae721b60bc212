// Lessons that a class takes, and what is typed in them.
let teachingLessons: [Lesson] = [
  Lesson(
    "bad-quiz",
    [
      "A quiz needs an answer that can be worked out, and `if` lines that can.",
      "`tradewind lesson check FILE` works out every one and says what is wrong.",
    ]
  ),
  Lesson(
    "not-a-lesson",
    ["A lesson holds at least one question, a `quiz` block, or one step, a `trade` block."]
  ),
  Lesson(
    "not-an-answer",
    [
      "An answer is a number with its unit, a period, a name, true or false, or a query that gives",
      "one: what the question takes stands below it. A query that gives a series is no one number.",
    ]
  ),
  Lesson(
    "no-open-question",
    ["`answer`, `hint` and `skip` are about the open question of a lesson; `next` goes on to it."]
  ),
  Lesson(
    "not-to-be-skipped",
    ["The teacher says when a question may be left without an answer; `hint` helps before."]
  ),
  Lesson(
    "no-reports",
    [
      "`tradewind lesson collect FOLDER` reads the reports that students write by",
      "`progress \"NAME.json\"`.",
    ]
  ),
  Lesson(
    "not-a-report",
    ["A report of a lesson is written by `progress \"NAME.json\"`; other files are passed over."]
  ),
]
