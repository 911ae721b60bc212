import Catalogue
import Engine
import Guidance
import Language
import Periods

/// A data set to ask queries of.
struct Desk {
  var bench: Workbench

  init(_ data: DataSet) { bench = Workbench(EmbeddedFacts(data)) }

  func plan(_ text: String) throws(Diagnostic) -> Plan {
    guard case .query(let query)? = try parse(text, bench.vocabulary) else {
      throw Diagnostic("no-query", "'\(text)' is no query")
    }
    return try Resolver(bench).plan(query)
  }

  func panel(_ text: String) throws(Diagnostic) -> Panel {
    Evaluator(bench.facts).run(try plan(text))
  }

  /// The cell of a query for a period, or its only one.
  func cell(_ text: String, _ period: Period? = nil) throws(Diagnostic) -> Cell? {
    let series = try panel(text).columns.first?.series
    guard let period else { return series?.cells.first }
    return series?[period]
  }

  /// The code of the diagnostic with which a query is refused; nil where it runs.
  func refusal(_ text: String) -> String? {
    do throws(Diagnostic) {
      _ = try panel(text)
      return nil
    } catch {
      return error.code.rawValue
    }
  }
}

/// Whether two numbers agree to a relative 1e-9.
func agree(_ left: Double?, _ right: Double) -> Bool {
  guard let left else { return false }
  return abs(left - right) <= 1e-9 * max(abs(left), abs(right)) + 1e-12
}
