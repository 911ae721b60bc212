"""Writes readings.txt, economy.txt and bought.txt beside this file, with independent tools.

    pip install pandas statsmodels numpy scipy        and R with the package strucchange
    python readings.py

Each line is a statement or a query, the place of a number in its answer, and the number.
"""
import subprocess
from pathlib import Path

import numpy as np
import pandas as pd
import scipy
import scipy.signal
import statsmodels
from statsmodels.tsa.seasonal import STL

HERE = Path(__file__).parent
ROWS = [line.split("\t") for line in open(HERE / "figures.txt") if line[0] != "#"]
INDEX = pd.PeriodIndex([row[0] for row in ROWS], freq="M")
X = pd.Series([float(row[1]) * 1e9 for row in ROWS], INDEX)
M = pd.Series([float(row[2]) * 1e9 for row in ROWS], INDEX)
SURPLUS = X - M
VERSIONS = {
    "pandas": pd.__version__, "numpy": np.__version__, "scipy": scipy.__version__,
    "statsmodels": statsmodels.__version__,
}


def sheet(name, tools, rows):
    with open(HERE / f"{name}.txt", "w") as file:
        file.write("# " + ", ".join(f"{tool} {VERSIONS[tool]}" for tool in tools)
                   + "; written by readings.py\n")
        for statement, key, value in rows:
            file.write(f"{statement}\t{key}\t{float(value)!r}\n")


def growth(series, periods=12):
    return 100 * series.pct_change(periods, fill_method=None)


rows = []


# Turning points: local extremes by scipy, then the rules of Bry and Boschan on what may stay.
def turning_points(values, reach):
    values = np.asarray(values)
    peaks = [(int(i), 1) for i in scipy.signal.argrelextrema(values, np.greater, order=reach)[0]]
    troughs = [(int(i), -1) for i in scipy.signal.argrelextrema(values, np.less, order=reach)[0]]
    # scipy clips the window at both ends; a turn needs it whole.
    turns = sorted(t for t in peaks + troughs if reach <= t[0] < len(values) - reach)

    def better(a, b):
        return a if a[1] * values[a[0]] >= b[1] * values[b[0]] else b

    def alternate(turns):
        kept = []
        for turn in turns:
            if kept and kept[-1][1] == turn[1]:
                kept[-1] = better(kept[-1], turn)
            else:
                kept.append(turn)
        return kept

    turns = alternate(turns)
    while True:
        short = [(a, b) for a, b in zip(turns, turns[2:]) if b[0] - a[0] < 3 * reach]
        brief = [(a, b) for a, b in zip(turns, turns[1:]) if b[0] - a[0] < reach]
        if short:
            a, b = short[0]
            turns.remove(b if better(a, b) == a else a)
        elif brief:
            turns = [t for t in turns if t not in brief[0]]
        else:
            return turns
        turns = alternate(turns)


trend = np.exp(STL(np.log(X), period=12).fit().trend)
adjusted = np.exp(np.log(X) - STL(np.log(X), period=12).fit().seasonal)
quarters = X.resample("Q").sum()[:46]
for query, series, reach in [
    ("exports trend", trend, 5), ("exports sa", adjusted, 5), ("exports yoy", growth(X).dropna(), 5),
    ("exports ttm", X.rolling(12).sum().dropna(), 5), ("surplus 3mma", SURPLUS.rolling(3).mean().dropna(), 5),
    ("imports yoy", growth(M).dropna(), 5), ("exports by quarter yoy", growth(quarters, 4).dropna(), 2),
]:
    found = turning_points(series.values, reach)
    rows.append((f"turns {query}", "rows", len(found)))
    for place, (number, kind) in enumerate(found):
        rows.append((f"turns {query}", f"{place}:value", series.values[number]))
        if place:
            since = "quarters since the last" if reach == 2 else "months since the last"
            rows.append((f"turns {query}", f"{place}:{since}", number - found[place - 1][0]))


# Spells of a condition: runs of equal truth, by pandas.
def spells(truth):
    groups = (truth != truth.shift()).cumsum()
    return [part.index for _, part in truth.groupby(groups) if part.iloc[0]]


for statement, truth in [
    ("exports yoy < 0%", growth(X).dropna() < 0), ("surplus > 80 bn", SURPLUS > 80e9),
    ("exports > imports * 1.4", X > M * 1.4), ("imports yoy > exports yoy", growth(M).dropna() > growth(X).dropna()),
]:
    found = spells(truth)
    rows.append((f"when {statement}", "spells", len(found)))
    for place, span in enumerate(found):
        rows.append((f"when {statement}", f"{place}:length", len(span)))
        rows.append((f"when {statement}", f"{place}:first", span[0].ordinal + 1970 * 12))
    longer = [span for span in found if len(span) >= 3]
    rows.append((f"when {statement} for 3m", "spells", len(longer)))
    rows.append((f"streak {statement}", "0:months", len(found[-1])))
    longest = max(len(span) for span in found)
    rows.append((f"streak {statement}", f"{1 if longest > len(found[-1]) else 0}:months", longest))


