// What can be wrong with a table on a server.
let serverLessons: [Lesson] = [
  Lesson(
    "needs-address",
    ["A table on a server is named by its address, `clickhouse://user@host:8123/database.table`."]
  ),
  Lesson(
    "bad-address",
    [
      "An address is `clickhouse://user@host:8123/database.table`, or `clickhouses://` with encryption.",
      "Behind a question mark stand `ca=FILE`, `timeout=SECONDS`, `cluster=NAME` and columns.",
      "What is special in an address is written as in any other: `%40` for an @.",
    ]
  ),
  Lesson(
    "password-in-address",
    [
      "Addresses are saved with sessions and kept in histories; passwords must not be.",
      "Set TRADEWIND_CLICKHOUSE_PASSWORD, or leave it out: at a terminal you are asked.",
    ]
  ),
  Lesson(
    "servers-refused",
    [
      "A session may come from a stranger, and what it asks a server could be anything.",
      "Name the table yourself, by `--data`: then the session may open it.",
    ]
  ),
  Lesson(
    "server-unreachable",
    ["No connection came about: the host, the port, a firewall, or a server that is down."]
  ),
  Lesson(
    "server-not-trusted",
    [
      "The certificate of the server is signed by nobody that this machine trusts.",
      "`?ca=FILE` or TRADEWIND_CLICKHOUSE_CA names the authority of your own servers.",
    ]
  ),
  Lesson(
    "server-refused",
    [
      "The user or the password is wrong, or the user may not read the table; reading is all it needs."
    ]
  ),
  Lesson(
    "server-timeout",
    ["The statement took longer than allowed and was stopped; `?timeout=SECONDS` allows more."]
  ),
  Lesson("server-failed", ["The server gave up; what it says stands behind the colon."]),
  Lesson(
    "shard-lost",
    [
      "A cluster keeps a part of the facts on each shard; without one of them a sum is too small.",
      "So there is no answer rather than a wrong one. With replicas, losing one server changes nothing.",
    ]
  ),
  Lesson(
    "sums-not-whole",
    [
      "The profile of the user tells the server to answer without shards that are down, or in part.",
      "Such a sum looks like any other, so none is asked for until the profile says otherwise.",
    ]
  ),
  Lesson(
    "sum-too-large",
    ["The sum does not fit into the column's type, and a server would let it run over unseen."]
  ),
  Lesson("no-such-table", ["The database or the table is not there, or this user may not see it."]),
  Lesson(
    "table-changed",
    ["Facts of new members came in since; `refresh` looks at the table anew."]
  ),
  Lesson(
    "table-differs",
    ["What is there is left alone: `export data` only completes loads that it began itself."]
  ),
  Lesson(
    "no-such-cluster",
    ["To spread a table, every server of one cluster is named in the address, divided by commas."]
  ),
  Lesson("load-incomplete", ["Count and sum of a year differ from what was sent; load it again."]),
  Lesson(
    "cannot-load",
    ["A table holds exports and imports in one currency and one vintage, and nothing else."]
  ),
]
