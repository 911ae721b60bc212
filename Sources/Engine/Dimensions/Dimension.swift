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
    case products
  }
}

/// Every dimension, in the order in which help lists them.
package let dimensions: [Dimension] = [.partner, .country, .product]

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
    members: .products
  )
}
