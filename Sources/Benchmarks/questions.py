"""Random questions, each in the language and, written separately, in SQL.

Both are made from the same choices, but the SQL knows nothing of how the language is carried out: it adds up the
rows of the CSV, puts zeros where nothing was traded, and compares months by window functions.
"""
import random

ASEAN = "BRN KHM IDN LAO MYS MMR PHL SGP THA TLS VNM".split()
EU = ("AUT BEL BGR HRV CYP CZE DNK EST FIN FRA DEU GRC HUN IRL ITA LVA LTU LUX MLT NLD POL PRT ROU SVK SVN ESP "
      "SWE").split()
G7 = "CAN DEU FRA GBR ITA JPN USA".split()
BRICS = "BRA RUS IND CHN ZAF EGY ETH IRN ARE IDN".split()
GROUPS = {"ASEAN": ASEAN, "EU": EU, "G7": G7, "BRICS": BRICS}
FIRST_YEAR, YEARS = 2021, 5

SIGNS = {"exports": "CASE flowCode WHEN 'X' THEN 1 ELSE 0 END", "imports": "CASE flowCode WHEN 'M' THEN 1 ELSE 0 END",
         "trade": "1", "surplus": "CASE flowCode WHEN 'X' THEN 1 ELSE -1 END"}
COLUMNS = {"reporter": "reporterISO", "partner": "partnerISO", "product": "cmdCode",
           "chapter": "substr(cmdCode, 1, 2)", "heading": "substr(cmdCode, 1, 4)"}
SLOTS = {"month": "(period // 100) * 12 + period % 100 - 1", "quarter": "(period // 100) * 4 + (period % 100 - 1) // 3",
         "year": "period // 100"}
PER_YEAR = {"month": 12, "quarter": 4, "year": 1}


class Question:
    """What is asked, in both languages, and how to read what comes back."""

    def __init__(self, kind, text, sql, dimensions=(), grain=None, ordered=False):
        self.kind, self.text, self.sql = kind, text, sql
        # The first columns of the SQL are the members, then the slot in time if there is a grain, then the number.
        self.dimensions, self.grain, self.ordered = list(dimensions), grain, ordered


