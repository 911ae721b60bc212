import Catalogue
import Columns
import Guidance
import Language
import Periods

/// What a query is read against: the facts, the words, and what the session has defined.
package struct Workbench: Sendable {
  package var facts: any FactSource
  package let lexicon: Lexicon
  package private(set) var definitions: [String: Definition] = [:]

  /// The vocabulary with the names defined so far, which each entry asks for; nil: to be built.
  private var named: Vocabulary?

  /// The queries behind `_` and `_3`, by the number of their entry.
  package var answers: [Int: Query] = [:]

  /// The vintage that queries take unless they name one.
  package var vintage: Vintage = .latest

  /// The place whose trade a query means when it names no reporter.
  package var reporter: String?

  /// What adjusts series where a query names a program; nil where none may be run, because somebody
  /// is still typing or only supposes figures.
  package var seasonalProgram: (any SeasonalProgram)? = NoSeasonalProgram()

  /// Who waits for evaluations.
  package var watch = Watch()

  /// Asked during an evaluation; with true, it ends with the diagnostic `interrupted`.
  package var isCancelled: @Sendable () -> Bool {
    get { watch.isCancelled }
    set { watch.isCancelled = newValue }
  }

  /// A name that stands for a query, with parameters where it is a function.
  package struct Definition: Sendable {
    package var parameters: [String]
    package var query: Query

    package init(parameters: [String], query: Query) {
      self.parameters = parameters
      self.query = query
    }
  }

  /// The unit of every indicator by the code of its series.
  let unitsBySeries: [String: Unit]

  /// How fine the trade figures of the data set are.
  let frequency: Frequency

  private let names: NameIndex

  /// `lexicon` holds the words of the facts' data set, and what words a session adds to them.
  package init(_ facts: any FactSource, _ lexicon: Lexicon? = nil) {
    self.facts = facts
    unitsBySeries = facts.unitsBySeries
    self.lexicon = lexicon ?? Lexicon(facts.dataSet)
    let months = facts.dataSet.isPlain ? facts.dataSet.periods.first?.length : 1
    frequency = Grain.allCases.first { $0.months == months }.map(Frequency.init) ?? .monthly
    reporter = facts.dataSet.reporter
    names = NameIndex(facts.dataSet)
  }

  package var data: DataSet { facts.dataSet }

  /// The money in which trade is measured: dollars where the data has them, else its first currency.
  package var moneyUnit: Unit {
    let units = data.units
    if units.contains(.money(.usd)) { return .money(.usd) }
    return units.first { $0.currency != nil } ?? .money(.usd)
  }

  /// In what volumes are measured: tonnes, unless the data count in something else.
  package var volumeUnit: Unit { data.quantities?.unit ?? .quantity("t") }

  /// The words of the lexicon and the names of the session.
  package var vocabulary: Vocabulary {
    if let named { return named }
    var vocabulary = lexicon.vocabulary
    for name in definitions.keys { vocabulary.add(name, Term(.variable, name)) }
    return vocabulary
  }

  /// Gives a name a meaning; gives back the one that it had.
  package mutating func define(_ name: String, _ definition: Definition) -> Definition? {
    let old = definitions.updateValue(definition, forKey: name)
    guard old == nil else { return old }
    var vocabulary = vocabulary
    named = nil
    vocabulary.add(name, Term(.variable, name))
    named = vocabulary
    return nil
  }

  /// Takes a name away; gives back the meaning that it had.
  package mutating func undefine(_ name: String) -> Definition? {
    named = nil
    return definitions.removeValue(forKey: name)
  }

  /// Takes up the names of another bench.
  package mutating func define(asIn other: Workbench) {
    named = nil
    definitions = other.definitions
  }

  package func place(named name: String) -> Place? { names.place(named: name) }

  package func place(code: String) -> Place? {
    names.ownPlace(code: code) ?? Place.known.first { $0.code == code }
  }

  /// Whether a place is one of the data set's own.
  func hasPlace(code: String) -> Bool { names.ownPlace(code: code) != nil }

  package func product(named name: String) -> Product? { names.product(named: name) }
}

extension DataSet {
  /// The unit of the first figure of every series.
  var unitsBySeries: [String: Unit] {
    var result: [String: Unit] = [:]
    guard !indicators.isEmpty else { return result }
    let (column, unit) = (
      facts.keys[FactColumn.series.rawValue], facts.keys[FactColumn.unit.rawValue]
    )
    var isKnown = Array(repeating: false, count: series.count)
    for row in 0..<min(facts.rowCount, 100_000) where !isKnown[column[row]] {
      isKnown[column[row]] = true
      result[series[column[row]]] = units[unit[row]]
    }
    return result
  }
}
