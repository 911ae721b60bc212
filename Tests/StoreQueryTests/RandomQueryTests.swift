import Testing
import TestKit

@Suite("Queries on a store")
struct RandomQueryTests {
  @Test("give what looking at every fact gives", arguments: 0..<24)
  func random(_ seed: Int) throws {
    let size = [2, 30, 400][seed % 3]
    let trade = try RandomTrade(seed: UInt64(seed), count: size, usesRollups: seed % 2 == 0)
    var chance = SeededGenerator(seed: UInt64(seed) &+ 1000)
    for _ in 0..<40 {
      let question = RowByRow(using: &chance)
      let expected = question.numbers(of: trade.facts)
      let numbers = try trade.answer(question.text)
      // The last year is not over: an answer may go on with the months there are.
      let extra = numbers.keys.filter { expected[$0] == nil && !$0.hasSuffix("|2023") }
      #expect(extra.isEmpty || expected.isEmpty, "`\(question.text)`: \(extra.prefix(3))")
      for (key, value) in expected {
        let number = numbers[key] ?? .nan
        let isEqual = abs(number - value) <= 1e-9 * max(abs(value), 1)
        #expect(isEqual, "`\(question.text)` \(key): \(number), but \(value)")
      }
    }
  }

  @Test("give the concentration of partners and the advantage of reporters", arguments: 0..<6)
  func indexes(_ seed: Int) throws {
    let trade = try RandomTrade(seed: UInt64(seed), count: 500, usesRollups: seed % 2 == 0)
    let exports = trade.facts.filter(\.isExport)
    func sum(_ isWanted: (RandomTrade.Fact) -> Bool) -> Double {
      exports.reduce(0) { isWanted($1) ? $0 + Double($1.cents) : $0 }
    }
    let concentration = try trade.answer("hhi(total exports by reporter, partner)")
    let advantage = try trade.answer("rca(total exports by reporter, product)")
    let names = ["CHN": "China", "DEU": "Germany", "USA": "US", "JPN": "Japan", "BRA": "Brazil"]
    for (code, name) in names {
      let whole = sum { $0.reporter == code }
      let shares = RandomTrade.places.map { partner in
        sum { $0.reporter == code && $0.partner == partner } / whole
      }
      let expected = shares.reduce(0) { $0 + $1 * $1 }
      #expect(abs((concentration["\(name)|"] ?? .nan) - expected) < 1e-12)
      for product in RandomTrade.products {
        let own = sum { $0.reporter == code && $0.product == product }
        guard own > 0 else { continue }
        let world = sum { $0.product == product } / sum { _ in true }
        let key = advantage.keys.first { $0.hasPrefix("\(name) · ") && $0.contains(product) }
        guard let key else { continue }
        let index = own / whole / world
        #expect(abs((advantage[key] ?? .nan) - index) < 1e-12 * index, "\(key)")
      }
    }
    #expect(advantage.count == Set(exports.map { [$0.reporter, $0.product] }).count)
  }
}