class Maker:
    """Makes questions from the places and products that there are."""

    def __init__(self, seed, names, most_members):
        self.chance = random.Random(seed)
        self.names = names
        self.places = sorted(c for c in names["places"] if len(c) == 3 and c.isalpha())
        self.large = [p for p in "CHN USA DEU JPN FRA GBR NLD KOR ITA IND BRA MEX VNM".split() if p in names["places"]]
        self.codes = {n: sorted(c for c in names["products"] if len(c) == n and c.isdigit()) for n in (2, 4, 6)}
        self.most_members = most_members

    def question(self):
        makers = [(self.series, 6), (self.transformed, 7), (self.table, 7), (self.growth_table, 3), (self.ranking, 4),
                  (self.share, 3), (self.aggregate, 3), (self.concentration, 4), (self.advantage, 3),
                  (self.contributions, 2), (self.totals, 3), (self.several, 2)]
        return self.chance.choices([m for m, _ in makers], [w for _, w in makers])[0]()

    # What is chosen

    def place(self):
        return self.chance.choice(self.large if self.chance.random() < 0.7 else self.places)

    def measure(self):
        return self.chance.choice(list(SIGNS))

    def flow(self):
        return self.chance.choice(["exports", "imports"])

    def product(self):
        return self.chance.choice(self.codes[self.chance.choice([2, 2, 4, 6])])

    def name(self, code):
        return self.names["places"][code]

    def phrase(self, measure, kept=()):
        """A measure with a reporter, a product and a partner, and the condition that says the same."""
        text, where = measure, []
        if "reporter" not in kept and self.chance.random() < 0.5:
            reporter = self.place()
            text = f"{self.name(reporter)} {measure}"
            where.append(f"reporterISO = '{reporter}'")
        if not {"product", "chapter", "heading"} & set(kept) and self.chance.random() < 0.4:
            products = [self.product()]
            if self.chance.random() < 0.3:
                products += [c for c in [self.chance.choice(self.codes[2])] if c[:2] != products[0][:2]]
            text += " of " + " + ".join(f"HS {p}" for p in products)
            where.append("(" + " OR ".join(f"cmdCode LIKE '{p}%'" for p in products) + ")")
        if "partner" not in kept and self.chance.random() < 0.5:
            words, members = self.partners()
            text += f" {self.direction(measure)} {words}"
            where.append(members)
        elif self.chance.random() < 0.1:
            place = self.place()
            text += f" excluding {self.name(place)}"
            where.append(f"partnerISO <> '{place}'")
        return text, where

    def direction(self, measure):
        return {"exports": "to", "imports": "from"}.get(measure, "with")

    def partners(self):
        choice = self.chance.random()
        if choice < 0.3:
            group = self.chance.choice(list(GROUPS))
            if self.chance.random() < 0.3:
                member = self.chance.choice([c for c in GROUPS[group] if c in self.names["places"]])
                return f"{group} excluding {self.name(member)}", self.among([c for c in GROUPS[group] if c != member])
            return group, self.among(GROUPS[group])
        if choice < 0.45:
            pair = self.chance.sample(self.large, 2)
            return " + ".join(map(self.name, pair)), self.among(pair)
        place = self.place()
        return self.name(place), f"partnerISO = '{place}'"

    def among(self, codes):
        return "partnerISO IN (" + ", ".join(f"'{c}'" for c in codes) + ")"

    def span(self, grain, least=1):
        """Words for a window and the slots in it."""
        each = PER_YEAR[grain]
        first, last = FIRST_YEAR * each, (FIRST_YEAR + YEARS) * each - 1
        choice = self.chance.random()
        if choice < 0.4:
            return "", first, last
        if choice < 0.7:
            year = self.chance.randint(FIRST_YEAR + 1, FIRST_YEAR + YEARS - 1)
            text = f" since {year}" if grain == "year" else f" since {year}-01"
            return text, year * each, last
        year = self.chance.randint(FIRST_YEAR + 1, FIRST_YEAR + YEARS - 2)
        return f" in {year}-01..{year + 1}-12", year * each, year * each + 2 * each - 1

    def year(self):
        return self.chance.randint(FIRST_YEAR + 1, FIRST_YEAR + YEARS - 1)

    def dimensions(self, most=2):
        found = self.chance.sample(list(COLUMNS), self.chance.randint(1, most))
        kinds = [d for d in found if d in ("product", "chapter", "heading")]
        return [d for d in found if d not in kinds[1:]]

    # How it is put

    def sums(self, measure, where, dimensions=(), grain=None):
        """Sums by members and slots, as they lie in the rows."""
        keys = [f"{COLUMNS[d]} AS k{i}" for i, d in enumerate(dimensions)]
        keys += [f"{SLOTS[grain]} AS s"] if grain else []
        condition = " AND ".join(where + ([] if measure in ("trade", "surplus") else
                                          [f"flowCode = '{'X' if measure == 'exports' else 'M'}'"])) or "true"
        groups = ", ".join(str(i + 1) for i in range(len(keys)))
        return (f"SELECT {', '.join(keys + [f'sum(primaryValue * ({SIGNS[measure]})) AS v'])} FROM t "
                f"WHERE {condition}" + (f" GROUP BY {groups}" if groups else ""))

    def dense(self, measure, where, dimensions, grain):
        """The same with a zero for every slot in which a member that trades at all trades nothing."""
        keys = [f"k{i}" for i in range(len(dimensions))]
        each = PER_YEAR[grain]
        slots = f"range({FIRST_YEAR * each}, {(FIRST_YEAR + YEARS) * each})"
        members = f"(SELECT DISTINCT {', '.join(keys)} FROM b)" if keys else "(SELECT 1 FROM b LIMIT 1)"
        named = "".join(f"m.{k}, " for k in keys)
        return (f"WITH b AS ({self.sums(measure, where, dimensions, grain)}), d AS (SELECT {named}r.range AS s, "
                f"coalesce(b.v, 0) AS v FROM {members} m CROSS JOIN {slots} r LEFT JOIN b ON b.s = r.range"
                + "".join(f" AND b.{k} = m.{k}" for k in keys) + ")")

    TRANSFORMS = {
        "yoy": ("100 * (v / nullif(lag(v, {year}) OVER w, 0) - 1)", "{year}", "positive"),
        "change yoy": ("v - lag(v, {year}) OVER w", "{year}", None),
        "change": ("v - lag(v, 1) OVER w", "1", None),
        "ytd": ("sum(v) OVER (PARTITION BY {keys}s // {year} ORDER BY s)", "0", None),
        "ttm": ("sum(v) OVER (w ROWS BETWEEN {before} PRECEDING AND CURRENT ROW)", "{before}", None),
        "3mma": ("avg(v) OVER (w ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)", "2", None),
        "mom": ("100 * (v / nullif(lag(v, 1) OVER w, 0) - 1)", "1", "positive"),
    }

    def transform(self, name, dimensions, grain):
        """The number of a transform, and how many slots at the beginning have none."""
        keys = "".join(f"k{i}, " for i in range(len(dimensions)))
        year = PER_YEAR[grain]
        fill = {"year": year, "before": year - 1, "keys": keys}
        number, lost, _ = self.TRANSFORMS[name]
        window = "WINDOW w AS (" + (f"PARTITION BY {keys[:-2]} " if keys else "") + "ORDER BY s)"
        return number.format(**fill), int(lost.format(**fill)), window

    # The kinds of questions

    def series(self):
        measure = self.measure()
        text, where = self.phrase(measure)
        grain = self.chance.choice(["month", "quarter", "year"])
        window, first, last = self.span(grain)
        by = "" if grain == "month" else f" by {grain}"
        sql = f"{self.dense(measure, where, [], grain)} SELECT s, v FROM d WHERE s BETWEEN {first} AND {last}"
        return Question("series", text + by + window, sql, grain=grain)

    def transformed(self):
        grain = self.chance.choice(["month", "month", "quarter", "year"])
        name = self.chance.choice({"month": ["yoy", "change yoy", "change", "ytd", "ttm", "3mma", "mom", "ytd yoy"],
                                   "quarter": ["yoy", "change yoy", "change", "ytd"],
                                   "year": ["yoy", "change yoy", "change"]}[grain])
        # Growth of a balance has rulings of its own.
        measure = self.measure()
        if name in ("yoy", "mom", "ytd yoy") and measure == "surplus":
            measure = "trade"
        text, where = self.phrase(measure)
        window, first, last = self.span(grain)
        by = "" if grain == "month" else f" by {grain}"
        if name == "ytd yoy":
            inner, _, _ = self.transform("ytd", [], grain)
            number, lost, over = self.transform("yoy", [], grain)
            source = f"(SELECT s, {inner} AS v FROM d)"
        else:
            number, lost, over = self.transform(name, [], grain)
            source = "d"
        first = max(first, FIRST_YEAR * PER_YEAR[grain] + lost)
        sql = (f"{self.dense(measure, where, [], grain)} SELECT s, n FROM (SELECT s, {number} AS n "
               f"FROM {source} {over}) q WHERE s BETWEEN {first} AND {last}")
        return Question(name, f"{text} {name}{by}{window}", sql, grain=grain)

    def table(self):
        measure = self.measure()
        dimensions = self.dimensions()
        text, where = self.phrase(measure, dimensions)
        grain = self.chance.choice(["month", "quarter", "year"])
        window, first, last = self.span(grain)
        if self.is_large(dimensions):
            grain, year = "year", self.year()
            window, first, last = f" in {year}-01..{year}-12", year, year
            text += f" by {', '.join(dimensions)}, year"
        else:
            text += f" by {', '.join(dimensions)}" + ("" if grain == "month" else f", {grain}")
        keys = "".join(f"k{i}, " for i in range(len(dimensions)))
        sql = (f"{self.dense(measure, where, dimensions, grain)} SELECT {keys}s, v FROM d "
               f"WHERE s BETWEEN {first} AND {last}")
        return Question("table", text + window, sql, dimensions, grain)

    def growth_table(self):
        measure = self.chance.choice(["exports", "imports", "trade"])
        dimensions = [self.chance.choice(["reporter", "partner", "chapter", "heading"])]
        text, where = self.phrase(measure, dimensions)
        grain = self.chance.choice(["quarter", "year"])
        name = self.chance.choice(["yoy", "change yoy"])
        number, lost, over = self.transform(name, dimensions, grain)
        first = FIRST_YEAR * PER_YEAR[grain] + lost
        sql = (f"{self.dense(measure, where, dimensions, grain)} SELECT k0, s, n FROM (SELECT k0, s, {number} AS n "
               f"FROM d {over}) q WHERE s >= {first}")
        return Question(name + " table", f"{text} {name} by {dimensions[0]}, {grain}", sql, dimensions, grain)

    def is_large(self, dimensions):
        sizes = {"reporter": 200, "partner": 200, "product": 5000, "chapter": 97, "heading": 1200}
        count = 1
        for dimension in dimensions:
            count *= sizes[dimension]
        return count > self.most_members

    def ranking(self):
        measure = self.flow() if self.chance.random() < 0.7 else self.measure()
        dimension = self.chance.choice(["partner", "product", "chapter", "heading", "reporter"])
        text, where = self.phrase(measure, [dimension])
        count, year = self.chance.randint(1, 25), self.year()
        way, order = self.chance.choice([("top", "DESC"), ("bottom", "ASC")])
        where.append(f"period BETWEEN {year}01 AND {year}12")
        # A member that trades nothing is not in the running.
        sql = (f"SELECT k0, v FROM ({self.sums(measure, where, [dimension])}) b WHERE v <> 0 ORDER BY v {order}, k0 "
               f"LIMIT {count}")
        return Question("ranking", f"{way} {count} {dimension}s by {text} {year}", sql, [dimension], ordered=True)

    def share(self):
        measure = self.flow()
        reporter = self.place() if self.chance.random() < 0.5 else None
        head = f"{self.name(reporter)} {measure}" if reporter else measure
        where = [f"reporterISO = '{reporter}'"] if reporter else []
        words, members = self.partners()
        grain = self.chance.choice(["month", "quarter", "year"])
        by = "" if grain == "month" else f" by {grain}"
        text = self.chance.choice([f"share of {head} {self.direction(measure)} {words}",
                                   f"{head} {self.direction(measure)} {words} as share of {head}"])
        each = PER_YEAR[grain]
        part, whole = (self.sums(measure, conditions, [], grain) for conditions in (where + [members], where))
        slots = f"range({FIRST_YEAR * each}, {(FIRST_YEAR + YEARS) * each})"
        sql = (f"WITH p AS ({part}), w AS ({whole}) SELECT r.range, 100 * coalesce(p.v, 0) / w.v FROM {slots} r "
               "LEFT JOIN w ON w.s = r.range LEFT JOIN p ON p.s = r.range WHERE EXISTS (SELECT 1 FROM p)")
        return Question("share", text + by, sql, grain=grain)

    def aggregate(self):
        measure = self.measure()
        text, where = self.phrase(measure)
        word, function = self.chance.choice([("total", "sum(v)"), ("mean", "avg(v)"), ("max", "max(v)"),
                                             ("min", "min(v)"), ("median", "median(v::DOUBLE)"),
                                             ("stdev", "stddev_samp(v)")])
        if word == "total" and measure == "trade":
            word, function = "mean", "avg(v)"
        window, first, last = self.span("month")
        sql = (f"{self.dense(measure, where, [], 'month')} SELECT {function} FROM d WHERE s BETWEEN {first} AND {last} "
               "HAVING count(*) > 0")
        return Question(word, f"{word} {text}{window}", sql)

    def concentration(self):
        measure = self.flow()
        dimension = self.chance.choice(["partner", "product", "chapter", "reporter"])
        squares = "sum(v * v) / nullif(sum(v) * sum(v), 0)"
        if dimension in ("partner", "chapter") and self.chance.random() < 0.3:
            year = self.year()
            inner = self.sums(measure, [f"period BETWEEN {year}01 AND {year}12"], ["reporter", dimension])
            return Question("hhi by reporter", f"hhi({measure} by reporter, {dimension} {year})",
                            f"SELECT k0, {squares} FROM ({inner}) b GROUP BY k0", ["reporter"])
        text, where = self.phrase(measure, [dimension])
        if self.chance.random() < 0.4:
            inner = self.sums(measure, where, [dimension])
            return Question("hhi", f"hhi(total {text} by {dimension})",
                            f"SELECT {squares} FROM ({inner}) b HAVING count(*) > 0")
        grain = self.chance.choice(["month", "quarter", "year"])
        by = dimension + ("" if grain == "month" else f", {grain}")
        inner = self.dense(measure, where, [dimension], grain)
        return Question("hhi", f"hhi({text} by {by})", f"{inner} SELECT s, {squares} FROM d GROUP BY s", grain=grain)

    def advantage(self):
        measure = "exports"
        dimension = self.chance.choice(["product", "chapter", "heading"])
        shares = ("(v / nullif(sum(v) OVER (PARTITION BY k0), 0)) / "
                  "nullif(sum(v) OVER (PARTITION BY k1) / sum(v) OVER (), 0)")
        choice = self.chance.random()
        if choice < 0.4:
            year = self.year()
            inner = self.sums(measure, [f"period BETWEEN {year}01 AND {year}12"], ["reporter", dimension])
            return Question("rca", f"rca({measure} by reporter, {dimension} {year})",
                            f"SELECT k0, k1, {shares} FROM ({inner}) b", ["reporter", dimension])
        inner = self.sums(measure, [], ["reporter", dimension])
        if choice < 0.7:
            return Question("rca", f"rca(total {measure} by reporter, {dimension})",
                            f"SELECT k0, k1, {shares} FROM ({inner}) b", ["reporter", dimension])
        reporter = self.place()
        return Question("rca", f"rca(total {self.name(reporter)} {measure} by {dimension})",
                        f"SELECT k1, n FROM (SELECT k0, k1, {shares} AS n FROM ({inner}) b) q WHERE k0 = '{reporter}'",
                        [dimension])

    def contributions(self):
        measure = self.flow()
        dimension = self.chance.choice(["partner", "chapter", "reporter", "heading"])
        text, where = self.phrase(measure, [dimension])
        year = self.year()
        inner = self.sums(measure, where + [f"period BETWEEN {year - 1}01 AND {year}12"], [dimension], "year")
        base = f"nullif(sum(sum(CASE s WHEN {year - 1} THEN v ELSE 0 END)) OVER (), 0)"
        sql = f"SELECT k0, 100 * sum(CASE s WHEN {year} THEN v ELSE -v END) / {base} FROM ({inner}) b GROUP BY k0"
        return Question("contributions", f"contributions to {text} yoy by {dimension} {year}", sql, [dimension])

    def totals(self):
        measure = self.chance.choice(["exports", "imports", "surplus"])
        dimensions = self.dimensions()
        text, where = self.phrase(measure, dimensions)
        keys = "".join(f"k{i}, " for i in range(len(dimensions)))
        return Question("totals", f"total {text} by {', '.join(dimensions)}",
                        f"SELECT {keys}v FROM ({self.sums(measure, where, dimensions)}) b", dimensions)

    def several(self):
        measure = self.measure()
        places = self.chance.sample(self.large, self.chance.randint(2, 4))
        year = self.year()
        text = f"{measure} {self.direction(measure)} {', '.join(map(self.name, places))}"
        where = [self.among(places), f"period BETWEEN {year}01 AND {year}12"]
        dimension = self.chance.choice(["", "", "chapter", "reporter"])
        dimensions = ["partner", dimension] if dimension else ["partner"]
        return Question("several partners", text + (f" by {dimension}" if dimension else "") + f" {year}",
                        self.sums(measure, where, dimensions), dimensions)
