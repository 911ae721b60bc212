#!/usr/bin/env python3
"""Asks random questions of tradewind and of DuckDB on the same data, and compares every number of every answer.

Started by `tradewind-bench agree`. Each question is asked three times: of the store's rows, of the store with its
rollups, and of DuckDB in SQL that was written for it. A number agrees within one part in a billion; a zero, a number
without meaning and a missing one are three things, but members that trade nothing in any period may be left out.
"""
import argparse
import collections
import json
import os
import re
import subprocess
import sys

from engines import COLUMNS
from questions import PER_YEAR, Maker

SCALES = {"bn": 1e9, "mn": 1e6, "thousand": 1e3, "trillion": 1e12}
TOLERANCE = 1e-9
REFUSED = ("nothing-matches", "not-loaded")


class Ours:
    """Our engine on a store, with or without the sums kept beside its rows."""

    def __init__(self, program, store, flags):
        command = [program, "serve", store, "--whole"] + flags
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        if not self.process.stdout.readline():
            raise RuntimeError("our engine did not start")

    def ask(self, text):
        self.process.stdin.write(text + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        return json.loads(line) if line else {"error": "it ended"}

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def numbers_of_ours(answer, question):
    """The numbers of an answer by members and period; None where one has no meaning."""
    if answer.get("rows") == 0 or "kind" not in answer:
        return {}
    unit = answer.get("unit", "")
    if answer["kind"] == "scalar":
        return {("",): scaled(answer.get("value"), unit)}
    if answer["kind"] == "series":
        return {(p["period"],): scaled(p["value"], unit) for p in answer["points"]}
    columns = answer["columns"]
    labels = [i for i, c in enumerate(columns) if "unit" not in c]
    numbers = {}
    for row in answer["rows"]:
        is_time = columns[0]["name"] in PER_YEAR or columns[0]["name"] == "period" and not question.dimensions
        for i, column in enumerate(columns):
            if "unit" not in column or column["name"] == "share":
                continue
            if is_time:
                key = (column["name"] if question.dimensions else "", row[0])
            else:
                members = " · ".join(str(row[j]) for j in labels)
                key = (members, column["name"] if question.grain and column["name"][0].isdigit() else "")
            key = key if question.dimensions else key[1:]
            if key in numbers:
                raise ValueError(f"two numbers of {key}")
            numbers[key] = scaled(row[i], column["unit"])
    return numbers


def scaled(value, unit):
    return None if value is None else value * SCALES.get(unit.split()[-1], 1) if unit else value


def numbers_of_sql(rows, question, names):
    numbers = {}
    for row in rows:
        members = [name(d, code, names) for d, code in zip(question.dimensions, row)]
        rest = list(row[len(members):])
        key = (" · ".join(members),) if members else ()
        if question.grain:
            key += (slot_name(question.grain, rest[0]),)
        elif members:
            key += ("",)
        numbers[key or ("",)] = rest[-1]
    return numbers


def name(dimension, code, names):
    return names["places" if dimension in ("reporter", "partner") else "products"][code]


def slot_name(grain, slot):
    each = PER_YEAR[grain]
    year, part = slot // each, slot % each + 1
    return {"year": f"{year}", "quarter": f"{year}-Q{part}", "month": f"{year}-{part:02}"}[grain]


def differences(ours, theirs, question):
    """What one of the two has that the other has not, or has otherwise."""
    def is_single(numbers):
        return question.dimensions and {k[-1] for k in numbers} == {""}
    if question.grain and is_single(ours) and len({k[-1] for k in theirs}) == 1:
        ours = {(k[0], next(iter(theirs))[-1]): v for k, v in ours.items()}
    traded = {k[0] for k, v in theirs.items() if v} if question.dimensions else set()
    found = []
    for key in set(ours) | set(theirs):
        own, other = ours.get(key), theirs.get(key)
        if key not in ours and question.dimensions and key[0] not in traded:
            continue
        if key not in ours and other is not None or key not in theirs and own is not None:
            found.append((key, own if key in ours else "missing", other if key in theirs else "missing"))
        elif (own is None) != (other is None):
            found.append((key, own, other))
        elif own is not None and abs(own - other) > TOLERANCE * max(abs(own), abs(other), 1e-3):
            found.append((key, own, other))
    if question.ordered and not found:
        left, right = list(ours.values()), list(theirs.values())
        found = [("order", a, b) for a, b in zip(left, right) if abs(a - b) > TOLERANCE * max(abs(a), abs(b))]
    return sorted(found, key=str)


def connect(base, csv, threads):
    import duckdb
    path = base + ".sorted.duckdb"
    if os.path.exists(path):
        connection = duckdb.connect(path, read_only=True)
        codes = ", ".join(f"{c}::VARCHAR AS {c}" for c in ("reporterISO", "partnerISO", "flowCode", "cmdCode"))
        view = f"SELECT period, {codes}, primaryValue::DECIMAL(18, 2) AS primaryValue FROM main.t"
    else:
        connection = duckdb.connect(":memory:")
        columns = COLUMNS.replace("'primaryValue':'DOUBLE'", "'primaryValue':'DECIMAL(18,2)'")
        view = f"SELECT * FROM read_csv('{csv}', header=true, {columns})"
    connection.execute(f"SET threads={threads}; SET enable_progress_bar=false")
    return connection, view


def compare(rows, options):
    base = os.path.join(options.folder, f"facts-{rows}")
    csv, store = base + ".csv", base + ".tws"
    for path, command in ((csv, ["generate", str(rows), csv]), (store, ["import", csv, store])):
        if not os.path.exists(path):
            subprocess.run([options.own] + command, check=True, stdout=subprocess.DEVNULL)
    connection, view = connect(base, csv, options.threads)
    engines = {"rows": Ours(options.own, store, ["--no-rollups"]), "rollups": Ours(options.own, store, [])}
    names = engines["rows"].ask("names")
    maker = Maker(options.seed, names, options.most_members)
    counts, numbers, wrong = collections.Counter(), 0, []
    for position in range(options.queries):
        question = maker.question()
        sql = re.sub(r"\bFROM t\b", f"FROM ({view}) t", question.sql)
        theirs = numbers_of_sql(connection.execute(sql).fetchall(), question, names)
        theirs = {k: None if v is None else float(v) for k, v in theirs.items()}
        counts[question.kind] += 1
        numbers += sum(1 for v in theirs.values() if v is not None)
        for engine, process in engines.items():
            answer = process.ask(question.text)
            if "error" in answer:
                found = [("error", answer["error"], "")] if theirs else []
                if answer["error"].split(":")[0] in REFUSED and not any(theirs.values()):
                    found = []
            else:
                try:
                    found = differences(numbers_of_ours(answer, question), theirs, question)
                except (ValueError, KeyError, TypeError) as error:
                    found = [("unreadable", repr(error), "")]
            if found:
                wrong.append((question.text, engine))
                print(f"!! {engine} `{question.text}`: {len(found)} differ, such as {found[:3]}", flush=True)
                if options.show_sql:
                    print("  ", question.sql, flush=True)
        if options.verbose:
            print(position + 1, question.text, len(theirs), flush=True)
    for process in engines.values():
        process.close()
    kinds = ", ".join(f"{n} {k}" for k, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    print(f"{rows} rows, seed {options.seed}: {options.queries} questions, {numbers} numbers, {len(wrong)} answers "
          f"differ ({kinds})", flush=True)
    return {"rows": rows, "seed": options.seed, "queries": options.queries, "numbers": numbers, "wrong": len(wrong),
            "kinds": len(counts)}


SECTION = """
## Agreement

`tradewind-bench agree` asks random questions: flows, partners and groups, products and chapters, by members and
periods, with growth, running totals, shares, rankings, aggregates, `hhi`, `rca` and contributions. DuckDB answers
SQL that was written separately. Every number is compared, from rows alone and with rollups, within one part in a
billion; a zero, a number without meaning and a missing one count as different.

    swift run -c release tradewind-bench agree --rows 10k,10m --queries 500 --seed 1 --python PYTHON

| rows | seed | questions | numbers compared, each twice | answers that differed |
|--:|--:|--:|--:|--:|
"""


def section(results):
    """What Docs/Benchmarks.md says of the comparison; empty where there was none."""
    found = [results[key] for key in sorted(results or {}, key=int)]
    rows = [f"| {r['rows']:,} | {r['seed']} | {r['queries']:,} | {r['numbers']:,} | {r['wrong']} |" for r in found]
    return SECTION.lstrip() + "\n".join(rows) + "\n" if rows else ""


def write_section(path, text):
    """Puts the section in the place of the one that is there, or before `Exactness`."""
    with open(path) as file:
        document = file.read()
    start = document.find("## Agreement\n")
    end = document.find("## Exactness\n")
    if end < 0:
        return
    head = document[:start] if start >= 0 else document[:end]
    with open(path, "w") as file:
        file.write(head + text + "\n" + document[end:])


def rows_of(text):
    return int(float(text.rstrip("kKmM")) * {"k": 1_000, "m": 1_000_000}.get(text[-1].lower(), 1))


def arguments():
    parser = argparse.ArgumentParser(prog="tradewind-bench agree", description=__doc__.split("\n")[0])
    parser.add_argument("--rows", default="10k", help="sizes, such as 10k,10m,100m")
    parser.add_argument("--queries", type=int, default=500, help="how many questions")
    parser.add_argument("--seed", type=int, default=1, help="another seed asks other questions")
    parser.add_argument("--threads", type=int, default=2, help="threads of DuckDB")
    parser.add_argument("--folder", default=".build/benchmarks", help="where data and results are kept")
    parser.add_argument("--write", default="Docs/Benchmarks.md", help="the document; empty for none")
    parser.add_argument("--most-members", type=int, default=2000, help="members up to which tables have all periods")
    parser.add_argument("--verbose", action="store_true", help="print every question")
    parser.add_argument("--show-sql", action="store_true", help="print the SQL of answers that differ")
    parser.add_argument("--own", help=argparse.SUPPRESS)
    return parser.parse_args()


def main():
    options = arguments()
    os.makedirs(options.folder, exist_ok=True)
    kept = os.path.join(options.folder, "results.json")
    results = json.load(open(kept)) if os.path.exists(kept) else {"sizes": {}}
    found = results.setdefault("agreement", {})
    wrong = 0
    for rows in [rows_of(r) for r in options.rows.split(",")]:
        found[str(rows)] = compare(rows, options)
        wrong += found[str(rows)]["wrong"]
        if options.write:
            with open(kept, "w") as file:
                json.dump(results, file, indent=1)
            write_section(options.write, section(found))
    return min(wrong, 100)


if __name__ == "__main__":
    sys.exit(main())
