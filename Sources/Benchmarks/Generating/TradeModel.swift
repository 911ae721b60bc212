import Catalogue

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A made-up world of trade, the same every time: who exports what to whom, how often and how much.
///
/// Sizes of countries and products fall off as Zipf found for words, advantages in products are
/// lognormal, weak relations trade now and then, and both sides report with gaps of their own.
struct TradeModel {
  static let monthCount = 60
  static let firstYear = 2021

  let places: [String]
  let products: [Int]
  private let exporterSizes: [Double]
  private let importerSizes: [Double]
  private let productSizes: [Double]
  private let advantages: [Double]

  init() {
    places = TradeModel.placeCodes
    products = TradeModel.productCodes
    exporterSizes = TradeModel.zipf(places.count, exponent: 1.15, shift: 3)
    importerSizes = TradeModel.zipf(places.count, exponent: 1.05, shift: 3)
    productSizes = TradeModel.productSizes(products)
    advantages = (0..<places.count * products.count).map { place in
      exp(1.1 * Chance(UInt64(place), salt: 3).normal)
    }
  }

  /// How strong the flow of a product from one place to another is.
  func intensity(_ exporter: Int, _ importer: Int, _ product: Int) -> Double {
    exporterSizes[exporter] * importerSizes[importer] * productSizes[product]
      * advantages[exporter * products.count + product]
  }

  /// The value of a shipment in cents; arrivals count freight and insurance.
  func cents(_ flow: Flow, month: Int) -> Int {
    let relation = Chance(flow.relation(in: self), salt: 21)
    let trend = exp(Double(month) * (0.004 + 0.004 * relation.next.normal))
    let chapter = products[flow.product] / 10_000
    let season = 1 + 0.12 * sin(Double(month % 12) * 0.5236 + Double(chapter))
    let noise = exp(1.1 * relation.normal + 0.35 * flow.chance(month, salt: 22, in: self).normal)
    let size = pow(intensity(flow.exporter, flow.importer, flow.product), 0.75)
    let value = 900_000 * size * noise * trend * season * (flow.isExport ? 1 : 1.06)
    return max(1, Int(value))
  }

  /// One side's report of a relation.
  struct Flow {
    var reporter: Int
    var partner: Int
    var product: Int
    var isExport: Bool

    var exporter: Int { isExport ? reporter : partner }
    var importer: Int { isExport ? partner : reporter }

    func relation(in model: TradeModel) -> UInt64 {
      UInt64((exporter * model.places.count + importer) * model.products.count + product)
    }

    func chance(_ month: Int, salt: UInt64, in model: TradeModel) -> Chance {
      Chance(relation(in: model) * 128 + UInt64(month) * 2 + (isExport ? 1 : 0), salt: salt)
    }
  }

  // MARK: Sizes

  private static func zipf(_ count: Int, exponent: Double, shift: Double) -> [Double] {
    let weights = (0..<count).map { pow(Double($0) + shift, -exponent) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum * Double(count) }
  }

  /// A few products lead everywhere; the others come in no order.
  private static func productSizes(_ products: [Int]) -> [Double] {
    let leading = [854230, 854240, 870310, 270910, 271010, 851710, 300410, 710810, 847110]
    let order = products.indices.sorted { (left: Int, right: Int) -> Bool in
      let isLeading = (leading.contains(products[left]), leading.contains(products[right]))
      guard isLeading.0 == isLeading.1 else { return isLeading.0 }
      return Chance(UInt64(left), salt: 77).bits < Chance(UInt64(right), salt: 77).bits
    }
    var sizes = [Double](repeating: 0, count: products.count)
    for (product, size) in zip(order, zipf(products.count, exponent: 0.95, shift: 8)) {
      sizes[product] = size
    }
    return sizes
  }

  // MARK: Dictionaries

  /// Two hundred places, the largest traders first.
  private static let placeCodes: [String] = {
    let leading = """
      CHN USA DEU NLD JPN KOR ITA FRA MEX HKG GBR BEL CAN SGP ARE IND CHE ESP POL VNM RUS AUS BRA
      THA MYS SAU TUR IDN CZE IRL AUT SWE HUN NOR DNK ZAF ROU SVK FIN PRT CHL PHL ARG QAT KWT
      """.split { $0 == " " || $0 == "\n" }.map(String.init)
    let others = Place.known.filter { $0.kind == .country && $0.code.count == 3 }.map(\.code)
      .filter { code in !leading.contains(code) && code.utf8.allSatisfy { (65...90).contains($0) } }
    return Array((leading + others).prefix(200))
  }()

  /// Five thousand codes in 96 chapters, more where the Harmonized System has more.
  private static let productCodes: [Int] = {
    let large: [Int: Int] = [
      84: 515, 29: 330, 85: 300, 3: 230, 28: 165, 72: 165, 90: 150, 39: 130, 44: 130, 73: 125,
      52: 125, 48: 110, 55: 110, 62: 110, 61: 105, 87: 105,
    ]
    let chapters = (1...97).filter { $0 != 77 }
    let small = chapters.filter { large[$0] == nil }
    let left = 5000 - large.values.reduce(0, +)
    var codes: [Int] = []
    for chapter in chapters {
      let place = small.firstIndex(of: chapter) ?? 0
      let count = large[chapter] ?? left / small.count + (place < left % small.count ? 1 : 0)
      let endings = count > 400 ? [10, 20, 30, 40, 50, 60, 90] : [10, 20, 30, 40, 90]
      for number in 0..<count {
        let heading = number / endings.count + 1
        codes.append(chapter * 10_000 + heading * 100 + endings[number % endings.count])
      }
    }
    return codes
  }()
}

/// A number that looks random and depends on nothing but what it was made of.
struct Chance {
  let bits: UInt64

  init(_ value: UInt64, salt: UInt64) {
    bits = Chance.mixed(value &+ Chance.mixed(salt))
  }

  private init(bits: UInt64) { self.bits = bits }

  /// Even between 0 and 1.
  var fraction: Double { Double(bits >> 11) * 0x1p-53 }

  /// Nearly normal, of mean 0 and variance 1: the sum of four even ones.
  var normal: Double {
    let sum = (0..<4).reduce(0.0) { $0 + Double(bits >> UInt64(16 * $1) & 0xffff) }
    return (sum * 0x1p-16 - 2) * 1.732_050_8
  }

  var next: Chance { Chance(bits: Chance.mixed(bits)) }

  // The finalizer of SplitMix64 (Steele, Lea and Flood 2014).
  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value &+ 0x9e37_79b9_7f4a_7c15
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
