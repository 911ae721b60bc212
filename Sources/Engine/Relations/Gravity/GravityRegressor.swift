import Catalogue
import Guidance
import Language
import Periods

/// What may explain flows between two places: common membership, a number of the partner, another
/// flow between them.
struct GravityRegressor: Sendable {
  var label: String
  /// True for a yes or no: its effect is a percentage.
  var isIndicator = false
  private let source: Source
  private let isLogarithm: Bool

  private enum Source: Sendable {
    /// Both are members of the group at the middle of the period.
    case both(in: Place)
    /// A measure of the partner alone, by the partner's code.
    case partner([String: Series])
    /// A flow between the two, by the reporter's code and the partner's name.
    case flow([String: [String: Series]])
  }

  /// Finds out what a name means: a group of places, a measure by partner, or a measure kept for
  /// every partner alone, such as `Germany distance` for `distance`.
  init(_ name: Name, _ gravity: GravityPanel) throws(Diagnostic) {
    let typed = name.text.lowercased()
    var word = typed
    if typed.hasPrefix("log(") || typed.hasPrefix("ln("), typed.hasSuffix(")") {
      word = String(typed.drop { $0 != "(" }.dropFirst().dropLast())
    } else if typed.hasPrefix("log ") {
      word = String(typed.dropFirst(4))
    }
    word = String(word.drop(while: \.isWhitespace).filter { $0 != "\"" })
    isLogarithm = word != typed && typed.hasPrefix("l")
    label = isLogarithm ? "log \(word)" : word
    let bench = gravity.answerer.bench
    let terms = bench.vocabulary.terms(for: word)
    if let place = terms.first(where: { $0.kind == .place }).flatMap({ bench.place(named: $0.name) }
    ),
      !place.memberships.isEmpty
    {
      label = "both in \(place.name)"
      isIndicator = true
      source = .both(in: place)
      return
    }
    if let measure = terms.first(where: { $0.kind == .measure }),
      bench.lexicon.measures[measure.name]?.direction != nil
    {
      source = .flow(try gravity.flows(of: Name(measure.name, at: name.location)))
      return
    }
    let series = gravity.partnerSeries(of: word)
    guard !series.isEmpty else {
      throw Diagnostic(
        "unknown-regressor",
        "'\(word)' is no group of countries, no trade flow, and no measure of the partners",
        at: name.span,
        notes: ["a measure of partners is imported with one row for each, as `Japan distance`"]
      )
    }
    source = .partner(series)
  }

  /// The value for an observation; nil where there is none.
  func value(_ observation: GravityPanel.Observation, _ frequency: Frequency) -> Double? {
    let value: Double? =
      switch source {
      case .both(let group):
        group.has(observation.reporter, at: frequency.period(observation.number))
          && group.has(observation.partner, at: frequency.period(observation.number)) ? 1 : 0
      case .partner(let series):
        series[observation.partner].flatMap { series in
          // What is known for one period only, such as a distance, holds for all.
          series.cells.count { $0.hasValue } == 1
            ? series.cells.first(where: \.hasValue)?.value : series[observation.number].number
        }
      case .flow(let flows):
        flows[observation.reporter]?[observation.partnerName]?[observation.number].number
      }
    guard isLogarithm, let value else { return value }
    return value > 0 ? naturalLogarithm(value) : nil
  }
}

extension Place {
  fileprivate var memberships: [Membership] {
    if case .group(let memberships) = kind { memberships } else { [] }
  }

  /// Whether a country is a member on the first day of the middle month of a period.
  fileprivate func has(_ code: String, at period: Period) -> Bool {
    let day = Day(firstOf: period.start + period.length / 2)
    return memberships.contains { membership in
      membership.member == code && membership.joined.map { $0 <= day } ?? true
        && membership.left.map { $0 >= day } ?? true
    }
  }
}