# The last value against those before it.
def run_below(series, beyond):
    last = series.iloc[-1]
    return int(beyond(series.iloc[:-1][::-1], last).cumprod().sum())


for query, series in [("exports", X), ("exports yoy", growth(X).dropna()), ("surplus", SURPLUS),
                      ("imports mom", growth(M, 1).dropna())]:
    rows.append((f"low({query})", "-", run_below(series, lambda a, b: a > b)))
    rows.append((f"record({query})", "-", run_below(series, lambda a, b: a < b)))
for end in ("2020-02", "2023-02", "2025-12"):
    rows.append((f"low(exports until {end})", "-", run_below(X[:end], lambda a, b: a > b)))
    rows.append((f"record(exports until {end})", "-", run_below(X[:end], lambda a, b: a < b)))


# Carry-over: the year filled up with its last value, over the year before.
def carry_over(series, per_year):
    years = series.groupby(series.index.year)
    last = series.index[-1]
    full = len(series[series.index.year == last.year]) == per_year
    own = series.iloc[:0] if full else series[series.index.year == last.year]
    base = series[series.index.year == (last.year if full else last.year - 1)]
    filled = own.sum() + (per_year - len(own)) * series.iloc[-1]
    return 100 * (filled / base.sum() - 1)


for end in ("2019-03", "2023-01", "2025-11", "2025-12"):
    rows.append((f"carryover(exports until {end})", "-", carry_over(X[:end], 12)))
rows.append(("carryover(exports by quarter)", "-", carry_over(quarters, 4)))

# Windows between two events of the tests: 6 July 2018 and 23 January 2020.
between = X["2018-07":"2020-01"]
rows += [("total exports between tariffs and closure", "-", between.sum()),
         ("max exports between tariffs and closure", "-", between.max()),
         ("count exports between tariffs and closure", "-", len(between)),
         ("average exports yoy between tariffs and 2019-12", "-", growth(X)["2018-07":"2019-12"].mean()),
         ("total exports before tariffs", "-", X[:"2018-06"].sum()),
         ("total exports since closure", "-", X["2020-01":].sum()),
         ("total exports during closing", "-", X["2020-01":"2023-01"].sum()),
         ("total exports after closing", "-", X["2023-02":].sum())]

# The season of the calendar: means of each month over the years.
by_month = X.groupby(X.index.month).mean()
rows += [("exports by month of year", f"{month - 1}:average", by_month[month]) for month in (1, 2, 8, 12)]

# Contributions to growth, in points: they add up to the growth of the whole.
world = pd.read_csv(HERE / "world.txt", sep="\t", comment="#", names=[
    "year", "flow", "reporter", "partner", "product", "value"])
own = world[(world.reporter == "CHN") & (world.flow == "exports")]
by_good = own[(own.partner == "WLD") & (own["product"] != "TOTAL")].pivot(
    index="year", columns="product", values="value")
parts = 100 * (by_good.loc[2024] - by_good.loc[2023]) / by_good.loc[2023].sum()
rows += [("contributions to exports yoy by product 2024", f"{good}:contribution", value)
         for good, value in parts.items()]

# Breaks: the largest F by R's strucchange, with the place behind which it lies.
def strucchange(values, formula):
    code = f"""
      library(strucchange)
      y <- scan(file("stdin"), quiet=TRUE); t <- seq_along(y)
      f <- Fstats({formula}, from=0.15)
      k <- ncol(model.matrix({formula}))
      cat(format(max(f$Fstats) / k, digits=17), f$breakpoint, as.character(packageVersion("strucchange")),
          as.character(getRversion()))
    """
    run = subprocess.run(["Rscript", "-e", code], input="\n".join(map(repr, map(float, values))),
                         capture_output=True, text=True, check=True)
    value, place, version, language = run.stdout.split()
    VERSIONS["strucchange"], VERSIONS["R"] = version, language
    return float(value), int(place)


for statement, series, formula in [
    ("breaks exports yoy", growth(X).dropna(), "y ~ 1"), ("breaks surplus", SURPLUS, "y ~ 1"),
    ("breaks exports log using trend", np.log(X), "y ~ t"),
    ("breaks exports by quarter using trend", quarters, "y ~ t"),
]:
    value, place = strucchange(series.values, formula)
    rows.append((statement, "0:largest F", value))
    rows.append((statement, "place", (series.index[place].asfreq("M", "S") if series.index.freqstr[0] == "Q"
                                      else series.index[place]).ordinal + 1970 * 12))
sheet("readings", ["pandas", "numpy", "scipy", "statsmodels", "R", "strucchange"], rows)


