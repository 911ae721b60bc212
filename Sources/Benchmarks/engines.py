"""The other engines of the comparison, each as a process that answers queries by name, line by line."""
import json
import math
import os
import sys
import time

ASEAN = "BRN KHM IDN LAO MYS MMR PHL SGP THA TLS VNM".split()


def sql(year="period // 100", string="", where=lambda c: f"sum(primaryValue) FILTER (WHERE {c})"):
    """The questions of the comparison in SQL; `string` casts a code where it is an enumeration."""
    members = ",".join(f"'{m}'" for m in ASEAN)
    rca = ("SELECT {keys}, (r / sum(r) OVER ({over})) / (w / sum(w) OVER ({over})) AS rca FROM (SELECT {keys}, "
           "sum(primaryValue) AS w, " + where("reporterISO = 'DEU'") + " AS r FROM t WHERE flowCode = 'X' "
           "GROUP BY {keys}) s ORDER BY {keys}")
    return {
        "Q1": "SELECT period, 100 * (v / lag(v, 12) OVER (ORDER BY period) - 1) AS yoy FROM (SELECT period, "
              "sum(primaryValue) AS v FROM t WHERE flowCode = 'X' AND partnerISO = 'USA' GROUP BY period) s "
              "ORDER BY period",
        "Q2": f"SELECT period, sum(b) OVER (PARTITION BY {year} ORDER BY period) AS ytd FROM (SELECT period, "
              "sum(CASE WHEN flowCode = 'X' THEN primaryValue ELSE -primaryValue END) AS b FROM t "
              "GROUP BY period) s ORDER BY period",
        "Q3": "SELECT partnerISO, sum(primaryValue) AS v FROM t WHERE flowCode = 'X' AND period BETWEEN 202501 "
              "AND 202512 GROUP BY partnerISO ORDER BY v DESC LIMIT 10",
        "Q4": "SELECT partnerISO, period, sum(primaryValue) AS v FROM t WHERE flowCode = 'X' "
              "GROUP BY partnerISO, period ORDER BY partnerISO, period",
        "Q5": f"SELECT {year} AS y, sum(primaryValue) AS v FROM t WHERE flowCode = 'X' AND cmdCode{string} "
              f"LIKE '8542%' AND partnerISO IN ({members}) GROUP BY y ORDER BY y",
        "Q6": f"SELECT ch, 100 * (coalesce(a, 0) - coalesce(b, 0)) / sum(b) OVER () AS c FROM (SELECT "
              f"substr(cmdCode{string}, 1, 2) AS ch, {where('period >= 202501')} AS a, "
              f"{where('period < 202501')} AS b FROM t WHERE flowCode = 'X' AND period BETWEEN 202401 AND 202512 "
              "GROUP BY ch) s ORDER BY ch",
        "Q7": rca.format(keys="cmdCode", over=""),
        "Q7s": rca.format(keys="cmdCode, period", over="PARTITION BY period"),
        "Q7m": "SELECT reporterISO, cmdCode, (v / sum(v) OVER (PARTITION BY reporterISO)) / (sum(v) OVER "
               "(PARTITION BY cmdCode) / sum(v) OVER ()) AS rca FROM (SELECT reporterISO, cmdCode, "
               "sum(primaryValue) AS v FROM t WHERE flowCode = 'X' GROUP BY reporterISO, cmdCode) a",
        "Q8": "SELECT period, sum(primaryValue) AS v FROM t WHERE flowCode = 'X' AND reporterISO = 'DEU' AND "
              "partnerISO = 'USA' AND cmdCode = '870310' GROUP BY period ORDER BY period",
        "Q9": "SELECT period, sum(v * v) / (sum(v) * sum(v)) AS hhi FROM (SELECT period, partnerISO, "
              "sum(primaryValue) AS v FROM t WHERE flowCode = 'X' GROUP BY period, partnerISO) s "
              "GROUP BY period ORDER BY period",
        "Q9r": "SELECT reporterISO, period, sum(v * v) / (sum(v) * sum(v)) AS hhi FROM (SELECT reporterISO, period, "
               "partnerISO, sum(primaryValue) AS v FROM t WHERE flowCode = 'X' GROUP BY reporterISO, period, "
               "partnerISO) s GROUP BY reporterISO, period ORDER BY reporterISO, period",
    }


COLUMNS = ("columns={'period':'INTEGER','reporterISO':'VARCHAR','partnerISO':'VARCHAR','flowCode':'VARCHAR',"
           "'cmdCode':'VARCHAR','primaryValue':'DOUBLE','qty':'DOUBLE'}")
ENUMS = ("period, reporterISO::iso reporterISO, partnerISO::iso partnerISO, flowCode::flow flowCode, "
         "cmdCode::hs cmdCode, primaryValue, qty")


