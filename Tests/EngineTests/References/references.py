"""Writes the reference tables beside this file from figures.txt, with independent tools.

    pip install pandas statsmodels numpy scipy lunardate inequality ecomplexity convertdate
    python references.py

Each line is a query, a period (or `-` for a number of none) and the value that the tool gives.
"""
import datetime
import platform
import warnings
from importlib import metadata
from pathlib import Path

import convertdate
import ecomplexity
import inequality.gini
import inequality.theil
import numpy as np
import pandas as pd
import scipy.linalg
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


def share(spans):
    """The share of each span's days in the months, less calendar means of 1990 to 2040."""
    parts = {}
    for days in spans:
        for date in days:
            key = (date.year, date.month)
            parts[key] = parts.get(key, 0) + 1 / len(days)
    mean = [np.mean([parts.get((year, month), 0) for year in range(1990, 2041)])
            for month in range(1, 13)]
    return np.array([parts.get((p.year, p.month), 0) - mean[p.month - 1] for p in INDEX])


def span(first, count):
    return [first + datetime.timedelta(step) for step in range(count)]


def fast(year):
    begin = datetime.date(*convertdate.islamic.to_gregorian(year, 9, 1))
    end = datetime.date(*convertdate.islamic.to_gregorian(year, 10, 1))
    return span(begin, (end - begin).days)


easter = share([span(datetime.date(*convertdate.holidays.easter(year)) - datetime.timedelta(8), 8)
                for year in range(1985, 2046)])
ramadan = share([fast(year) for year in range(1400, 1470)])
counts = np.array([[sum(day.weekday() == wanted for day in pd.date_range(p.start_time, p.end_time))
                    for wanted in range(7)] for p in INDEX])
trading = [counts[:, day] - counts[:, 6] for day in range(6)] + [np.array(
    [(0.75 if p.is_leap_year else -0.25) if p.month == 2 else 0 for p in INDEX])]


def without(series, effects, log=True):
    """The series without what a regression lays on the effects, season and trend set aside."""
    residuals = lambda values: STL(np.asarray(values, dtype=float), period=12).fit().resid
    values = np.log(series) if log else series
    design = np.array([residuals(effect) for effect in effects]).T
    slopes, *_ = np.linalg.lstsq(design, residuals(values), rcond=None)
    cleaned = values - np.array(effects).T @ slopes
    return np.exp(cleaned) if log else cleaned


