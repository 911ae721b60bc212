#!/usr/bin/env python3
"""Lets tradewind and other engines take turns on the same data, and writes down who took how long.

Started by `tradewind-bench compare`. For every number of rows: data are generated, every engine is
loaded with them, and then query by query all engines answer once each and in turn, so that what else
the machine does hits all alike. Answers are compared by how many numbers other than zero they hold,
their sum and the sum of their squares. With `--engine` the script is one of the engines itself.
"""
import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time

from document import write_document
from engines import COLUMNS, build_duckdb, serve, sql

# Goals in times of the best DuckDB form: from rows (at 10 and 100 million), and with rollups.
QUERIES = [
    {"name": "Q1", "text": "exports to US yoy", "goal": [5], "rolled": 20},
    {"name": "Q2", "text": "surplus ytd", "goal": [3, 5], "rolled": 50},
    {"name": "Q3", "text": "top 10 partners by exports 2025", "goal": [4], "rolled": 5},
    {"name": "Q4", "text": "exports by partner, month", "goal": [5], "rolled": 10},
    {"name": "Q5", "text": "exports of HS 8542 to ASEAN by year", "goal": [30], "rolled": None},
    {"name": "Q6", "text": "contributions to exports yoy by chapter 2025", "goal": [3], "rolled": 50},
    {"name": "Q7", "text": "rca(total Germany exports by product)", "goal": [5], "rolled": 50},
    {"name": "Q7s", "text": "rca(Germany exports by product)", "goal": [5], "rolled": None},
    {"name": "Q7m", "text": "rca(total exports by reporter, product)", "goal": [2.5], "rolled": None},
    {"name": "Q8", "text": "Germany exports of HS 870310 to US", "goal": [8], "rolled": None},
    {"name": "Q9", "text": "hhi(exports by partner)", "goal": [5], "rolled": 10},
    {"name": "Q9r", "text": "hhi(exports by reporter, partner)", "goal": [10], "rolled": None},
]


class Engine:
    """A process that answers line by line."""

    def __init__(self, name, command, is_own):
        self.name, self.is_own = name, is_own
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{name} did not start")
        self.ready = json.loads(line)

    def ask(self, text):
        try:
            self.process.stdin.write(text + "\n")
            self.process.stdin.flush()
            line = self.process.stdout.readline()
        except BrokenPipeError:
            line = ""
        return json.loads(line) if line else {"error": "it ended"}

    def close(self):
        end = self.ask("memory")
        try:
            self.process.stdin.write("quit\n")
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        self.process.wait()
        return end


def agrees(one, other):
    return one["rows"] == other["rows"] and all(
        abs(one[k] - other[k]) <= 1e-8 * max(abs(one[k]), abs(other[k]), 1e-6) for k in ("sum", "squares"))


def timed(command):
    start = time.perf_counter()
    result = subprocess.run(command, check=True, capture_output=True, text=True)
    return time.perf_counter() - start, result.stdout


def available(module):
    return subprocess.run([sys.executable, "-c", f"import {module}"], capture_output=True).returncode == 0


def script(options):
    return [sys.executable, os.path.abspath(__file__), "--threads", str(options.threads)]


def engines_for(rows, options, csv, base, store):
    """Name and command of every engine that makes sense at this size."""
    found = [("rows", [options.own, "serve", store, "--no-rollups"], True)]
    if rows >= 1 << 20:
        found.append(("rollups", [options.own, "serve", store], True))
    peer = script(options) + ["--engine"]
    if "duckdb" in options.peers:
        found.append(("duckdb-sorted", peer + ["duckdb-sorted", "--source", base + ".sorted.duckdb"], False))
        found.append(("duckdb-plain", peer + ["duckdb-plain", "--source", base + ".plain.duckdb"], False))
        if rows <= 10_000_000:
            found.append(("duckdb-enum", peer + ["duckdb-enum", "--source", csv], False))
    for name, most in (("polars", 10_000_000), ("chdb", 10_000_000), ("sqlite", 100_000)):
        if name in options.peers and rows <= max(most, options.most_for_all):
            found.append((name, peer + [name, "--source", csv], False))
    return found


