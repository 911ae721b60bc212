/// One meaning of a word: what kind of thing it names, and the canonical name of that thing.
///
/// A spelling may have several (`turkey`); the slot in which it stands decides.
package struct Term: Hashable, Sendable {
  package var kind: Kind

  /// The spelling of canonical text, such as `US` for every spelling of the country.
  package var name: String

  package enum Kind: Hashable, Sendable {
    case measure
    case place
    case product
    case event
    case dimension
    case attribute
    case currency
    /// A physical unit, such as `t`.
    case unit
    case transform(TransformShape)
    /// A word that makes one number of a series: `average`.
    case aggregate
    case function
    case variable
    case form
    case statement(CommandShape)
  }

  package init(_ kind: Kind, _ name: String) {
    self.kind = kind
    self.name = name
  }
}

/// What a transform takes beside the series it stands behind.
package enum TransformShape: Hashable, Sendable {
  /// Nothing: `ytd`.
  case plain
  /// Nothing, or `%`, `pp` or `change`: `yoy`.
  case growth
  /// A span before it, written together: `3mma`.
  case average
  /// A number of periods or a span behind it, both optional: `lag 12`, `lag 1y`.
  case step
  /// A period that becomes 100, or the number given: `index 2019=100`.
  case base
  /// A range behind it or a span before it: `cagr 2015..2025`, `5y cagr`.
  case range
  /// A span and an aggregate behind it: `rolling 12m sum`.
  case rolling
  /// Two spans with a stroke: `3m/3m`.
  case spanOverSpan
  /// A span behind it: `forecast 12m`.
  case horizon
  /// Optionally a method in parentheses: `sa (stl)`.
  case method
  /// Optionally `using` and a measure: `real using cpi`.
  case using
}

/// What a statement takes behind its word.
package enum CommandShape: Hashable, Sendable {
  case nothing
  /// A query: `explain exports yoy`.
  case query
  /// A query, or the code of a diagnostic or another word: `explain unit-mismatch`.
  case queryOrWord
  /// A query and where to write it: `export … into "f.csv"`.
  case output
  /// A name and what it stands for: `let x = exports`, `def f(p) = …`.
  case definition
  /// A condition, optionally with `first` before and `for SPAN` behind: `when …`.
  case condition
  /// Expressions behind `on`, optionally `using` and a method: `regress exports on imports`.
  case regression
  /// An expression, optionally `using` and a method: `unitroot exports using trend`.
  case testing
  /// A phrase, names behind `on`, optionally `using` and a method: `gravity exports on EU`.
  case gravity
  /// An expression, `to` a period, `at` a rate: `project exports to 2030 at 5%`.
  case projection
  /// An expression, `to` an amount, `by` a period: `pace of exports to 5 trillion by 2030`.
  case target
  /// A condition with a tolerance, or `error CODE`: `expect …`.
  case expectation
  /// The rest of the line as it stands: `note …`.
  case text
  /// A file, in quotes or bare, and options: `save "x.trade.md"`.
  case file
  /// Any words: `help yoy`, `list partners`.
  case words
}
