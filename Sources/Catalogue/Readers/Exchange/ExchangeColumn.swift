/// The columns in which a data set is written out whole, in their order.
enum ExchangeColumn: Int, CaseIterable, Sendable {
  case series, measure, aggregation, reporter, reporterName, partner, partnerName, product
  case productName, unit, period, value, published, status, basis, method, sources, home

  /// The name in plain CSV and in JSON.
  var name: String {
    switch self {
    case .reporterName: "reporter name"
    case .partnerName: "partner name"
    case .productName: "product name"
    case .home: "default reporter"
    default: "\(self)"
    }
  }

  /// The name in SDMX-CSV: a dimension, the observation, or an attribute behind it.
  var component: String {
    switch self {
    case .series: "SERIES"
    case .measure: "MEASURE_NAME"
    case .aggregation: "AGGREGATION"
    case .reporter: "REPORTER"
    case .reporterName: "REPORTER_NAME"
    case .partner: "PARTNER"
    case .partnerName: "PARTNER_NAME"
    case .product: "PRODUCT"
    case .productName: "PRODUCT_NAME"
    case .unit: "UNIT_MEASURE"
    case .period: "TIME_PERIOD"
    case .value: "OBS_VALUE"
    case .published: "PUBLISHED"
    case .status: "OBS_STATUS"
    case .basis: "BASIS"
    case .method: "METHOD"
    case .sources: "SOURCES"
    case .home: "DEFAULT_REPORTER"
    }
  }

  /// The order that SDMX-CSV demands: dimensions, the observation, attributes.
  static let components: [ExchangeColumn] = [
    .series, .reporter, .partner, .product, .unit, .published, .period, .value, .status, .basis,
    .method, .sources, .measure, .aggregation, .reporterName, .partnerName, .productName, .home,
  ]

  static let structure = "TRADEWIND:FACTS(1.0)"
}