# Critical values of the largest F, by simulation: white noise, 400 values, the outer 15 % left out.
def largest_f(count, trend, repetitions, rng):
    time, size = np.arange(count), 2 if trend else 1
    noise = rng.standard_normal((repetitions, count))
    running = lambda a: np.concatenate([np.zeros((len(a), 1)), np.cumsum(a, axis=1)], axis=1)
    sums, weighted, squares = running(noise), running(noise * time), running(noise**2)
    ones, times, time_squares = (np.concatenate([[0], np.cumsum(a.astype(float))])
                                 for a in (np.ones(count), time, time**2))

    def rest(a, b):
        n, total = ones[b] - ones[a], sums[:, b] - sums[:, a]
        left = squares[:, b] - squares[:, a] - total**2 / n
        if not trend:
            return left
        middle = times[b] - times[a]
        spread = time_squares[b] - time_squares[a] - middle**2 / n
        return left - (weighted[:, b] - weighted[:, a] - total * middle / n) ** 2 / spread

    whole, margin = rest(0, count), int(np.ceil(0.15 * count))
    best = np.full(repetitions, -np.inf)
    for place in range(margin, count - margin + 1):
        parts = rest(0, place) + rest(place, count)
        best = np.maximum(best, (whole - parts) / size / (parts / (count - 2 * size)))
    return best


# Openness, penetration, terms of trade, and figures of which there are stocks.
years = [2020, 2021, 2022, 2023]
output = pd.Series([14_687.0, 17_820.0, 17_881.0, 17_794.0], years) * 1e9
annual = lambda s: s.groupby(s.index.year).sum()[years]
x, m = annual(X), annual(M)
rows = []
for year in (2020, 2023):
    rows.append(("openness(exports by year, imports by year, gdp)", str(year),
                 100 * (x + m)[year] / output[year]))
    rows.append(("penetration(imports by year, exports by year, gdp)", str(year),
                 100 * m[year] / (output - x + m)[year]))
stock = pd.Series(3000 + 10 * np.sin(np.arange(len(INDEX))), INDEX)
survey = pd.Series(50 + np.cos(np.arange(len(INDEX))), INDEX)
for name, series, how in [("reserves", stock, "last"), ("survey", survey, "mean")]:
    rows.append((f"{name} by year", "2024", getattr(series.resample("Y"), how)()["2024"]))
    rows.append((f"{name} by quarter", "2026-Q2", getattr(series.resample("Q"), how)()["2026Q2"]))
gaps = X.where(np.arange(len(X)) % 5 != 3)
filled, held = gaps.interpolate(), gaps.ffill()
for month in ("2015-04", "2019-06", "2026-03", "2020-02"):
    rows.append(("gappy fill", month, filled[month]))
    rows.append(("gappy fill (last)", month, held[month]))

rng = np.random.default_rng(4)
bought = []
for good in ["STEEL", "TOYS", "COTTON"]:
    price, quantity = rng.uniform(200, 900), rng.uniform(1e6, 9e6)
    for year in range(2020, 2026):
        price *= rng.uniform(0.9, 1.15)
        quantity *= rng.uniform(0.85, 1.2)
        bought.append((good, year, round(price * quantity), round(quantity)))
with open(HERE / "bought.txt", "w") as file:
    file.write("# Made up by readings.py: product, year, imports in USD, quantity in t\n")
    for row in bought:
        file.write("\t".join(map(str, row)) + "\n")


def fisher(trades, base, year):
    frame = pd.DataFrame(trades, columns=["product", "year", "value", "quantity"])
    values, amounts = (frame.pivot(index="year", columns="product", values=v)
                       for v in ("value", "quantity"))
    prices = values / amounts
    known = values.columns[values.loc[base].notna() & values.loc[year].notna()]
    p0, p1, q0, q1 = (table.loc[when, known] for table, when in
                      [(prices, base), (prices, year), (amounts, base), (amounts, year)])
    return 100 * np.sqrt((p1 * q0).sum() / (p0 * q0).sum() * (p1 * q1).sum() / (p0 * q1).sum())


sold = [(f[0], int(f[1]), float(f[2]), float(f[3])) for f in
        (line.split("\t") for line in open(HERE / "goods.txt") if line[0] != "#")]
for year in (2021, 2024, 2025):
    rows.append(("tot(exports by product, year, imports by product, year)", str(year),
                 100 * fisher(sold, 2020, year) / fisher(bought, 2020, year)))
sheet("economy", ["pandas", "numpy"], rows)

rng = np.random.default_rng(7)
rows = []
for name, trend in [("level", False), ("trend", True)]:
    draws = np.concatenate([largest_f(400, trend, 5000, rng) for _ in range(20)])
    rows += [(name, f"{level}", np.quantile(draws, 1 - level)) for level in (0.1, 0.05, 0.01)]
sheet("break-limits", ["numpy"], rows)
