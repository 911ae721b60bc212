import Catalogue
import Engine
import Testing

@testable import Reports

@Suite("How numbers are written")
struct NumberFormatTests {
  private func text(_ value: Double, _ unit: Unit, isChange: Bool = false) -> String {
    let format = NumberFormat(unit, cells: [Cell(value)], isChange: isChange)
    return format.textWithUnit(Cell(value)) + " [\(format.unitLabel)]"
  }

  @Test("money is scaled by the largest number of the answer")
  func money() {
    #expect(text(330.35e9, .money(.usd)) == "330.4 [USD bn]")
    #expect(text(1_180_100_000_000, .money(.cny)) == "1,180.1 [CNY bn]")
    #expect(text(1e9, .money(.usd)) == "1.0 [USD bn]")
    #expect(text(0.1e9, .money(.usd)) == "100.0 [USD mn]")
    #expect(text(99_900_000, .money(.usd)) == "99.9 [USD mn]")
    #expect(text(123_456, .money(.usd)) == "123,456 [USD]")
    #expect(text(3.5, .money(.usd)) == "3.50 [USD]")
    #expect(text(-62e9, .money(.usd)) == "−62.0 [USD bn]")
    #expect(text(58.3e9, .money(.usd), isChange: true) == "+58.3 [USD bn]")
  }

  @Test("each unit has its decimals and its sign")
  func units() {
    #expect(text(5.94, .percent) == "5.9 % [%]")
    #expect(text(5.94, .percent, isChange: true) == "+5.9 % [%]")
    #expect(text(0.04, .percent, isChange: true) == "0.0 % [%]")
    #expect(text(-0.04, .percent, isChange: true) == "0.0 % [%]")
    #expect(text(1.2, .percentagePoints) == "+1.2 pp [pp]")
    #expect(text(118.76, .index("2019 = 100")) == "118.8 [index 2019 = 100]")
    #expect(text(0.08537, .ratio) == "0.085 [ratio]")
    #expect(text(1234, .count) == "1,234 [count]")
    #expect(text(7.12345, .rate("CNY per USD")) == "7.1235 [CNY per USD]")
    #expect(text(9_980_000, .quantity("t")) == "10.0 [mn t]")
    #expect(text(12_345, .quantity("t")) == "12,345 [t]")
    #expect(text(1, .truth) == "true []")
  }

  @Test("what is no number is a sign")
  func absent() {
    let format = NumberFormat(.percent, largest: 1)
    #expect(format.textWithUnit(.missing(.combined)) == "·")
    #expect(format.textWithUnit(Cell(0, state: .notMeaningful(.tinyBase))) == "n.m.")
    #expect(format.text(.nan) == "n.m.")
    #expect(format.text(-.infinity) == "n.m.")
  }
}
