import BuiltInData

extension Product {
  /// All goods that have a name here, whether or not a data set holds figures of them.
  package static let known: [Product] = readProducts()

  /// The product with a code; nil where none has it.
  package static func known(_ code: String) -> Product? { knownByCode[code] }

  private static let knownByCode = Dictionary(uniqueKeysWithValues: known.map { ($0.code, $0) })

  // product ::= code name aliases
  private static func readProducts() -> [Product] {
    Field(product_names()).lines.map { line in
      let fields = Array(line.fields)
      precondition(fields.count >= 2, "a product has a code and a name: \(line.text)")
      return Product(
        code: fields[0].text,
        name: fields[1].text,
        aliases: fields.count > 2 ? fields[2].names : []
      )
    }
  }
}
