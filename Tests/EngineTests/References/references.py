"""Writes the reference tables beside this file from figures.txt, with independent tools.

    pip install pandas statsmodels numpy scipy lunardate inequality ecomplexity
    python references.py

Each line is a query, a period (or `-` for a number of none) and the value that the tool gives.
"""
import datetime
import platform
import warnings
from importlib import metadata
from pathlib import Path

import ecomplexity
import inequality.gini
import inequality.theil
import numpy as np
import pandas as pd
import scipy.stats
import statsmodels
from lunardate import LunarDate
from statsmodels.tsa.exponential_smoothing.ets import ETSModel
from statsmodels.tsa.holtwinters import ExponentialSmoothing
from statsmodels.tsa.seasonal import STL

warnings.filterwarnings("ignore")
HERE = Path(__file__).parent
ROWS = [line.split("\t") for line in open(HERE / "figures.txt") if line[0] != "#"]
INDEX = pd.PeriodIndex([row[0] for row in ROWS], freq="M")
X = pd.Series([float(row[1]) * 1e9 for row in ROWS], INDEX)
M = pd.Series([float(row[2]) * 1e9 for row in ROWS], INDEX)


def write(name, tools, entries):
    versions = {
        "pandas": pd.__version__, "numpy": np.__version__, "scipy": scipy.__version__,
        "statsmodels": statsmodels.__version__, "Python": platform.python_version(),
        "inequality": metadata.version("inequality"),
        "ecomplexity": metadata.version("ecomplexity"),
    }
    with open(HERE / f"{name}.txt", "w") as file:
        file.write("# " + ", ".join(f"{tool} {versions[tool]}" for tool in tools)
                   + "; written by references.py\n")
        for query, value in entries:
            if isinstance(value, pd.Series):
                value = value.dropna()
                picks = sorted({0, 1, len(value) // 3, 2 * len(value) // 3, len(value) - 1})
                for pick in picks:
                    period = str(value.index[pick]).replace("Q", "-Q")
                    file.write(f"{query}\t{period}\t{value.iloc[pick]!r}\n".replace("np.float64(", "").replace(")\n", "\n"))
            else:
                file.write(f"{query}\t-\t{float(value)!r}\n")


def growth(series, periods):
    return 100 * series.pct_change(periods, fill_method=None)


def annual(series, rule="Y"):
    grouped = series.resample(rule)
    return grouped.sum().where(grouped.count() == (12 if rule == "Y" else 3))


year_to_date = X.groupby(X.index.year).cumsum()
quarter_to_date = X.groupby([X.index.year, X.index.quarter]).cumsum()
three = X.rolling(3).sum()
years = annual(X)
quarters = annual(X, "Q")
write("growth", ["pandas", "numpy"], [
    ("exports yoy", growth(X, 12)),
    ("exports mom", growth(X, 1)),
    ("exports by quarter qoq", growth(quarters, 1)),
    ("exports by year yoy", growth(years, 1)),
    ("exports change", X.diff()),
    ("exports change yoy", X.diff(12)),
    ("exports ytd", year_to_date),
    ("exports ytd yoy", growth(year_to_date, 12)),
    ("exports qtd", quarter_to_date),
    ("exports ttm", X.rolling(12).sum()),
    ("exports ttm yoy", growth(X.rolling(12).sum(), 12)),
    ("exports 3mma", X.rolling(3).mean()),
    ("exports 3mma yoy", growth(X.rolling(3).mean(), 12)),
    ("exports yoy 3mma", growth(X, 12).rolling(3).mean()),
    ("exports rolling 6m sum", X.rolling(6).sum()),
    ("exports rolling 6m average", X.rolling(6).mean()),
    ("exports rolling 6m median", X.rolling(6).median()),
    ("exports rolling 6m min", X.rolling(6).min()),
    ("exports rolling 6m max", X.rolling(6).max()),
    ("exports rolling 6m stdev", X.rolling(6).std()),
    ("exports 3m/3m", growth(three, 3)),
    ("exports 3m/3m saar", 100 * ((1 + growth(three, 3) / 100) ** 4 - 1)),
    ("exports mom saar", 100 * ((1 + growth(X, 1) / 100) ** 12 - 1)),
    ("exports by quarter qoq saar", 100 * ((1 + growth(quarters, 1) / 100) ** 4 - 1)),
    ("exports saar", 12 * X),
    ("exports by quarter saar", 4 * quarters),
    ("exports index 2019=100", 100 * X / X["2019"].mean()),
    ("exports index 2019-03=50", 50 * X / X["2019-03"]),
    ("exports by year index 2016=100", 100 * years / years["2016"]),
    ("exports lag 12", X.shift(12)),
    ("exports lead 1", X.shift(-1)),
    ("exports log", np.log(X)),
    ("exports dlog", 100 * np.log(X).diff()),
    ("exports cumulative", X.cumsum()),
    ("exports zscore", (X - X.mean()) / X.std()),
    ("exports rank", X.rank(ascending=False, method="min")),
    ("exports cagr 2016..2024", 100 * ((years["2024"] / years["2016"]) ** (1 / 8) - 1)),
    ("exports 5y cagr", 100 * ((years["2025"] / years["2020"]) ** (1 / 5) - 1)),
])

yoy = growth(X, 12).dropna()
write("aggregates", ["pandas", "numpy", "scipy"], [
    ("total exports", X.sum()),
    ("average exports", X.mean()),
    ("median exports", X.median()),
    ("min exports", X.min()),
    ("max exports", X.max()),
    ("count exports", X.count()),
    ("stdev exports", X.std()),
    ("latest exports", X.iloc[-1]),
    ("first exports", X.iloc[0]),
    ("average exports yoy", yoy.mean()),
    ("stdev exports yoy", yoy.std()),
    ("corr(exports, imports)", scipy.stats.pearsonr(X, M).statistic),
    ("corr(exports yoy, imports yoy)", scipy.stats.pearsonr(yoy, growth(M, 12).dropna()).statistic),
])

# The Lunar New Year: the shares of the twenty days before and from the day on, less calendar means.
def holiday(first):
    share = {}
    for year in range(1990, 2041):
        day = LunarDate(year, 1, 1).to_solar_date()
        for step in range(first, first + 20):
            date = day + datetime.timedelta(step)
            key = (date.year, date.month)
            share[key] = share.get(key, 0) + 1 / 20
    mean = [np.mean([share.get((year, month), 0) for year in range(1990, 2041)])
            for month in range(1, 13)]
    return np.array([share.get((p.year, p.month), 0) - mean[p.month - 1] for p in INDEX])


def adjusted(series, period=12, **options):
    """The adjusted series and the trend of a log-additive STL."""
    result = STL(np.log(series), period=period, **options).fit()
    return np.exp(np.log(series) - result.seasonal), np.exp(result.trend)


def without_lunar(series):
    residuals = lambda values: STL(np.asarray(values), period=12).fit().resid
    effects = np.array([holiday(-20), holiday(0)]).T
    design = np.array([residuals(effect) for effect in effects.T]).T
    slopes, *_ = np.linalg.lstsq(design, residuals(np.log(series)), rcond=None)
    return series * np.exp(-(effects @ slopes))


sa, trend = adjusted(X)
robust, robust_trend = adjusted(X, robust=True)
balance = STL(X - M, period=12).fit()
lunar, lunar_trend = adjusted(without_lunar(X))
sa_quarters, _ = adjusted(quarters.dropna(), period=4)
write("seasonal", ["statsmodels", "pandas", "numpy"], [
    ("exports sa", sa),
    ("exports nsa", X),
    ("exports sa mom", growth(sa, 1)),
    ("exports sa 3m/3m saar", 100 * ((1 + growth(sa.rolling(3).sum(), 3) / 100) ** 4 - 1)),
    ("exports trend", trend),
    ("exports sa (robust)", robust),
    ("exports trend (robust)", robust_trend),
    ("exports sa (additive)", X - STL(X, period=12).fit().seasonal),
    ("surplus sa", X - M - balance.seasonal),
    ("surplus trend", balance.trend),
    ("exports sa (lunar)", lunar),
    ("exports trend (lunar)", lunar_trend),
    ("exports by quarter sa", sa_quarters),
])

# Holt–Winters, additive, on logarithms with given parameters and the heuristic first states.
fit = ExponentialSmoothing(
    np.log(X.values), trend="add", seasonal="add", seasonal_periods=12,
    initialization_method="heuristic",
).fit(smoothing_level=0.3, smoothing_trend=0.05, smoothing_seasonal=0.2, optimized=False)
best = ExponentialSmoothing(
    np.log(X.values), trend="add", seasonal="add", seasonal_periods=12,
    initialization_method="heuristic",
).fit(minimize_kwargs={"tol": 1e-14})
# Forecasts are those of ETSModel: at a horizon of one season ExponentialSmoothing leaves the last
# value out of the season (statsmodels 0.15.0, holtwinters/model.py line 1314), ETSModel does not.
ets = ETSModel(
    pd.Series(np.log(X.values)), error="add", trend="add", seasonal="add", seasonal_periods=12,
    initialization_method="known", initial_level=fit.params["initial_level"],
    initial_trend=fit.params["initial_trend"], initial_seasonal=fit.params["initial_seasons"],
).smooth([0.3, 0.3 * 0.05, 0.2])
ahead = ets.get_prediction(start=len(X), end=len(X) + 13)
with open(HERE / "smoothing.txt", "w") as file:
    file.write(f"# statsmodels {statsmodels.__version__}, ExponentialSmoothing(trend='add', "
               "seasonal='add', initialization_method='heuristic') and ETSModel on logarithms; written by "
               "references.py\n")
    for name, value in zip(["level", "trend"], [fit.params["initial_level"], fit.params["initial_trend"]]):
        file.write(f"{name}\t0\t{value!r}\n".replace("np.float64(", "").replace(")\n", "\n"))
    for i, value in enumerate(fit.params["initial_seasons"]):
        file.write(f"season\t{i}\t{float(value)!r}\n")
    for i, value in enumerate(ets.forecast(14)):
        file.write(f"forecast\t{i}\t{float(value)!r}\n")
    for i, value in enumerate(np.sqrt(ahead.forecast_variance)):
        file.write(f"deviation\t{i}\t{float(value)!r}\n")
    file.write(f"sse\t0\t{float(fit.sse)!r}\n")
    file.write(f"best sse\t0\t{float(best.sse)!r}\n")

# A made-up price index that rises by 0.3 points a month from 100 in January 2015.
price = pd.Series(100 + 0.3 * np.arange(len(X)), INDEX)
real = 100 * X / price
write("prices", ["pandas", "numpy"], [
    ("exports real using price index", real),
    ("exports real", real),
    ("exports nominal", X),
    ("exports real yoy", growth(real, 12)),
    ("exports real ttm", real.rolling(12).sum()),
    ("exports by year real", annual(real)),
    ("exports by year real yoy", growth(annual(real), 1)),
    ("exports by quarter real qoq", growth(annual(real, "Q"), 1)),
    ("exports real index 2016=100", 100 * real / real["2016"].mean()),
])

# Trade indices of the made-up trade of four countries: Balassa's index by ecomplexity, Gini and Theil
# by inequality (PySAL), the rest by their formulas in pandas.
world = pd.read_csv(HERE / "world.txt", sep="\t", comment="#", names=[
    "year", "flow", "reporter", "partner", "product", "value"])
goods = world[(world.partner == "WLD") & (world["product"] != "TOTAL")]
exported = goods[goods.flow == "exports"]
balassa = ecomplexity.ecomplexity(
    exported, {"time": "year", "loc": "reporter", "prod": "product", "val": "value"}, verbose=False
).set_index(["year", "reporter", "product"])["rca"]


def basket(flow, reporter, year=2024):
    rows = goods[(goods.flow == flow) & (goods.reporter == reporter) & (goods.year == year)]
    return rows.set_index("product").value


def overlap(left, right):
    return 100 * np.minimum(left / left.sum(), right / right.sum()).sum()


own, bought = basket("exports", "CHN"), basket("imports", "CHN")
share = own / own.sum()
totals = world[(world["product"] == "TOTAL") & (world.flow == "exports") & (world.year == 2024)]
to_us = totals[totals.partner == "USA"].value.sum()
all_exports = totals[totals.partner == "WLD"].value.sum()
own_to_us = totals[(totals.partner == "USA") & (totals.reporter == "CHN")].value.sum()
own_exports = totals[(totals.partner == "WLD") & (totals.reporter == "CHN")].value.sum()
write("indices", ["ecomplexity", "inequality", "pandas", "numpy"], [
    ("rca(exports of steel 2024)", balassa[2024, "CHN", "STEEL"]),
    ("rca(exports of steel 2023)", balassa[2023, "CHN", "STEEL"]),
    ("rca(Vietnam exports of toys 2024)", balassa[2024, "VNM", "TOYS"]),
    ("rsca(exports of cars 2024)",
     (balassa[2024, "CHN", "CARS"] - 1) / (balassa[2024, "CHN", "CARS"] + 1)),
    ("tii(exports to US 2024)", (own_to_us / own_exports) / (to_us / all_exports)),
    ("hhi(exports by product 2024)", (share ** 2).sum()),
    ("hhin(exports by product 2024)", ((share ** 2).sum() - 1 / 4) / (1 - 1 / 4)),
    ("neq(exports by product 2024)", 1 / (share ** 2).sum()),
    ("cr(exports by product 2024, 2)", 100 * share.nlargest(2).sum()),
    ("theil(exports by product 2024)", inequality.theil.Theil(own.values).T),
    ("gini(exports by product 2024)", inequality.gini.Gini(own.values).g),
    ("gl(exports of steel 2024, imports of steel 2024)",
     1 - abs(own["STEEL"] - bought["STEEL"]) / (own["STEEL"] + bought["STEEL"])),
    ("gl(exports by product 2024, imports by product 2024)",
     1 - (own - bought).abs().sum() / (own + bought).sum()),
    ("similarity(exports by product 2024, Vietnam exports by product 2024)",
     overlap(own, basket("exports", "VNM"))),
    ("tci(exports by product 2024, Vietnam imports by product 2024)",
     100 * (1 - (basket("imports", "VNM") / basket("imports", "VNM").sum() - share).abs().sum() / 2)),
])