def digest(values):
    """What answers must agree in: how many numbers are not zero, their sum and that of their squares."""
    kept = [float(v) for v in values if v is not None and v == v and not math.isinf(v) and v != 0]
    return {"rows": len(kept), "sum": math.fsum(kept), "squares": math.fsum(v * v for v in kept)}


def memory():
    lines = dict(line.split(":", 1) for line in open("/proc/self/status") if ":" in line)
    return {"rss_mb": int(lines["VmRSS"].split()[0]) // 1024, "peak_mb": int(lines["VmHWM"].split()[0]) // 1024}


def duckdb_connection(path, threads, read_only=False):
    import duckdb
    connection = duckdb.connect(path, read_only=read_only)
    connection.execute(f"SET threads={threads}; SET memory_limit='6GB'; SET enable_progress_bar=false")
    return connection


def make_enums(connection, source):
    connection.execute("CREATE TYPE iso AS ENUM (SELECT DISTINCT x FROM (SELECT reporterISO x FROM "
                       f"{source} UNION SELECT partnerISO FROM {source}) ORDER BY 1)")
    connection.execute("CREATE TYPE flow AS ENUM ('M', 'X')")
    connection.execute(f"CREATE TYPE hs AS ENUM (SELECT DISTINCT cmdCode FROM {source} ORDER BY 1)")


def build_duckdb(kind, csv, path, threads):
    """Loads a CSV: into memory, into a file as it is, or with enumerations and sorted as the store is."""
    source = f"read_csv('{csv}', header=true, {COLUMNS})"
    if kind == "memory":
        start = time.perf_counter()
        duckdb_connection(":memory:", threads).execute(f"CREATE TABLE t AS SELECT * FROM {source}")
        print(time.perf_counter() - start)
        return
    connection = duckdb_connection(path + ".new", threads)
    connection.execute(f"SET temp_directory='{path}.tmp'")
    if kind == "plain":
        connection.execute(f"CREATE TABLE t AS SELECT * FROM {source}")
    else:
        make_enums(connection, source)
        connection.execute(f"CREATE TABLE t AS SELECT {ENUMS} FROM {source} ORDER BY flowCode, reporterISO, "
                           "partnerISO, cmdCode, period")
    connection.execute("CHECKPOINT")
    connection.close()
    os.rename(path + ".new", path)


def duckdb_engine(kind, source, threads):
    if kind == "enum":
        connection = duckdb_connection(":memory:", threads)
        rows = f"read_csv('{source}', header=true, {COLUMNS})"
        make_enums(connection, rows)
        connection.execute(f"CREATE TABLE t AS SELECT {ENUMS} FROM {rows}")
    else:
        connection = duckdb_connection(source, threads, read_only=True)
    queries = sql(string="" if kind == "plain" else "::VARCHAR")
    return (lambda name: connection.sql(queries[name]).to_arrow_table(),
            lambda result: result.columns[-1].to_pylist())


def polars_engine(kind, source, threads):
    os.environ["POLARS_MAX_THREADS"] = str(threads)
    import polars as pl
    keys = {k: pl.Categorical for k in ("reporterISO", "partnerISO", "flowCode", "cmdCode")}
    frame = pl.read_csv(source, schema_overrides={"period": pl.Int32, "primaryValue": pl.Float64,
                                                  "qty": pl.Float64, **keys}, low_memory=True).lazy()
    c, v = pl.col, pl.col("primaryValue")
    x = frame.filter(c("flowCode") == "X")

    def concentration(by):
        return (x.group_by(by + ["partnerISO"]).agg(v.sum().alias("v")).group_by(by)
                .agg(((c("v") ** 2).sum() / c("v").sum() ** 2).alias("hhi")).sort(by))

    def advantage(by):
        def whole(column):
            return c(column).sum().over("period") if "period" in by else c(column).sum()
        return (x.group_by(by).agg(v.sum().alias("w"), v.filter(c("reporterISO") == "DEU").sum().alias("r"))
                .select(*by, ((c("r") / whole("r")) / (c("w") / whole("w"))).alias("rca")).sort(by))
    queries = {
        "Q1": lambda: x.filter(c("partnerISO") == "USA").group_by("period").agg(v.sum().alias("v")).sort("period")
        .select("period", (100 * (c("v") / c("v").shift(12) - 1)).alias("yoy")),
        "Q2": lambda: frame.group_by("period")
        .agg(pl.when(c("flowCode") == "X").then(v).otherwise(-v).sum().alias("b")).sort("period")
        .select("period", c("b").cum_sum().over(c("period") // 100).alias("ytd")),
        "Q3": lambda: x.filter(c("period").is_between(202501, 202512)).group_by("partnerISO")
        .agg(v.sum().alias("v")).top_k(10, by="v"),
        "Q4": lambda: x.group_by("partnerISO", "period").agg(v.sum().alias("v")).sort("partnerISO", "period"),
        "Q5": lambda: x.filter(c("cmdCode").cat.starts_with("8542") & c("partnerISO").is_in(ASEAN))
        .group_by((c("period") // 100).alias("y")).agg(v.sum().alias("v")).sort("y"),
        "Q6": lambda: x.filter(c("period").is_between(202401, 202512))
        .group_by("cmdCode", (c("period") >= 202501).alias("n")).agg(v.sum().alias("v"))
        .group_by(c("cmdCode").cat.slice(0, 2).alias("ch"))
        .agg(c("v").filter(c("n")).sum().alias("a"), c("v").filter(~c("n")).sum().alias("b"))
        .select("ch", (100 * (c("a") - c("b")) / c("b").sum()).alias("c")).sort("ch"),
        "Q7": lambda: advantage(["cmdCode"]),
        "Q7s": lambda: advantage(["cmdCode", "period"]),
        "Q7m": lambda: x.group_by("reporterISO", "cmdCode").agg(v.sum().alias("v")).select(
            "reporterISO", "cmdCode", ((c("v") / c("v").sum().over("reporterISO"))
                                       / (c("v").sum().over("cmdCode") / c("v").sum())).alias("rca")),
        "Q8": lambda: x.filter((c("reporterISO") == "DEU") & (c("partnerISO") == "USA") & (c("cmdCode") == "870310"))
        .group_by("period").agg(v.sum().alias("v")).sort("period"),
        "Q9": lambda: concentration(["period"]),
        "Q9r": lambda: concentration(["reporterISO", "period"]),
    }
    return lambda name: queries[name]().collect(engine="streaming"), lambda t: t.get_columns()[-1].to_list()


def chdb_engine(kind, source, threads):
    from chdb import session
    import pyarrow as pa
    s = session.Session(os.path.splitext(source)[0] + ".chdb")
    s.query(f"SET max_threads={threads}")
    s.query("CREATE DATABASE IF NOT EXISTS b")
    low = "LowCardinality(String)"
    schema = (f"period UInt32, reporterISO {low}, partnerISO {low}, flowCode {low}, cmdCode {low}, "
              "primaryValue Float64, qty Nullable(Float64)")
    s.query(f"CREATE TABLE IF NOT EXISTS b.t ({schema}) ENGINE=MergeTree ORDER BY "
            "(flowCode, reporterISO, partnerISO, cmdCode, period)")
    s.query("USE b")
    if s.query("SELECT count() FROM t", "CSV").bytes().strip() == b"0":
        s.query(f"INSERT INTO t SELECT * FROM file('{source}', CSVWithNames, '{schema}')")
    queries = sql(year="intDiv(period, 100)", where=lambda c: f"sumIf(primaryValue, {c})")
    queries["Q1"] = queries["Q1"].replace(
        "lag(v, 12) OVER (ORDER BY period)",
        "lagInFrame(toNullable(v), 12) OVER "
        "(ORDER BY period ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)")

    def column(result):
        return pa.ipc.open_file(pa.BufferReader(result)).read_all().columns[-1].to_pylist()
    return lambda name: s.query(queries[name] + f" SETTINGS max_threads={threads}", "Arrow").bytes(), column


def sqlite_engine(kind, source, threads):
    import csv
    import sqlite3
    connection = sqlite3.connect(os.path.splitext(source)[0] + ".sqlite")
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 't'").fetchone():
        connection.execute("CREATE TABLE t(period INTEGER, reporterISO TEXT, partnerISO TEXT, flowCode TEXT, "
                           "cmdCode TEXT, primaryValue REAL, qty REAL)")
        with open(source) as file:
            rows = csv.reader(file)
            next(rows)
            connection.executemany("INSERT INTO t VALUES(?, ?, ?, ?, ?, ?, NULLIF(?, ''))", rows)
        connection.execute("CREATE INDEX i ON t(flowCode, reporterISO, partnerISO, cmdCode, period)")
        connection.commit()
    queries = sql(year="(period / 100)")
    return lambda name: connection.execute(queries[name]).fetchall(), lambda rows: [row[-1] for row in rows]


MAKERS = {"duckdb": duckdb_engine, "polars": polars_engine, "chdb": chdb_engine, "sqlite": sqlite_engine}


def serve(engine, source, threads):
    start = time.perf_counter()
    name, _, kind = engine.partition("-")
    run, last_column = MAKERS[name](kind, source, threads)
    print(json.dumps({"load_s": time.perf_counter() - start, **memory()}), flush=True)
    for line in sys.stdin:
        query = line.strip()
        if query == "quit":
            return
        if query == "memory":
            print(json.dumps(memory()), flush=True)
            continue
        try:
            start = time.perf_counter()
            result = run(query)
            ms = (time.perf_counter() - start) * 1e3
            print(json.dumps({"ms": ms, **digest(last_column(result))}), flush=True)
        except Exception as error:
            print(json.dumps({"error": str(error)[:300]}), flush=True)
