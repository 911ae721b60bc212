import Catalogue
import Testing

@Suite struct ProductTests {
  @Test func `every spelling leads to one product`() {
    var owners: [String: String] = [:]
    for product in Product.known {
      for spelling in [product.name.lowercased()] + product.aliases {
        #expect(owners.updateValue(product.code, forKey: spelling) == nil, "\(spelling)")
      }
    }
  }

  @Test func `all chapters of the Harmonized System have a name, 77 being empty`() {
    let chapters = Product.known.filter { $0.code.count == 2 }
    #expect(chapters.count == 96)
    #expect(Product.known("77") == nil)
  }

  @Test(arguments: [("8542", "integrated circuits"), ("1201", "soybeans"), ("020724", "turkey")])
  func `a heading has the name that people use`(code: String, name: String) {
    #expect(Product.known(code)?.name == name)
  }

  @Test func `sections of the Harmonized System, of SITC and of BEC have names`() {
    let codes = Set(Product.known.map(\.code))
    #expect((1...21).allSatisfy { codes.contains($0 < 10 ? "S0\($0)" : "S\($0)") })
    #expect((0...9).allSatisfy { codes.contains("SITC\($0)") })
    #expect((1...7).allSatisfy { codes.contains("BEC\($0)") })
  }
}
