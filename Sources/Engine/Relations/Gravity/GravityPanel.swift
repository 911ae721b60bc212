import Catalogue
import Columns
import Guidance
import Language
import Periods

/// The flows between reporters and their partners, period by period.
struct GravityPanel: Sendable {
  let answerer: Answerer
  private let phrase: Phrase
  private(set) var observations: [Observation] = []
  private(set) var frequency = Frequency.annual
  private(set) var plans: [Plan] = []
  private(set) var panels: [Panel] = []
  /// The codes of the reporters.
  private(set) var reporters: [String] = []

  struct Observation: Sendable {
    var reporter: String
    /// The code of the partner, and its name as panels have it.
    var partner: String
    var partnerName: String
    var number: Int
    var flow: Double
  }

  init(_ phrase: Phrase, _ answerer: Answerer) throws(Diagnostic) {
    self.answerer = answerer
    guard case .measure(let name, _) = phrase.head, ["exports", "imports"].contains(name.text),
      phrase.transforms.isEmpty, phrase.qualifiers.partners == nil,
      phrase.qualifiers.grouping?.dimensions.isEmpty != false
    else {
      throw Diagnostic(
        "wrong-arguments",
        "`gravity` explains the exports or imports of every reporter with every partner",
        at: phrase.span,
        notes: ["as in `gravity exports on RCEP since 2015`"]
      )
    }
    self.phrase = phrase
    let candidates = answerer.bench.reporters(of: name.text)
    for reporter in candidates where reporter.kind == .country {
      guard let plan = try plan(phrase, reporter.code) else { continue }
      let panel = answerer.evaluator.run(plan)
      frequency = plan.kind.frequency
      let found = observations(panel, reporter.code)
      guard !found.isEmpty else { continue }
      plans.append(plan)
      panels.append(panel)
      reporters.append(reporter.code)
      observations += found
    }
  }

  /// The flow with every country; nil where the reporter has none.
  private func plan(_ phrase: Phrase, _ reporter: String) throws(Diagnostic) -> Plan? {
    var phrase = phrase
    var keys = phrase.qualifiers.grouping?.keys ?? []
    if keys.isEmpty { keys = [.grain(.year)] }
    phrase.qualifiers.grouping = Qualifiers.Grouping(
      keys: [.dimension(Name("country", at: phrase.location))] + keys,
      each: nil,
      location: phrase.location
    )
    var bench = answerer.bench
    bench.reporter = reporter
    var scope = Scope()
    scope.keepsRest = false
    let plan: Plan
    do throws(Diagnostic) {
      plan = try Resolver(bench).plan(phrase, scope)
    } catch {
      guard error.code == "not-loaded" else { throw error }
      return nil
    }
    guard !plan.kind.isScalar else {
      throw Diagnostic(
        "needs-series",
        "`gravity` looks along several periods, but this is one",
        at: phrase.qualifiers.window?.location.span ?? phrase.span
      )
    }
    return plan
  }

  private func observations(_ panel: Panel, _ reporter: String) -> [Observation] {
    let codes = Dictionary(answerer.bench.data.places.map { ($0.name, $0.code) }) { first, _ in
      first
    }
    return panel.columns.filter { !$0.isRest }.flatMap { column in
      let partner = codes[column.name] ?? column.name
      return column.series.numbers.compactMap { number -> Observation? in
        guard let flow = column.series[number].number, flow >= 0, partner != reporter else {
          return nil
        }
        return Observation(
          reporter: reporter,
          partner: partner,
          partnerName: column.name,
          number: number,
          flow: flow / 1e9
        )
      }
    }
  }

  // MARK: Regressors

  /// Another flow between the same places, by the reporter's code and the partner's name; in
  /// billions, as the flows explained.
  func flows(of measure: Name) throws(Diagnostic) -> [String: [String: Series]] {
    var other = phrase
    other.head = .measure(measure, reporter: nil)
    other.qualifiers.window = nil
    var result: [String: [String: Series]] = [:]
    for reporter in reporters {
      guard let plan = try plan(other, reporter) else { continue }
      let columns = answerer.evaluator.run(plan).columns
      result[reporter] = Dictionary(
        columns.map { ($0.name, $0.series.mapValues { $0 / 1e9 }) }
      ) { first, _ in first }
    }
    return result
  }

  /// The measure that is kept for every partner alone, by the partner's code.
  func partnerSeries(of word: String) -> [String: Series] {
    let bench = answerer.bench
    let measures = Dictionary(
      bench.lexicon.measures.map { ($0.key.lowercased(), $0.value) }
    ) { first, _ in first }
    var result: [String: Series] = [:]
    for partner in Set(observations.map { [$0.partner, $0.partnerName] }) {
      guard let measure = measures["\(partner[1].lowercased()) \(word)"] else { continue }
      var scope = Scope()
      scope.frequency = frequency
      let name = Name(measure.entry.name, at: phrase.location)
      let phrase = Phrase(.measure(name, reporter: nil), at: phrase.location)
      guard let plan = try? Resolver(bench).plan(phrase, scope) else { continue }
      let scale = plan.kind.unit?.currency == nil ? 1 : 1e9
      let series = answerer.evaluator.run(plan).columns.first?.series
      result[partner[0]] = series?.mapValues { $0 / scale }
    }
    return result
  }
}

extension Workbench {
  /// The places that report figures of a flow.
  func reporters(of series: String) -> [Place] {
    guard let code = data.series.firstIndex(of: series) else { return [] }
    let scan = FactTable.Scan(
      filters: [FactTable.Scan.Filter(column: FactColumn.series.rawValue, codes: [code])],
      groups: [FactColumn.reporter.rawValue]
    )
    let places = data.reporterPlaces ?? data.places
    return data.facts.sums(scan).groups.map { places[$0.codes[0]] }.sorted { $0.code < $1.code }
  }
}
