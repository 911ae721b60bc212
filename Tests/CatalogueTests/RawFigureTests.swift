import Catalogue
import Columns
import Foundation
import Periods
import Testing

/// The figures that were collected, where the folder with them lies beside the package.
private enum RawFigures {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/data/china")

  static var areThere: Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "observations.csv").path)
  }

  /// As many digits as any figure has, and fewer than a sum of powers of two gets wrong.
  static func twelveDigits(_ value: Double) -> String { String(format: "%.12g", value) }

  /// Period, value in the base unit and unit of every line of a file.
  static func read(_ name: String) throws -> [String] {
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      let start = name == "reported.csv" ? 3 : 2
      guard let value = Double(fields[start + 1]) else { return nil }
      let (unit, scale) = base(of: String(fields[start + 2]))
      return "\(normal(String(fields[start]))) \(twelveDigits(value * scale)) \(unit)"
    }
  }

  private static func base(of unit: String) -> (unit: String, scale: Double) {
    switch unit {
    case "million t", "million tonnes": ("t", 1e6)
    case "tonnes": ("t", 1)
    case let unit where unit.hasSuffix(" bn"): (String(unit.dropLast(3)), 1e9)
    default: (unit, 1)
    }
  }

  /// `2026-Q1..2026-Q2` and `2025-11-28` as months, everything else as the program prints it.
  private static func normal(_ period: String) -> String {
    if period == "2026-Q1..2026-Q2" { return "2026-H1" }
    let isDay = period.count == 10
    let parts = (isDay ? String(period.prefix(7)) : period).split(separator: "-")
    guard period.contains(".."), let first = Int(period.prefix(4)), parts.count == 3,
      let last = Int(period.suffix(2))
    else { return isDay ? String(period.prefix(7)) : period }
    return Period.toDate(first, last).description
  }
}

@Suite(.enabled(if: RawFigures.areThere, "the collected figures are not beside the package"))
struct RawFigureTests {
  @Test func `every figure is one that was collected, or says how it was worked out`() throws {
    let raw = Set(try RawFigures.read("observations.csv") + RawFigures.read("reported.csv"))
    let data = DataSet.chinaCustoms
    var worked = 0
    for row in 0..<data.facts.rowCount {
      let key = FigureKey(of: row, in: data)
      let figure = RawFigures.twelveDigits(data.facts.values[row])
      if raw.contains("\(key.period) \(figure) \(word(for: key.unit))") { continue }
      worked += 1
      let isDerived = data.origins[data.code(.origin, row)].status == .derived
      #expect(isDerived || key.series == "gdp.target", "\(key) \(figure)")
    }
    #expect(worked < 30)
  }

  private func word(for unit: Catalogue.Unit) -> String {
    switch unit {
    case .money(let currency): currency.rawValue
    case .quantity(let name), .rate(let name): name
    case .index: "index"
    default: "percent"
    }
  }
}
