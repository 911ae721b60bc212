import Catalogue

/// Finds the places and products of a data set, and well-known ones beside them.
final class NameIndex: Sendable {
  private let places: [Place]
  private let products: [Product]
  private let placesByName = Once<[String: Place]>()
  private let placesByCode = Once<[String: Place]>()
  private let productsByName = Once<[String: Product]>()

  init(_ data: DataSet) {
    places = data.places
    products = data.products
  }

  /// The place of a name; one of the data set goes before others.
  func place(named name: String) -> Place? {
    placesByName.value {
      Dictionary((places + Place.known).map { ($0.name, $0) }) { first, _ in first }
    }[name]
  }

  /// The place of the data set that has a code.
  func ownPlace(code: String) -> Place? {
    placesByCode.value {
      Dictionary(places.map { ($0.code, $0) }) { first, _ in first }
    }[code]
  }

  /// The product of a name; one of the data set goes before others.
  func product(named name: String) -> Product? {
    productsByName.value {
      Dictionary((products + Product.known).map { ($0.name, $0) }) { first, _ in first }
    }[name]
  }
}
