import Language
import TestKit
import Testing

@Suite("Printing")
struct PrintingTests {
  @Test("then reading gives the query back", arguments: 0..<20)
  func roundTrip(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(1000 + seed))
    var read = 0
    for _ in 0..<250 {
      let typed = randomQuery(&generator)
      guard let first = Desk.query(typed) else { continue }
      read += 1
      let printed = first.description
      guard Desk.query(printed) == first, Desk.query(printed)?.description == printed else {
        let again = "\(Reading(of: printed))".dropFirst()
        let position = zip(printed, again).prefix { $0 == $1 }.count
        Issue.record(
          """
          `\(typed)` prints as `\(printed)`, \
          but that reads otherwise from `\(again.dropFirst(max(0, position - 20)).prefix(60))` on
          """
        )
        return
      }
    }
    #expect(read >= 100, "only \(read) random queries make sense")
  }
}
