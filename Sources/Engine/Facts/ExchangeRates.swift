import Catalogue
import Columns
import Periods

/// Two currencies as a rate names them: so many of the first for one of the second.
struct CurrencyPair: Hashable, Sendable, CustomStringConvertible {
  var price: Currency
  var base: Currency

  init(_ price: Currency, per base: Currency) {
    self.price = price
    self.base = base
  }

  /// Reads `CNY per USD`.
  init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 3, words[1] == "per", words[0].utf8.count == 3, words[2].utf8.count == 3
    else { return nil }
    price = Currency(rawValue: String(words[0]))
    base = Currency(rawValue: String(words[2]))
  }

  var description: String { "\(price.rawValue) per \(base.rawValue)" }

  var inverse: CurrencyPair { CurrencyPair(base, per: price) }
}

/// A series of exchange rates among the indicators of a data set.
package struct ExchangeRate: Sendable {
  package var indicator: Indicator
  var pair: CurrencyPair
}

extension FactSource {
  /// The exchange rates that are loaded; averages of months before rates of a day.
  package var exchangeRates: [ExchangeRate] {
    let units = unitsBySeries
    let rates = dataSet.indicators.compactMap { indicator -> ExchangeRate? in
      guard case .rate(let name)? = units[indicator.code], let pair = CurrencyPair(name) else {
        return nil
      }
      return ExchangeRate(indicator: indicator, pair: pair)
    }
    return rates.filter { $0.indicator.aggregation == .mean }
      + rates.filter { $0.indicator.aggregation != .mean }
  }

  /// The series of a rate by which money of one currency becomes another: one that is loaded, the
  /// inverse of one (`EUR per USD`), or two of them by way of a third currency.
  ///
  /// Nil where the rates that are loaded do not lead there.
  func rateSeries(_ pair: CurrencyPair) -> String? {
    let rates = exchangeRates
    if let direct = rates.first(where: { $0.pair == pair }) { return direct.indicator.code }
    return steps(of: pair, rates) == nil ? nil : pair.description
  }

  /// The rates of each month behind a request for one.
  func exchangeRate(_ request: FactRequest) -> Timeline? {
    guard let pair = CurrencyPair(request.series) else { return timelines(request)[""] }
    guard let steps = steps(of: pair, exchangeRates) else { return nil }
    let known = steps.map { step -> Timeline in
      var request = request
      request.series = step.rate.indicator.code
      request.unit = .rate(step.rate.pair.description)
      request.aggregation = step.rate.indicator.aggregation
      return timelines(request)[""] ?? Timeline([:], .mean)
    }
    guard let first = known.compactMap(\.firstMonth).max(),
      let last = known.compactMap(\.lastMonth).min(), first <= last
    else { return nil }
    var figures: [Period: Cell] = [:]
    for index in first.index...last.index {
      let month = Period(Month(index: index))
      let cells = known.map { $0.figure(for: month) }
      guard cells.allSatisfy({ $0.hasValue && $0.value > 0 }) else { continue }
      figures[month] = Cell.computed(from: cells) { values in
        zip(steps, values).reduce(1) { $1.0.isInverse ? $0 / $1.1 : $0 * $1.1 }
      }
    }
    return Timeline(figures, .mean)
  }

  private typealias Step = (rate: ExchangeRate, isInverse: Bool)

  private func steps(of pair: CurrencyPair, _ rates: [ExchangeRate]) -> [Step]? {
    if let step = step(of: pair, rates) { return [step] }
    for middle in Set(rates.flatMap { [$0.pair.price, $0.pair.base] }).sorted(by: {
      $0.rawValue < $1.rawValue
    }) where middle != pair.price && middle != pair.base {
      guard let first = step(of: CurrencyPair(middle, per: pair.base), rates),
        let second = step(of: CurrencyPair(pair.price, per: middle), rates)
      else { continue }
      return [first, second]
    }
    return nil
  }

  private func step(of pair: CurrencyPair, _ rates: [ExchangeRate]) -> Step? {
    if let rate = rates.first(where: { $0.pair == pair }) { return (rate, false) }
    return rates.first { $0.pair == pair.inverse }.map { ($0, true) }
  }
}
