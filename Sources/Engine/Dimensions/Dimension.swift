import Guidance

/// A dimension of the facts by which they may be kept apart.
package struct Dimension: Sendable {
  package var entry: Entry
  /// Which members stay apart.
  package var members: Members

  package enum Members: Sendable {
    /// Partners that do not overlap: a group that the data has figures for stands for its members.
    case partners
    /// Countries and territories only.
    case countries
    case products(ProductLevel)
    case reporters
  }
}

/// Every dimension, in the order in which help lists them.
package let dimensions: [Dimension] = [
  .partner, .country, .reporter, .product, .heading, .chapter, .section,
]

extension Dimension {
  /// The axis of the facts along which the members lie.
  package var axis: FactRequest.Axis {
    switch members {
    case .partners, .countries: .partner
    case .reporters: .reporter
    case .products: .product
    }
  }
}

extension Dimension {
  static let partner = Dimension(
    entry: Entry(
      "partner",
      aliases: ["partners", "market", "markets", "伙伴"],
      category: .dimension,
      summary: "Partners that do not overlap; a group with figures stands for its members.",
      usage: "by partner",
      searchTerms: ["country", "market", "group"],
      examples: ["exports by partner 2024", "top 5 partners by exports 2024"]
    ),
    members: .partners
  )

  static let country = Dimension(
    entry: Entry(
      "country",
      aliases: ["countries", "国家"],
      category: .dimension,
      summary: "Countries and territories one by one, without groups.",
      usage: "by country",
      searchTerms: ["partner"],
      examples: ["top 10 countries by exports 2024"]
    ),
    members: .countries
  )

  static let product = Dimension(
    entry: Entry(
      "product",
      aliases: ["products", "goods", "commodity", "commodities", "商品"],
      category: .dimension,
      summary: "Products as far as the data has them.",
      usage: "by product",
      searchTerms: ["commodity", "goods"],
      examples: ["exports by product 2025-12"]
    ),
    members: .products(.loaded)
  )

  static let reporter = Dimension(
    entry: Entry(
      "reporter",
      aliases: ["reporters"],
      category: .dimension,
      summary: "Places whose own figures are loaded, one by one.",
      usage: "by reporter",
      searchTerms: ["country", "declarant"],
      examples: ["imports by reporter 2024"]
    ),
    members: .reporters
  )

  static let heading = Dimension(
    entry: Entry(
      "heading",
      aliases: ["headings", "HS4"],
      category: .dimension,
      summary: "Headings of the Harmonized System: the first four digits of its codes.",
      usage: "by heading",
      searchTerms: ["product", "commodity", "HS4"],
      examples: ["exports by heading 2025-12"]
    ),
    members: .products(.heading)
  )

  static let chapter = Dimension(
    entry: Entry(
      "chapter",
      aliases: ["chapters", "HS2"],
      category: .dimension,
      summary: "Chapters of the Harmonized System: the first two digits of its codes.",
      usage: "by chapter",
      searchTerms: ["product", "commodity", "HS2"],
      examples: ["exports by chapter 2025-12"]
    ),
    members: .products(.chapter)
  )

  static let section = Dimension(
    entry: Entry(
      "sections",
      aliases: ["section"],
      category: .dimension,
      summary: "The 21 sections of the Harmonized System, sums of its chapters.",
      usage: "by section",
      searchTerms: ["product", "commodity"],
      examples: ["exports by section 2025-12"]
    ),
    members: .products(.section)
  )
}