def prepare(rows, options, base, result):
    """Makes the data and the files of the engines, as far as they are not there."""
    csv = base + ".csv"
    if not os.path.exists(csv):
        print(f"{rows} rows: generating", flush=True)
        timed([options.own, "generate", str(rows), csv + ".new"])
        os.rename(csv + ".new", csv)
    for kind in ("sorted", "plain") if "duckdb" in options.peers else ():
        path = f"{base}.{kind}.duckdb"
        if not os.path.exists(path):
            print(f"{rows} rows: loading DuckDB, {kind}", flush=True)
            timed(script(options) + ["--build", kind, "--source", csv, "--target", path])
        result["bytes"][kind] = os.path.getsize(path)
    print(f"{rows} rows: importing", flush=True)
    result["import"] = json.loads(timed([options.own, "import", csv, base + ".tws"])[1])


def measure(rows, options):
    base = os.path.join(options.folder, f"facts-{rows}")
    csv, store = base + ".csv", base + ".tws"
    result = {"rows": rows, "bytes": {}, "ready": {}, "end": {}, "queries": {}, "rounds": options.rounds}
    prepare(rows, options, base, result)
    if rows >= 1_000_000 and "duckdb" in options.peers and not options.no_loading:
        result["ingest"] = ingest(csv, base, options, rounds=5 if rows <= 10_000_000 else 2)
    engines = []
    for name, command, is_own in engines_for(rows, options, csv, base, store):
        try:
            engine = Engine(name, command, is_own)
        except (RuntimeError, json.JSONDecodeError) as error:
            print("!!", error, flush=True)
            continue
        engines.append(engine)
        result["ready"][name] = engine.ready
        print(f"{rows} rows: {name} ready {engine.ready}", flush=True)
    wrong = 0
    for query in QUERIES:
        cells = ask_all(query, engines, options.rounds)
        wrong += sum(1 for cell in cells.values() if not cell.get("agrees", True))
        result["queries"][query["name"]] = cells
        print(query["name"], " ".join(f"{n} {c['median']:.2f}" if "median" in c else f"{n} {c['error'][:60]}"
                                      for n, c in cells.items()), flush=True)
    for engine in engines:
        result["end"][engine.name] = engine.close()
    result["wrong"] = wrong
    return result


def ask_all(query, engines, rounds):
    def ask(engine):
        return engine.ask(query["text"] if engine.is_own else query["name"])
    first = {e.name: ask(e) for e in engines}
    taken = {e.name: [] for e in engines}
    for _ in range(rounds):
        for engine in engines:
            answer = ask(engine)
            if "ms" in answer:
                taken[engine.name].append(answer["ms"])
    own = first["rows"]
    cells = {}
    for name, answer in first.items():
        if "error" in answer or not taken[name]:
            cells[name] = {"error": answer.get("error", "no answer"), "agrees": name not in ("rows", "rollups")}
            continue
        ok = "error" not in own and agrees(own, answer)
        cells[name] = {"first": answer["ms"], "median": statistics.median(taken[name]), "least": min(taken[name]),
                       "agrees": ok, "numbers": answer["rows"]}
        if not ok:
            print("!!", query["name"], name, answer, "but ours", own, flush=True)
    return cells


def ingest(csv, base, options, rounds):
    """Seconds of loading, in turns: ours to encoded rows and to the file, DuckDB's plain table in memory."""
    taken = {"encoded": [], "file": [], "duckdb": []}
    for _ in range(rounds):
        report = json.loads(timed([options.own, "import", csv, base + ".again.tws"])[1])
        taken["encoded"].append(report["read_s"])
        taken["file"].append(report["total_s"])
        taken["duckdb"].append(float(timed(script(options) + ["--build", "memory", "--source", csv])[1]))
        os.remove(base + ".again.tws")
    print("loading", taken, flush=True)
    return taken


