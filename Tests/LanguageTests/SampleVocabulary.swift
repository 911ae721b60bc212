import Language

extension Vocabulary {
  /// A small world for testing the language by itself, without the program's own words.
  static let sample: Vocabulary = {
    var vocabulary = Vocabulary()
    func add(_ kind: Term.Kind, _ spellings: [String]) {
      for spelling in spellings { vocabulary.add(spelling, Term(kind, spellings[0])) }
    }
    for name in ["exports", "imports", "trade", "surplus", "pmi", "tariff", "gdp"] {
      add(.measure, [name])
    }
    add(.measure, ["world exports"])
    for names in [
      ["US", "usa"], ["EU"], ["ASEAN"], ["Japan"], ["South Korea", "korea"], ["Germany"],
      ["Vietnam"], ["Russia"], ["Turkey"], ["China"], ["Latin America"], ["Côte d'Ivoire"],
    ] {
      add(.place, names)
    }
    for names in [
      ["steel"], ["integrated circuits"], ["crude oil"], ["cars"], ["turkey"],
    ] {
      add(.product, names)
    }
    for name in ["covid", "trade war", "WTO accession"] { add(.event, [name]) }
    for names in [["partner", "partners", "markets"], ["product", "products"]] {
      add(.dimension, names)
    }
    add(.attribute, ["region"])
    for name in ["USD", "CNY"] { add(.currency, [name]) }
    add(.unit, ["t", "tonnes"])
    add(.transform(.growth), ["yoy", "y/y", "year-on-year", "同比"])
    for name in ["mom", "qoq", "change"] { add(.transform(.growth), [name]) }
    for name in ["ytd", "ttm", "saar", "trend", "dlog", "log"] { add(.transform(.plain), [name]) }
    add(.transform(.average), ["ma"])
    for name in ["lag", "lead"] { add(.transform(.step), [name]) }
    add(.transform(.base), ["index"])
    add(.transform(.range), ["cagr"])
    add(.transform(.rolling), ["rolling"])
    add(.transform(.horizon), ["forecast"])
    add(.transform(.method), ["sa"])
    add(.transform(.using), ["real"])
    for names in [["sum"], ["average", "mean"], ["max"], ["min"]] { add(.aggregate, names) }
    for name in ["corr", "hhi", "rca"] { add(.function, [name]) }
    for name in ["to_us", "gap"] { add(.variable, [name]) }
    for name in ["line", "bars", "heatmap", "table", "csv"] { add(.form, [name]) }
    add(.statement(.definition), ["let"])
    add(.statement(.definition), ["def"])
    add(.statement(.condition), ["when"])
    for name in ["plot", "why", "check", "revisions of"] { add(.statement(.query), [name]) }
    add(.statement(.queryOrWord), ["explain"])
    add(.statement(.expectation), ["expect"])
    add(.statement(.output), ["export"])
    add(.statement(.regression), ["regress"])
    add(.statement(.testing), ["unitroot"])
    add(.statement(.gravity), ["gravity"])
    add(.statement(.projection), ["project"])
    add(.statement(.target), ["pace"])
    add(.statement(.text), ["note"])
    add(.statement(.file), ["save"])
    add(.statement(.words), ["help"])
    return vocabulary
  }()
}
