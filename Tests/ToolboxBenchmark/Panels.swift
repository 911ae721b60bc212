import Catalogue
import Columns
import Engine
import Periods

/// Numbers between zero and one that look like chance and are the same every time.
struct Chance {
  var state: UInt64 = 8

  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / Double(1 << 53)
  }
}

/// Made-up figures of twenty years of months, laid out as an imported file is.
struct Panel {
  private let name: String
  private let reporters: [Place]
  private let partners: [Place]
  private let products: [Product]
  private var series: [(name: String, unit: Unit)] = []
  private var codes: [[Int]] = [[], [], [], [], []]
  private var values: [Double] = []
  private var chance = Chance()

  static let months = (0..<240).map { Period(Month(year: 2006, month: 1) + $0) }

  init(
    _ name: String,
    reporters: [Place],
    partners: [Place] = [Panel.world],
    products: [Product] = [Product(code: Product.total, name: "all goods")]
  ) {
    (self.name, self.reporters) = (name, reporters)
    (self.partners, self.products) = (partners, products)
  }

  static let world = Place.known("WLD") ?? Place(code: "WLD", name: "world")
  static let china = Place.known("CHN") ?? Place(code: "CHN", name: "China")
  static let countries = Place.known.filter { $0.kind == .country && $0.code != "CHN" }

  static func goods(_ count: Int) -> [Product] {
    (0..<count).map { Product(code: "\(1000 + $0)", name: "good \($0)") }
  }

  /// Adds a value for each month: a level that drifts, with a season and some noise.
  mutating func add(
    _ flow: String,
    unit: Unit = .money(.usd),
    of some: [Int]? = nil,
    withMembers: Bool = true
  ) {
    series.append((flow, unit))
    for reporter in some ?? Array(reporters.indices) {
      for partner in withMembers ? Array(partners.indices) : [0] {
        for product in products.indices { addMonths(reporter, partner, product) }
      }
    }
  }

  private mutating func addMonths(_ reporter: Int, _ partner: Int, _ product: Int) {
    var level = 1e8 * (1 + 20 * chance.next())
    for month in Panel.months.indices {
      level *= 1 + 0.01 * (chance.next() - 0.4)
      let season = 1 + 0.2 * Double((month * 5) % 12) / 12
      for (column, code) in [series.count - 1, reporter, partner, product, month].enumerated() {
        codes[column].append(code)
      }
      values.append((level * season * (0.9 + 0.2 * chance.next())).rounded())
    }
  }

  var dataSet: DataSet {
    let units = series.map(\.unit).reduce(into: [Unit]()) { units, unit in
      if !units.contains(unit) { units.append(unit) }
    }
    let unitOfSeries = series.map { series in units.firstIndex(of: series.unit) ?? 0 }
    func column(_ codes: [Int], _ count: Int) -> KeyColumn {
      KeyColumn(codes: codes, cardinality: count)
    }
    let constant = column([Int](repeating: 0, count: values.count), 1)
    let flows = ["exports", "imports", "exports.quantity", "imports.quantity"]
    var data = DataSet.chinaCustoms
    data.name = name
    data.series = series.map(\.name)
    data.places = partners
    data.reporterPlaces = reporters
    data.products = products
    data.units = units
    data.periods = Panel.months
    data.publications = [nil]
    data.origins = [Origin(status: .panel, sources: .none)]
    data.indicators = series.map(\.name).filter { !flows.contains($0) }.map { name in
      Indicator(code: name, name: name, summary: "Made up.", aggregation: .sum, coverage: "China")
    }
    data.events = []
    data.reporter = "CHN"
    data.facts = FactTable(
      keys: [
        column(codes[0], series.count), column(codes[1], reporters.count),
        column(codes[2], partners.count), column(codes[3], products.count),
        column(codes[0].map { unitOfSeries[$0] }, units.count),
        column(codes[4], Panel.months.count), constant, constant,
      ],
      values: values
    )
    return data
  }
}

extension Panel {
  /// Exports and imports with 200 partners, output and a price index.
  static let partners: DataSet = {
    var panel = Panel("partners", reporters: [china], partners: Array(countries.prefix(200)))
    panel.add("exports")
    panel.add("imports")
    panel.add("gdp", withMembers: false)
    panel.add("prices", unit: .index("2015 = 100"), withMembers: false)
    return panel.dataSet
  }()

  /// Exports and imports of 200 goods with their quantities, and those of the world and of Japan.
  static let goods: DataSet = {
    let japan = Place.known("JPN") ?? Place(code: "JPN", name: "Japan")
    var panel = Panel("goods", reporters: [china, world, japan], products: goods(200))
    panel.add("exports")
    panel.add("imports")
    panel.add("exports.quantity", unit: .quantity("t"), of: [0])
    panel.add("imports.quantity", unit: .quantity("t"), of: [0])
    return panel.dataSet
  }()

  /// Exports to 200 partners beside those of the world to them.
  static let markets: DataSet = {
    let partners = Array(countries.prefix(200))
    var panel = Panel("markets", reporters: [china, world], partners: partners)
    panel.add("exports")
    return panel.dataSet
  }()

  /// Exports of 200 countries by ten goods.
  static let reporters: DataSet = {
    let reporters = [china] + countries.prefix(199)
    var panel = Panel("reporters", reporters: reporters, products: goods(10))
    panel.add("exports")
    return panel.dataSet
  }()
}
