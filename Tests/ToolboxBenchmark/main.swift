import Catalogue
import Columns
import Engine
import Glibc
import Guidance
import Language
import Periods

// How fast the toolbox is: swift run -c release ToolboxBenchmark
//
// A made-up panel of 200 partners, monthly over twenty years: checking and running each query, facts
// fetched anew each time.

func seconds(_ clock: clockid_t = CLOCK_MONOTONIC) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Numbers between zero and one that look like chance and are the same every time.
struct Chance {
  var state: UInt64 = 8

  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / Double(1 << 53)
  }
}

func panel() -> DataSet {
  let partners = Array(Place.known.filter { $0.kind == .country && $0.code != "CHN" }.prefix(200))
  let months = (0..<240).map { Period(Month(year: 2006, month: 1) + $0) }
  let series = ["exports", "imports"]
  var chance = Chance()
  var values: [Double] = []
  var codes: [[Int]] = [[], [], []]
  for flow in series.indices {
    for partner in partners.indices {
      var level = 1e8 * (1 + 20 * chance.next())
      for month in months.indices {
        level *= 1 + 0.01 * (chance.next() - 0.4)
        let season = 1 + 0.2 * Double((month * 5) % 12) / 12
        codes[0].append(flow)
        codes[1].append(partner + 1)
        codes[2].append(month)
        values.append((level * season * (0.9 + 0.2 * chance.next())).rounded())
      }
    }
  }
  let count = values.count
  let zeros = KeyColumn(codes: [Int](repeating: 0, count: count), cardinality: 1)
  var data = DataSet.chinaCustoms
  data.name = "panel"
  data.series = series
  data.places = [Place.known.first { $0.code == "CHN" } ?? partners[0]] + partners
  data.products = [Product(code: Product.total, name: "all goods")]
  data.units = [.money(.usd)]
  data.periods = months
  data.publications = [nil]
  data.origins = [Origin(status: .panel, sources: .none)]
  data.indicators = []
  data.events = []
  data.reporter = "CHN"
  data.facts = FactTable(
    keys: [
      KeyColumn(codes: codes[0], cardinality: 2), zeros,
      KeyColumn(codes: codes[1], cardinality: partners.count + 1), zeros, zeros,
      KeyColumn(codes: codes[2], cardinality: months.count), zeros, zeros,
    ],
    values: values
  )
  return data
}

let bench = Workbench(EmbeddedFacts(panel()))
let vocabulary = {
  var vocabulary = bench.vocabulary
  // The words of statements are those of the shell; here a few are enough.
  for name in ["regress", "granger"] { vocabulary.add(name, Term(.statement(.regression), name)) }
  for name in ["unitroot", "breaks"] { vocabulary.add(name, Term(.statement(.testing), name)) }
  vocabulary.add("turns", Term(.statement(.query), "turns"))
  vocabulary.add("gravity", Term(.statement(.gravity), "gravity"))
  vocabulary.add("when", Term(.statement(.condition), "when"))
  return vocabulary
}()
let queries = [
  "exports by country", "exports by country yoy", "exports by country ytd yoy",
  "exports by country 3mma", "exports by country rolling 12m stdev",
  "exports by country index 2019",
  "exports by country ttm", "exports by country zscore", "exports by country sa",
  "exports by country sa (robust)", "exports by country sa (lunar, trading)",
  "exports by country trend", "exports by country forecast 12m", "surplus by country forecast 12m",
  "hhi(exports by country)", "theil(exports by country)", "gini(exports by country)",
  "cr(exports by country)", "top 5 countries by exports yoy 2025",
  "contributions to exports yoy by country", "gl(exports by country, imports by country)",
  "similarity(exports by country, imports by country)", "corr(exports yoy, imports yoy)",
]
let statements = [
  "regress exports yoy on imports yoy using hac", "granger exports yoy on imports yoy",
  "unitroot exports log", "breaks exports log using trend", "turns exports ttm",
  "gravity exports on log imports", "when exports yoy < 0%",
]

func run(_ text: String, _ bench: Workbench, _ vocabulary: Vocabulary) throws(Diagnostic) {
  guard let statement = try parse(text, vocabulary) else { return }
  let answerer = Answerer(bench)
  switch statement {
  case .query(let query): _ = try answerer.answer(query)
  case .command(let command):
    switch (command.name.text, command.argument) {
    case ("regress", .regression(let regression)): _ = try answerer.regress(regression)
    case ("granger", .regression(let regression)): _ = try answerer.granger(regression)
    case ("unitroot", .regression(let regression)): _ = try answerer.unitRoot(regression)
    case ("breaks", .regression(let regression)): _ = try answerer.breaks(regression)
    case ("turns", .query(let query)): _ = try answerer.turns(query)
    case ("gravity", .gravity(let query, let names, let words)):
      _ = try answerer.gravity(query, on: names, using: words)
    case (_, .condition(let first, let condition, let lasting)):
      _ = try answerer.when(condition, first: first, lasting: lasting)
    default: break
    }
  }
}

let wanted = CommandLine.arguments.dropFirst().first
for text in queries + statements where wanted.map(text.contains) ?? true {
  do throws(Diagnostic) {
    let begin = seconds()
    try run(text, bench, vocabulary)
    // Forecasts of the same figures are remembered: their first time counts.
    let first = (seconds() - begin) * 1000
    let times = try (0..<7).map { (_) throws(Diagnostic) in
      let start = seconds()
      try run(text, bench, vocabulary)
      return (seconds() - start) * 1000
    }.sorted()
    // Of all cores together, and without what else the machine does.
    let start = seconds(CLOCK_PROCESS_CPUTIME_ID)
    try run(text, bench, vocabulary)
    let work = (seconds(CLOCK_PROCESS_CPUTIME_ID) - start) * 1000
    let rounded = { (time: Double) in (time * 10).rounded() / 10 }
    let gap = String(repeating: " ", count: max(1, 56 - text.count))
    print(text + gap + "\(rounded(times[3])) ms (first \(rounded(first)), work \(rounded(work)))")
  } catch {
    print("\(text): \(error.code.rawValue): \(error.message)")
  }
}
