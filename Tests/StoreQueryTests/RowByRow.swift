import Catalogue
import TestKit

/// A question with its text, answered by looking at every fact.
struct RowByRow {
  enum Dimension: String, CaseIterable {
    case reporter, partner, product, chapter
  }

  private static let measures = [
    "exports", "imports", "trade", "surplus", "export volume", "import volume",
  ]

  var measure: String
  var reporter: String?
  /// Added up; all if there are none.
  var partners: [String] = []
  var excluded: String?
  var products: [String] = []
  var dimensions: [Dimension] = []
  /// How many months a period has; nil: all months together, as one number.
  var step: Int? = 1
  var year: Int?

  init(using chance: inout SeededGenerator) {
    measure = RowByRow.measures.randomElement(using: &chance) ?? ""
    if Int.random(in: 0..<3, using: &chance) > 0 {
      dimensions = Array(
        Dimension.allCases.shuffled(using: &chance).prefix(Int.random(in: 1...2, using: &chance))
      )
      if dimensions.contains(.product), dimensions.contains(.chapter) { dimensions.removeLast() }
    }
    let kept = Set(dimensions)
    let isFree = { (dimension: Dimension) in !kept.contains(dimension) }
    if isFree(.reporter), Bool.random(using: &chance) {
      reporter = RandomTrade.places.randomElement(using: &chance)
    }
    if isFree(.partner), Bool.random(using: &chance) {
      let count = Int.random(in: 0...2, using: &chance)
      partners = Array(RandomTrade.places.shuffled(using: &chance).prefix(count))
      if chance.oneIn(3) {
        excluded = RandomTrade.places.filter { !partners.contains($0) }.randomElement(
          using: &chance
        )
        if !partners.isEmpty { excluded = partners.count > 1 ? partners.last : nil }
      }
    }
    if isFree(.product), isFree(.chapter), Bool.random(using: &chance) {
      products =
        [["854230"], ["8542"], ["85"], ["870310"], ["84", "8703"], ["85", "27"]]
        .randomElement(using: &chance) ?? []
    }
    step = [1, 3, 12, nil].randomElement(using: &chance) ?? 1
    // `total trade` is a measure of its own.
    if step == nil, measure == "trade" { measure = "surplus" }
    if Bool.random(using: &chance) { year = Int.random(in: 2021...2022, using: &chance) }
  }

  private static let directions = [
    "exports": "to", "imports": "from", "export volume": "to", "import volume": "from",
  ]

  private var isVolume: Bool { measure.hasSuffix("volume") }

  /// The question as it is typed.
  var text: String {
    var text = step == nil ? "total " : ""
    if let reporter { text += (Place.known(reporter)?.name ?? reporter) + " " }
    text += measure
    if !products.isEmpty {
      text += " of " + products.map { "HS \($0)" }.joined(separator: " + ")
    }
    func name(_ place: String) -> String { Place.known(place)?.name ?? place }
    if !partners.isEmpty {
      let direction = Self.directions[measure] ?? "with"
      text += " \(direction) \(partners.map(name).joined(separator: " + "))"
    }
    if let excluded { text += " excluding \(name(excluded))" }
    let units = [3: "quarter", 12: "year"]
    let keys = dimensions.map(\.rawValue) + [step.flatMap { units[$0] }].compactMap { $0 }
    if !keys.isEmpty { text += " by " + keys.joined(separator: ", ") }
    if let year { text += step == 12 ? " \(year)" : " in \(year)-01..\(year)-12" }
    return text
  }

  /// The numbers of the answer by members and period.
  func numbers(of facts: [RandomTrade.Fact]) -> [String: Double] {
    let wanted = facts.filter(isWanted)
    var amounts: [String: [Int: Int]] = [:]
    if dimensions.isEmpty, !wanted.isEmpty { amounts[""] = [:] }
    for fact in wanted {
      let slot = step.map { fact.month / $0 } ?? 0
      let amount = isVolume ? fact.grams ?? 0 : fact.cents
      amounts[members(of: fact), default: [:]][slot, default: 0] += sign(of: fact) * amount
    }
    var numbers: [String: Double] = [:]
    for (members, sums) in amounts {
      // A member without trade in any of the periods is left out.
      guard dimensions.isEmpty || slots.contains(where: { (sums[$0] ?? 0) != 0 }) else { continue }
      for slot in slots {
        numbers["\(members)|\(label(slot))"] = Double(sums[slot] ?? 0) / (isVolume ? 1e6 : 100)
      }
    }
    return numbers
  }

  private func isWanted(_ fact: RandomTrade.Fact) -> Bool {
    if sign(of: fact) == 0 { return false }
    if let reporter, fact.reporter != reporter { return false }
    if !partners.isEmpty, !partners.contains(fact.partner) { return false }
    if fact.partner == excluded { return false }
    if !products.isEmpty, !products.contains(where: fact.product.hasPrefix) { return false }
    if let year, 2021 + fact.month / 12 != year { return false }
    return true
  }

  private func sign(of fact: RandomTrade.Fact) -> Int {
    switch measure {
    case "exports", "export volume": fact.isExport ? 1 : 0
    case "imports", "import volume": fact.isExport ? 0 : 1
    case "surplus": fact.isExport ? 1 : -1
    default: 1
    }
  }

  private func members(of fact: RandomTrade.Fact) -> String {
    dimensions.map { dimension in
      switch dimension {
      case .reporter: Place.known(fact.reporter)?.name ?? fact.reporter
      case .partner: Place.known(fact.partner)?.name ?? fact.partner
      case .product: Product.known(fact.product)?.name ?? "HS \(fact.product)"
      case .chapter: Product.known(String(fact.product.prefix(2)))?.name ?? ""
      }
    }.joined(separator: " · ")
  }

  /// The periods that the facts cover in full.
  private var slots: [Int] {
    guard let step else { return [0] }
    let months = year.map { ($0 - 2021) * 12..<($0 - 2020) * 12 } ?? 0..<RandomTrade.monthCount
    return (0..<RandomTrade.monthCount / step).filter {
      months.contains($0 * step) && months.contains($0 * step + step - 1)
    }
  }

  private func label(_ slot: Int) -> String {
    switch step {
    case 1: "\(2021 + slot / 12)-\(slot % 12 < 9 ? "0" : "")\(slot % 12 + 1)"
    case 3: "\(2021 + slot / 4)-Q\(slot % 4 + 1)"
    case 12: year == nil ? "\(2021 + slot)" : ""
    default: ""
    }
  }
}
