import Periods

/// Something that happened, dated: a point in time or, with an end, an episode such as the pandemic.
package struct Event: Hashable, Sendable {
  package var name: String
  package var aliases: [String]
  package var start: Day
  package var end: Day?
  package var source: String

  package init(name: String, aliases: [String] = [], start: Day, end: Day? = nil, source: String) {
    self.name = name
    self.aliases = aliases
    self.start = start
    self.end = end
    self.source = source
  }
}
