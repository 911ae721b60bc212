import Catalogue
import Periods

/// One figure with all that is known about it: its standing, its date and where it comes from.
package struct Cell: Hashable, Sendable {
  /// Meaningless unless ``hasValue``.
  package var value: Double
  package var state: State
  /// The day on which the youngest figure behind the value was published; nil where unknown.
  package var published: Day?
  package var sources: SourceSet

  package enum State: Hashable, Sendable {
    /// Published as it stands, or computed from figures that are.
    case ok
    /// Computed from other figures because the source gave none.
    case derived
    /// Published and expected to change, or a projection.
    case provisional
    case missing(Absence)
    /// The formula has no meaning here, such as growth on a deficit.
    case notMeaningful(Nonsense)
  }

  /// Why there is no figure.
  package enum Absence: String, Hashable, Sendable {
    case notLoaded = "not-loaded"
    case notReported = "not-reported"
    /// Published only together with other months.
    case combined
    case outOfRange = "out-of-range"
    case noRate = "no-rate"
    case incomplete
  }

  /// Why a value has no meaning.
  package enum Nonsense: String, Hashable, Sendable {
    case baseNotPositive = "base-not-positive"
    case tinyBase = "tiny-base"
    /// A surplus became a deficit: a fall of more than the whole is no rate of growth.
    case signChange = "sign-change"
    case divisionByZero = "division-by-zero"
    case undefined
  }

  package init(
    _ value: Double,
    state: State = .ok,
    published: Day? = nil,
    sources: SourceSet = .none
  ) {
    self.value = value
    self.state = state
    self.published = published
    self.sources = sources
  }

  package static func missing(_ reason: Absence) -> Cell { Cell(0, state: .missing(reason)) }

  package var hasValue: Bool {
    switch state {
    case .ok, .derived, .provisional: true
    case .missing, .notMeaningful: false
    }
  }

  package var number: Double? { hasValue ? value : nil }
}
