import Language

extension Keyword {
  /// The keyword as it is offered, with the word that has to follow.
  var phrase: String {
    switch self {
    case .share: "share of"
    case .contribution: "contribution of"
    case .contributions: "contributions to"
    case .reported: "reported by"
    case .sorted: "sorted by"
    default: rawValue
    }
  }

  /// What it does, in a few words; nil for words that are not offered.
  var summary: String? {
    switch self {
    case .to: "a destination: exports to US"
    case .from: "an origin, or the start of a range of time"
    case .with: "a partner in both directions, or a total beside the rows"
    case .of: "a product: exports of steel"
    case .in: "a period or a currency: in 2025, in CNY"
    case .by: "keep apart: by partner, by year"
    case .vs: "side by side with something else"
    case .as: "a form, a vintage or a ratio: as bars, as of 2025-12-08"
    case .where: "keep the rows that meet a condition"
    case .since: "from a period or an event on"
    case .until: "up to a period or an event, inclusive"
    case .before: "up to a period, without it"
    case .after: "from behind a period on"
    case .during: "the time of a period or an event"
    case .between: "from an event or period to another: between A and B"
    case .last: "the latest periods of the data: last 12 months"
    case .this: "the current unit of time: in this year"
    case .latest: "the latest figure"
    case .each: "rank anew in each unit of time"
    case .excluding: "without some partners or products"
    case .reported: "the figures of another reporter"
    case .mirror: "the figures of the partner"
    case .published: "rates as the source published them"
    case .first: "as first published"
    case .share: "a part of a whole, in percent"
    case .top: "the largest: top 5 partners by exports"
    case .bottom: "the smallest"
    case .contribution: "how much one member adds to growth"
    case .contributions: "how much each member adds to growth"
    case .and: "both conditions"
    case .or: "either condition"
    case .not: "the opposite"
    case .within: "a tolerance: within 0.1 pp"
    case .sorted: "order the rows by a column"
    case .limit: "show so many rows"
    case .asc: "smallest first"
    case .desc: "largest first"
    case .total: "a row with the total"
    case .interval: "how far off a forecast may be"
    case .chart: "a chart beside the rows"
    case .events: "events marked in a chart"
    case .fit: "the line of least squares through a scatter"
    case .month: "months"
    case .quarter: "quarters"
    case .half: "half years"
    case .year: "years"
    case .into: "write to a file"
    case .using: "a price index to deflate with, or a method"
    case .at: "a rate a year: at 5%"
    case .on: "what explains it: regress exports on imports"
    case .for: "how long a condition has to hold: for 3m"
    case .error: "the code of the error that is expected"
    case .show, .is, .every, .growth: nil
    }
  }
}
