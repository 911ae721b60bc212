"""Writes the results of the comparison down as Docs/Benchmarks.md."""
import statistics

from agree import section

INTRODUCTION = """
# Benchmarks

Written by `tradewind-bench compare`, which makes the data, loads every engine, lets them take turns and
checks their answers; what follows is one run of it.

    swift build -c release --static-swift-stdlib --product tradewind
    swift build -c release --static-swift-stdlib --product tradewind-bench
    .build/release/tradewind-bench compare --rows 10k,10m,100m --python PYTHON

`PYTHON` is an interpreter with the packages `duckdb`, `polars`, `chdb` and `pyarrow`; engines that are not there
are left out. `--help` tells of the other options. `tradewind-bench kernels FILE` measures the bare scans.

What is timed on our side is the way of an entry at the prompt, from the text to the answer: lexed, parsed, resolved,
scanned, computed, described. Nothing is remembered between two lines. DuckDB's times include parsing and the
result as an Arrow table; its column is the best of three forms: a file with sorted enumerations, a file as the
CSV is and, up to 10 million rows, a table of enumerations in memory. *rows* answers from rows alone, *rollups* may
use the sums that an import keeps beside them; DuckDB had no such sums. All engines may use two threads.

`Q7s` asks for the advantage month by month, `Q7` for all months together; SQL asks the same. In `Q9r` shares are
those of partners, for each reporter and month. Southeast Asia has eleven members since October 2025. Goals are
for 10 million rows and more; smaller data show the cost of a query as such.
Why some goals are missed is told in [Decisions.md](Decisions.md).
"""

CLOSING = """
## Exactness

Values are whole numbers of a decimal unit fixed for the table (cents by default). Sums are 64-bit whole numbers and
therefore exact, in any order and on any number of threads; a table whose absolute values together pass 2⁶³ units
is refused, so no sum can overflow. Only the last step rounds: to a double and by one division. Below 2⁵³ units
(90 trillion in cents) the result is the double nearest to the true sum; above, two roundings keep the relative error
below 2⁻⁵². Values that are not whole numbers of the unit are refused, not rounded.

## Micro-benchmarks

`tradewind-bench kernels` runs the same questions as bare scans with hand-written arithmetic, fifteen times each, with
what each scan read. It is our own executable and not a benchmark package: the figures that matter here are ratios
to other engines in one run, which such packages do not take, and they ask for a system library to count allocations.

## Not measured

Cold disks; files of about 47 columns as official bulk downloads have; SQLite beyond 100 thousand rows (minutes a
query); Polars and chDB beyond 10 million rows unless asked for, because they need several times the memory.
"""


def ms(value):
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def times(ratio):
    return f"×{ratio:.0f}" if ratio >= 10 else f"×{ratio:.1f}"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "|".join(["---"] + ["--:"] * (len(head) - 1)) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def best(cells, key):
    known = [c[key] for n, c in cells.items() if n.startswith("duckdb") and key in c]
    return min(known) if known else None


def verdict(ratio, goal):
    return "–" if goal is None else f"×{goal:g}" if ratio >= goal else f"**×{goal:g} missed**"


def query_table(result, queries):
    names = [n for n in ("polars", "chdb", "sqlite") if any(n in c for c in result["queries"].values())]
    has_rollups = any("rollups" in c for c in result["queries"].values())
    has_goals = result["rows"] >= 10_000_000
    head = ["query", "DuckDB", "rows", "ratio"] + (["goal"] if has_goals else [])
    head += (["rollups", "ratio"] + (["goal"] if has_goals else [])) if has_rollups else []
    head += [{"polars": "Polars", "chdb": "chDB", "sqlite": "SQLite"}[n] for n in names]
    rows = []
    for query in queries:
        cells = result["queries"].get(query["name"])
        if not cells or "median" not in cells.get("rows", {}) or best(cells, "median") is None:
            continue
        duck, own = best(cells, "median"), cells["rows"]["median"]
        least = best(cells, "least") / cells["rows"]["least"]
        goal = query["goal"][0] if result["rows"] < 100_000_000 else query["goal"][-1]
        row = [f"{query['name']} `{query['text']}`", ms(duck), ms(own), f"{times(duck / own)} ({times(least)})"]
        row += [verdict(duck / own, goal)] if has_goals else []
        if has_rollups:
            rolled = cells["rollups"]["median"]
            row += [ms(rolled), times(duck / rolled)]
            row += [verdict(duck / rolled, query["rolled"])] if has_goals else []
        row += [ms(cells[n]["median"]) if "median" in cells.get(n, {}) else "–" for n in names]
        rows.append(row)
    return table(head, rows)


def memory_table(result):
    rows = []
    for name, end in result["end"].items():
        ready = result["ready"].get(name, {})
        rows.append([name, f"{1e3 * ready.get('load_s', 0):.1f}", str(end.get("rss_mb", "")),
                     str(end.get("peak_mb", ""))])
    return table(["engine", "open or load, ms", "resident after all queries, MB", "at most, MB"], rows)


def size_text(result):
    report = result["import"]
    text = (f"Columns take {report['column_bytes'] / max(report['rows'], 1):.2f} bytes a row, rollups "
            f"{report['rollup_bytes'] / 1e6:.0f} MB, the file {report['file_bytes'] / 1e6:.1f} MB")
    sizes = result.get("bytes", {})
    if sizes:
        text += " (DuckDB " + ", ".join(f"{b / 1e6:.1f} MB {n}" for n, b in sizes.items()) + ")"
    return text + f". The import took {report['total_s']:.2f} s and at most {report['peak_mb']} MB.\n"


def ingest_table(result):
    taken = {k: statistics.median(v) for k, v in result["ingest"].items()}
    rows = [["DuckDB, `CREATE TABLE AS` in memory", f"{taken['duckdb']:.2f}", "", ""]]
    for key, label, goal in (("encoded", "ours, to encoded rows", 4),
                             ("file", "ours, to the finished file with rollups", 1.7)):
        ratio = taken["duckdb"] / taken[key]
        rows.append([label, f"{taken[key]:.2f}", times(ratio), verdict(ratio, goal)])
    rounds = len(result["ingest"]["file"])
    return table([f"loading the CSV, medians of {rounds}", "seconds", "DuckDB ÷ ours", "goal"], rows)


def write_document(path, results, queries):
    parts = [INTRODUCTION, f"**Machine**: {results['machine']}\n\n**Versions**: {results['versions']}"]
    for rows in sorted(int(r) for r in results["sizes"]):
        result = results["sizes"][str(rows)]
        parts.append(f"## {rows:,} rows\n\nMedians of {result['rounds']} rounds, in milliseconds; the ratio of the "
                     "least times stands in brackets.\n\n" + query_table(result, queries))
        parts.append("All engines gave the same answers." if not result["wrong"]
                     else f"**{result['wrong']} answers differed.**")
        parts.append(memory_table(result))
        parts.append(size_text(result))
        if "ingest" in result:
            parts.append(ingest_table(result))
    if results.get("start"):
        parts.append("## From the start of a process to its first answer\n\nTen thousand rows, milliseconds, "
                     "medians of 21; the goal is 10 ms.\n\n" + table(["program", "median", "least"], [
                         [n, ms(t["median"]), ms(t["least"])] for n, t in results["start"].items()]))
    parts.append(section(results.get("agreement")))
    parts.append(CLOSING)
    with open(path, "w") as file:
        file.write("\n".join(part.strip("\n") + "\n" for part in parts))
