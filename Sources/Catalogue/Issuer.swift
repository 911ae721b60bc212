/// An office or organisation that makes figures, and for which series of the data set.
package struct Issuer: Hashable, Sendable {
  package var name: String
  /// The series, or the first words of their names: `exports` covers `exports.yoy`.
  package var series: [String]
  /// The reporter whose trade it counts; nil for indicators.
  package var reporter: String?

  package init(_ name: String, series: [String], reporter: String? = nil) {
    self.name = name
    self.series = series
    self.reporter = reporter
  }

  func covers(_ series: String, reporter: String?) -> Bool {
    guard self.reporter == nil || self.reporter == reporter else { return false }
    return self.series.contains { series == $0 || series.hasPrefix($0 + ".") }
  }
}

extension DataSet {
  /// Who makes the figures of a series; nil where the data set does not say.
  package func issuer(of series: String, reporter: String?) -> String? {
    issuers.first { $0.covers(series, reporter: reporter) }?.name
  }
}

extension Issuer {
  private static let flows = ["exports", "imports", "balance", "trade"]

  /// The offices behind `china-customs`.
  static let chinaCustoms = [
    Issuer("China Customs (GACC)", series: flows, reporter: "CHN"),
    Issuer("US Census Bureau", series: flows, reporter: "USA"),
    Issuer("UK Office for National Statistics", series: flows, reporter: "GBR"),
    Issuer("Eurostat", series: flows, reporter: "EU"),
    Issuer("UN Comtrade", series: flows),
    Issuer("RatingDog and S&P Global", series: ["pmi.ratingdog"]),
    Issuer("National Bureau of Statistics of China", series: ["pmi", "cpi", "gdp.real"]),
    Issuer("Government Work Report of China", series: ["gdp.target"]),
    Issuer("China Foreign Exchange Trade System", series: ["fx.cnyusd"]),
    Issuer("State Administration of Foreign Exchange", series: ["fx.reserves"]),
  ]
}
