import Catalogue

/// Entries of one kind, on the data that they need.
struct EntryGroup {
  var title: String
  var data: DataSet
  var entries: [String]
}

let groups = [
  EntryGroup(
    title: "growth and levels",
    data: Panel.partners,
    entries: [
      "exports by country", "exports by country yoy", "exports by country mom",
      "exports by country and quarter qoq", "exports by country 3m/3m saar",
      "exports by country and year cagr 2010..2020", "exports by country dlog",
      "exports by country change", "exports by country change yoy", "exports by country ytd",
      "exports by country ytd yoy", "exports by country qtd", "exports by country ttm",
      "exports by country ttm yoy", "exports by country 3mma",
      "exports by country rolling 12m sum", "exports by country rolling 12m stdev",
      "exports by country index 2019=100", "exports by country lag 12",
      "exports by country lead 1", "exports by country cumulative", "exports by country zscore",
      "exports by country rank", "exports by country log", "surplus by country",
      "surplus by country yoy",
    ]
  ),
  EntryGroup(
    title: "season, prices, frequency",
    data: Panel.partners,
    entries: [
      "exports by country trend", "exports by country sa", "exports by country sa mom",
      "exports by country sa (robust)", "exports by country sa (trading)",
      "exports by country sa (lunar)", "exports by country sa (ramadan)",
      "exports by country sa (easter)",
      "exports by country sa (lunar, easter, ramadan, trading)",
      "exports by country sa (robust, lunar, trading)", "surplus by country sa",
      "exports by country real using prices", "exports by country and quarter",
      "exports by country and year", "exports by country and year real using prices",
      "exports by country between 2015 and 2020",
    ]
  ),
  EntryGroup(
    title: "records, spells, what lies behind",
    data: Panel.partners,
    entries: [
      "streak exports yoy < 0%", "record(exports)", "low(exports yoy)",
      "when exports yoy < 0% for 3m", "turns exports ttm", "why exports yoy 2025-12",
      "carryover(exports sa)", "contributions to exports yoy by country",
      "top 5 countries by exports yoy 2025",
    ]
  ),
  EntryGroup(
    title: "value, quantity, price",
    data: Panel.goods,
    entries: [
      "exports by product", "split exports by product yoy 2025",
      "shiftshare exports by product yoy 2025", "laspeyres(exports by product)",
      "paasche(exports by product)", "fisher(exports by product)", "volume(exports by product)",
      "tot(exports by product, imports by product)",
    ]
  ),
  EntryGroup(
    title: "concentration",
    data: Panel.partners,
    entries: [
      "hhi(exports by country)", "hhin(exports by country)", "neq(exports by country)",
      "theil(exports by country)", "gini(exports by country)", "cr(exports by country)",
      "cr(exports by country, 10)",
    ]
  ),
  EntryGroup(
    title: "advantage and overlap",
    data: Panel.goods,
    entries: [
      "rca(exports by product)", "rsca(exports by product)", "nrca(exports by product)",
      "lafay(exports by product, imports by product)",
      "gl(exports by product, imports by product)",
      "similarity(exports by product, imports by product)",
      "tci(exports by product, Japan imports by product)", "em(exports by product)",
      "im(exports by product)",
    ]
  ),
  EntryGroup(
    title: "markets",
    data: Panel.markets,
    entries: ["tii(exports by country)", "tii(exports to France)"]
  ),
  EntryGroup(
    title: "complexity",
    data: Panel.reporters,
    entries: ["complexity exports 2025", "complexity exports 2025-12"]
  ),
  EntryGroup(
    title: "economy and relations",
    data: Panel.partners,
    entries: [
      "openness(exports, imports, gdp)", "penetration(imports, exports, gdp)",
      "corr(exports yoy, imports yoy)", "elasticity(exports, gdp)",
      "regress exports yoy on imports yoy using hac",
      "granger exports yoy on imports yoy", "unitroot exports log",
      "breaks exports log using trend", "gravity exports on log imports",
    ]
  ),
  EntryGroup(
    title: "outlook",
    data: Panel.partners,
    entries: [
      "exports by country forecast 12m", "surplus by country forecast 12m",
      "exports forecast 12m with interval", "project exports to 2030 at 5%",
      "pace of exports to 5 trillion by 2030",
    ]
  ),
]