def start_up(options):
    """Milliseconds from the start of a process to the end of its first answer, on ten thousand rows."""
    base = os.path.join(options.folder, "facts-10000")
    program = os.path.join(os.path.dirname(options.own), "tradewind")
    if not os.path.exists(base + ".tws") or not os.path.exists(program):
        return {}
    query = sql()["Q3"].replace(" FROM t ", f" FROM read_csv('{base}.csv', header=true, {COLUMNS}) ")
    commands = {
        "tradewind, store": [program, "--data", base + ".tws", "-c", QUERIES[2]["text"]],
        "tradewind, CSV": [program, "--data", base + ".csv", "-c", QUERIES[2]["text"]],
        "tradewind, built-in data": [program, "-c", "exports 2025"],
    }
    shell = os.path.join(os.path.dirname(sys.executable), "duckdb")
    shell = shell if os.path.exists(shell) else shutil.which("duckdb")
    if shell:
        commands["DuckDB's shell, CSV"] = [shell, "-c", query]
    if "duckdb" in options.peers:
        commands["Python and DuckDB, CSV"] = [sys.executable, "-c", f"import duckdb; duckdb.sql({query!r}).fetchall()"]
    taken = {name: [] for name in commands}
    for _ in range(21):
        for name, command in commands.items():
            try:
                taken[name].append(timed(command)[0] * 1e3)
            except subprocess.CalledProcessError:
                continue
    return {name: {"median": statistics.median(t), "least": min(t)} for name, t in taken.items() if t}


def describe_machine():
    model = next((l.split(":")[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")), "unknown")
    memory_kb = int(next(l for l in open("/proc/meminfo") if l.startswith("MemTotal")).split()[1])
    load = os.getloadavg()
    return (f"{os.cpu_count()} cores of {model}, {memory_kb / 2**20:.0f} GiB, {platform.system()} "
            f"{platform.release().split('-')[0]}; load average at the start {load[0]:.1f}, {load[1]:.1f}, "
            f"{load[2]:.1f}.")


def describe_versions():
    found = []
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.split("version ")
    if len(swift) > 1:
        found.append("Swift " + swift[1].split()[0])
    for module in ("duckdb", "polars", "chdb", "pyarrow"):
        text = subprocess.run([sys.executable, "-c", f"import {module}; print({module}.__version__)"],
                              capture_output=True, text=True)
        if text.returncode == 0:
            found.append(f"{module} {text.stdout.strip().splitlines()[-1]}")
    return ", ".join(found) + f", Python {platform.python_version()}."


def rows_of(text):
    return int(float(text.rstrip("kKmM")) * {"k": 1_000, "m": 1_000_000}.get(text[-1].lower(), 1))


def arguments():
    parser = argparse.ArgumentParser(prog="tradewind-bench compare", description=__doc__.split("\n")[0])
    parser.add_argument("--rows", default="10k,10m", help="sizes, such as 10k,10m,100m")
    parser.add_argument("--rounds", type=int, default=9, help="how often every engine answers every query")
    parser.add_argument("--peers", default="duckdb,polars,chdb,sqlite", help="other engines to ask")
    parser.add_argument("--threads", type=int, default=2, help="threads of the other engines")
    parser.add_argument("--folder", default=".build/benchmarks", help="where data and results are kept")
    parser.add_argument("--write", default="Docs/Benchmarks.md", help="the document; empty for none")
    parser.add_argument("--most-for-all", type=int, default=0, help="rows up to which every engine is asked")
    parser.add_argument("--no-loading", action="store_true", help="do not measure the loading of files")
    for hidden in ("--own", "--engine", "--source", "--build", "--target"):
        parser.add_argument(hidden, help=argparse.SUPPRESS)
    return parser.parse_args()


def main():
    options = arguments()
    if options.engine:
        return serve(options.engine, options.source, options.threads)
    if options.build:
        return build_duckdb(options.build, options.source, options.target, options.threads)
    options.peers = [p for p in options.peers.split(",") if p and available("sqlite3" if p == "sqlite" else p)]
    print("engines beside ours:", ", ".join(options.peers) or "none", flush=True)
    os.makedirs(options.folder, exist_ok=True)
    kept = os.path.join(options.folder, "results.json")
    results = json.load(open(kept)) if os.path.exists(kept) else {"sizes": {}}
    results["machine"], results["versions"] = describe_machine(), describe_versions()
    for rows in [rows_of(r) for r in options.rows.split(",")]:
        results["sizes"][str(rows)] = measure(rows, options)
        results["start"] = start_up(options) or results.get("start")
        with open(kept, "w") as file:
            json.dump(results, file, indent=1)
        if options.write:
            write_document(options.write, results, QUERIES)
    return min(sum(r["wrong"] for r in results["sizes"].values()), 100)


if __name__ == "__main__":
    sys.exit(main())