lunar_days = [holiday(-20), holiday(0)]
both, both_trend = adjusted(without(X, lunar_days + [easter, ramadan] + trading))
easter_sa, _ = adjusted(without(X, [easter]))
ramadan_sa, _ = adjusted(without(X, [ramadan]))
trading_sa, _ = adjusted(without(X, trading))
robust_trading, _ = adjusted(without(X, trading), robust=True)
plain_trading = without(X - M, trading, log=False)
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
    ("exports sa (easter)", easter_sa),
    ("exports sa (ramadan)", ramadan_sa),
    ("exports sa (trading)", trading_sa),
    ("exports sa (lunar, easter, ramadan, trading)", both),
    ("exports trend (lunar, easter, ramadan, trading)", both_trend),
    ("exports sa (robust, trading)", robust_trading),
    ("surplus sa (trading)", plain_trading - STL(plain_trading, period=12).fit().seasonal),
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
world_exports = exported[exported.year == 2024].groupby("product").value.sum()
all_of_world = world_exports.sum()
trade_sum, trade_gap = own + bought, own - bought
lafay = 100 * (trade_gap / trade_sum - trade_gap.sum() / trade_sum.sum()) * trade_sum / trade_sum.sum()
write("indices", ["ecomplexity", "inequality", "pandas", "numpy"], [
    ("rca(exports of steel 2024)", balassa[2024, "CHN", "STEEL"]),
    ("rca(exports of steel 2023)", balassa[2023, "CHN", "STEEL"]),
    ("rca(Vietnam exports of toys 2024)", balassa[2024, "VNM", "TOYS"]),
    ("rsca(exports of cars 2024)",
     (balassa[2024, "CHN", "CARS"] - 1) / (balassa[2024, "CHN", "CARS"] + 1)),
    ("nrca(exports of cars 2024)",
     10_000 * (own["CARS"] / all_of_world - own.sum() * world_exports["CARS"] / all_of_world ** 2)),
    ("lafay(exports of toys 2024, imports of toys 2024)", lafay["TOYS"]),
    ("em(exports by product 2024)", 100 * world_exports[own.index].sum() / all_of_world),
    ("im(exports by product 2024)", 100 * own.sum() / world_exports[own.index].sum()),
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

# Regression of time series: statsmodels' OLS and its tests, on the months of figures.txt.
import statsmodels.api as sm
from statsmodels.tsa.stattools import adfuller, grangercausalitytests


def sheet(name, tools, rows):
    """A table of named numbers: a statement, the place of the number in its answer, the number."""
    versions = {"statsmodels": statsmodels.__version__, "pandas": pd.__version__,
                "numpy": np.__version__, "scipy": scipy.__version__,
                "ecomplexity": metadata.version("ecomplexity")}
    with open(HERE / f"{name}.txt", "w") as file:
        file.write("# " + ", ".join(f"{tool} {versions[tool]}" for tool in tools)
                   + "; written by references.py\n")
        for statement, key, value in rows:
            file.write(f"{statement}\t{key}\t{float(value)!r}\n")


def regression(statement, target, regressors, **covariance):
    frame = pd.concat([target] + regressors, axis=1).dropna()
    model = sm.OLS(frame.iloc[:, 0].values, sm.add_constant(frame.iloc[:, 1:].values))
    fit = model.fit(use_t=True, **covariance) if covariance else model.fit()
    rows = []
    order = list(range(1, frame.shape[1])) + [0]
    interval = fit.conf_int()
    for place, number in enumerate(order):
        for key, value in [("coefficient", fit.params[number]), ("std. error", fit.bse[number]),
                           ("t", fit.tvalues[number]), ("p", fit.pvalues[number]),
                           ("95 % from", interval[number][0]), ("to", interval[number][1])]:
            rows.append((statement, f"{place}:{key}", value))
    rows += [(statement, "observations", fit.nobs), (statement, "r2", fit.rsquared),
             (statement, "adjusted-r2", fit.rsquared_adj), (statement, "f", np.squeeze(fit.fvalue)),
             (statement, "f-probability", fit.f_pvalue),
             (statement, "durbin-watson", sm.stats.durbin_watson(fit.resid)),
             (statement, "residual-error", np.sqrt(fit.mse_resid))]
    return rows


xb, mb = X / 1e9, M / 1e9
xg, mg = growth(X, 12), growth(M, 12)
hac = lambda lags: dict(cov_type="HAC", cov_kwds={"maxlags": lags, "use_correction": True})
rows = regression("regress exports on imports", xb, [mb])
rows += regression("regress exports on imports, imports lag 1, imports lag 12 using robust",
                   xb, [mb, mb.shift(1), mb.shift(12)], cov_type="HC1")
rows += regression("regress exports yoy on imports yoy using hac 6", xg, [mg], **hac(6))
rows += regression("regress exports yoy on imports yoy using hac", xg, [mg],
                   **hac(int(4 * (len(xg.dropna()) / 100) ** (2 / 9))))
rows += regression("regress log(exports) on log(imports) by year", np.log(annual(X)).dropna(),
                   [np.log(annual(M)).dropna()])
rows += regression("regress exports on imports since 2020 using robust", xb["2020":], [mb["2020":]],
                   cov_type="HC1")
rows += regression("regress exports on (imports > 150 bn)", xb, [(mb > 150).astype(float)])
for statement, series, options in [
    ("unitroot exports log", np.log(X), dict(regression="c")),
    ("unitroot exports log using trend", np.log(X), dict(regression="ct")),
    ("unitroot exports log using none", np.log(X), dict(regression="n")),
    ("unitroot exports yoy", xg.dropna(), dict(regression="c")),
    ("unitroot exports log using constant 3 lags", np.log(X), dict(regression="c", maxlag=3, autolag=None)),
]:
    statistic, p, lags, count, critical = adfuller(series.values, **options)[:5]
    rows += [(statement, "0:statistic", statistic), (statement, "0:p", p), (statement, "lags", lags),
             (statement, "observations", count), (statement, "0:1 % below", critical["1%"]),
             (statement, "0:5 %", critical["5%"]), (statement, "0:10 %", critical["10%"])]
for lags in (2, 12):
    statement = f"granger exports yoy on imports yoy using {lags} lags"
    both = pd.concat([xg, mg], axis=1).dropna().values
    for place, data in enumerate([both, both[:, ::-1]]):
        f, p, freedom, _ = grangercausalitytests(data, [lags])[lags][0]["ssr_ftest"]
        rows += [(statement, f"{place}:F", f), (statement, f"{place}:p", p)]


def chow(values, trend):
    n, size, best = len(values), 2 if trend else 1, (-np.inf, 0)
    def rest(a, b):
        design = np.ones((b - a, 1)) if not trend else np.column_stack([np.ones(b - a), np.arange(a, b)])
        return sm.OLS(values[a:b], design).fit().ssr
    whole, margin = rest(0, n), int(np.ceil(0.15 * n))
    for place in range(margin, n - margin + 1):
        parts = rest(0, place) + rest(place, n)
        best = max(best, ((whole - parts) / size / (parts / (n - 2 * size)), place))
    return best


rows.append(("breaks exports yoy", "0:largest F", chow(xg.dropna().values, False)[0]))
rows.append(("breaks exports log using trend", "0:largest F", chow(np.log(X).values, True)[0]))
sheet("relations", ["statsmodels", "pandas", "numpy"], rows)

# Gravity: a made-up panel, Poisson regression with a dummy for every group, errors by pair.
rng = np.random.default_rng(8)
members = {"CHN": 2022, "JPN": 2022, "KOR": 2022, "VNM": 2022, "THA": 2022, "AUS": 2022, "IDN": 2023,
           "MYS": 2022, "NZL": 2022, "PHL": 2023, "SGP": 2022}
places = ["CHN", "JPN", "KOR", "VNM", "IDN", "USA", "DEU", "IND", "BRA", "AUS"]
size = {place: rng.uniform(0, 3) for place in places}
flows = []
for origin in places:
    for target in places:
        if origin == target:
            continue
        cost = rng.uniform(0, 2)
        for year in range(2019, 2026):
            both = year >= max(members.get(origin, 9999), members.get(target, 9999))
            mean = np.exp(size[origin] + size[target] - cost + 0.2 * both + 0.05 * (year - 2019))
            flows.append((origin, target, year, round(mean * rng.gamma(4, 0.25), 3),
                          round(np.exp(rng.normal(1, 1)), 3), int(both)))
panel = pd.DataFrame(flows, columns=["origin", "target", "year", "exports", "imports", "both"])
with open(HERE / "gravity-flows.txt", "w") as file:
    file.write("# Made up by references.py: reporter, partner, year, exports and imports in USD bn\n")
    for row in panel.itertuples(index=False):
        file.write(f"{row.origin}\t{row.target}\t{row.year}\t{row.exports}\t{row.imports}\n")


def poisson(statement, frame, effects, regressors):
    keys = [frame[list(effect)].astype(str).agg(" ".join, axis=1) for effect in effects]
    dummies = [pd.get_dummies(key, prefix=str(number), drop_first=number > 0).astype(float)
               for number, key in enumerate(keys)]
    dummies = pd.concat(dummies, axis=1)
    # Effects of one period overlap: only columns that are independent are kept.
    _, triangle, order = scipy.linalg.qr(dummies.values, mode="economic", pivoting=True)
    kept = sorted(order[:int((np.abs(np.diag(triangle)) > 1e-8).sum())])
    design = pd.concat([frame[regressors].astype(float), dummies.iloc[:, kept]], axis=1)
    pairs = (frame.origin + frame.target).astype("category").cat.codes.values
    fit = sm.GLM(frame.exports.values, design.values, family=sm.families.Poisson()).fit(
        tol=1e-14, maxiter=200, cov_type="cluster",
        cov_kwds={"groups": pairs, "use_correction": False})
    count = len(np.unique(pairs))
    rows = []
    for place, name in enumerate(regressors):
        error = fit.bse[place] * np.sqrt(count / (count - 1))
        rows += [(statement, f"{place}:coefficient", fit.params[place]),
                 (statement, f"{place}:std. error", error),
                 (statement, f"{place}:z", fit.params[place] / error)]
    return rows + [(statement, "deviance", fit.deviance), (statement, "observations", len(frame)),
                   (statement, "pairs", count)]


panel["log"] = np.log(panel.imports)
rows = poisson("gravity exports on RCEP, log imports", panel,
               [("origin", "year"), ("target", "year")], ["both", "log"])
rows += poisson("gravity exports on RCEP using simple", panel,
                [("origin",), ("target",), ("year",)], ["both"])
rows += poisson("gravity exports on imports using none", panel.assign(one=1), [("one",)], ["imports"])
rows += poisson("gravity exports on RCEP using pair", panel,
                [("origin", "year"), ("target", "year"), ("origin", "target")], ["both"])
sheet("gravity", ["statsmodels", "pandas", "numpy"], rows)

# Prices and volumes: made-up values and quantities of four goods, one of which appears late.
rng = np.random.default_rng(3)
goods_rows = []
for good in ["STEEL", "TOYS", "COTTON", "CARS"]:
    price, quantity = rng.uniform(200, 900), rng.uniform(1e6, 9e6)
    for year in range(2020, 2026):
        price *= rng.uniform(0.9, 1.15)
        quantity *= rng.uniform(0.85, 1.2)
        if good == "CARS" and year == 2020:
            continue
        goods_rows.append((good, year, round(price * quantity), round(quantity)))
sold = pd.DataFrame(goods_rows, columns=["product", "year", "value", "quantity"])
with open(HERE / "goods.txt", "w") as file:
    file.write("# Made up by references.py: product, year, exports in USD, quantity in t\n")
    for row in sold.itertuples(index=False):
        file.write(f"{row.product}\t{row.year}\t{row.value}\t{row.quantity}\n")
values = sold.pivot(index="year", columns="product", values="value")
amounts = sold.pivot(index="year", columns="product", values="quantity")
unit = values / amounts


def price_indices(base, year):
    known = values.columns[values.loc[base].notna() & values.loc[year].notna()]
    p0, p1, q0, q1 = (table.loc[when, known] for table, when in
                      [(unit, base), (unit, year), (amounts, base), (amounts, year)])
    laspeyres = 100 * (p1 * q0).sum() / (p0 * q0).sum()
    paasche = 100 * (p1 * q1).sum() / (p0 * q1).sum()
    fisher = np.sqrt(laspeyres * paasche)
    return laspeyres, paasche, fisher, 1e4 * (p1 * q1).sum() / (p0 * q0).sum() / fisher


rows = []
for year in (2021, 2025):
    for name, value in zip(["laspeyres", "paasche", "fisher", "volume"], price_indices(2020, year)):
        rows.append((f"{name}(exports by product, year)", str(year), value))
rows.append(("fisher(exports by product, year since 2022)", "2025", price_indices(2022, 2025)[2]))
rows.append(("laspeyres(exports of steel by year)", "2024", 100 * unit.STEEL[2024] / unit.STEEL[2020]))
p0, p1, q0, q1 = unit.loc[2024], unit.loc[2025], amounts.loc[2024], amounts.loc[2025]
whole = values.loc[2024].sum()
for place, good in enumerate(values.columns):
    statement = "split exports by product yoy 2025"
    rows += [(statement, f"{good}:from quantity", 100 * (q1 - q0)[good] * (p0 + p1)[good] / 2 / whole),
             (statement, f"{good}:from price", 100 * (p1 - p0)[good] * (q0 + q1)[good] / 2 / whole),
             (statement, f"{good}:value", 100 * (values.loc[2025] / values.loc[2024] - 1)[good])]
sheet("volumes", ["pandas", "numpy"], rows)

# Shift and share of the made-up world: China's exports by product, 2023 to 2024.
before = exported[exported.year == 2023].pivot(index="product", columns="reporter", values="value")
after = exported[exported.year == 2024].pivot(index="product", columns="reporter", values="value")
world_before, world_after = before.sum(axis=1), after.sum(axis=1)
rate = world_after.sum() / world_before.sum() - 1
rates = world_after / world_before - 1
rows = []
for good in before.index:
    statement = "shiftshare exports by product yoy 2024"
    rows += [(statement, f"{good}:world", rate * before.CHN[good] * 1e9),
             (statement, f"{good}:make-up", (rates[good] - rate) * before.CHN[good] * 1e9),
             (statement, f"{good}:own", (after.CHN[good] - before.CHN[good] * (1 + rates[good])) * 1e9)]
last = X.iloc[-1]
so_far = X[str(X.index[-1].year)]
rows.append(("carryover(exports)", "-",
             100 * ((so_far.sum() + (12 - len(so_far)) * last) / X[str(X.index[-1].year - 1)].sum() - 1)))
rows.append(("elasticity(exports by year, imports by year)", "-",
             sm.OLS(np.log(annual(X).dropna().values),
                    sm.add_constant(np.log(annual(M).dropna().values))).fit().params[1]))
rows.append(("low(exports)", "-", int((X.iloc[:-1][::-1] > last).cumprod().sum())))
year_end = annual(X).dropna()
rows.append(("project exports to 2030 at 5%", "2030", year_end["2025"] * 1.05 ** 5))
rows.append(("pace of exports to 5 trillion by 2030", "-", 100 * ((5e12 / year_end["2025"]) ** (1 / 5) - 1)))
sheet("decompositions", ["statsmodels", "pandas", "numpy"], rows)

# Complexity: made-up exports of twelve countries in twenty goods, by ecomplexity.
rng = np.random.default_rng(5)
makers = ["CHN", "USA", "DEU", "VNM", "JPN", "KOR", "IND", "BRA", "FRA", "ITA", "MEX", "ZAF"]
skill = dict(zip(makers, rng.uniform(0, 1, len(makers))))
made = [(maker, f"GOOD{good:02d}", round(float(np.exp(rng.normal(0, 0.7) + 4 * (skill[maker] - 0.5) * (good / 20 - 0.5))), 3))
        for maker in makers for good in range(20) if rng.uniform() < 0.85]
made = pd.DataFrame(made, columns=["reporter", "product", "value"]).assign(year=2024)
with open(HERE / "complexity-flows.txt", "w") as file:
    file.write("# Made up by references.py: reporter, product, exports of 2024 in USD bn\n")
    for row in made.itertuples(index=False):
        file.write(f"{row.reporter}\t{row.product}\t{row.value}\n")
eci = ecomplexity.ecomplexity(
    made, {"time": "year", "loc": "reporter", "prod": "product", "val": "value"}, verbose=False)
rows = []
for place, name in [("CHN", "China"), ("USA", "US"), ("DEU", "Germany"), ("ZAF", "South Africa")]:
    row = eci[eci.reporter == place].iloc[0]
    rows += [("complexity exports 2024", f"{name}:complexity", row.eci),
             ("complexity exports 2024", f"{name}:advantages", row.diversity)]
sheet("complexity", ["ecomplexity", "pandas", "numpy"], rows)

# The movable feasts by convertdate and lunardate: the first day of each.
with open(HERE / "feasts.txt", "w") as file:
    file.write(f"# convertdate {metadata.version('convertdate')}, lunardate "
               f"{metadata.version('lunardate')}; written by references.py\n")
    for year in range(1950, 2100):
        file.write(f"easter\t{year}\t{datetime.date(*convertdate.holidays.easter(year))}\n")
        file.write(f"lunar\t{year}\t{LunarDate(year, 1, 1).to_solar_date()}\n")
    for year in range(1370, 1525):
        file.write(f"ramadan\t{year}\t{datetime.date(*convertdate.islamic.to_gregorian(year, 9, 1))}\n")
