/// In what the quantities beside the values of a table are counted.
package struct QuantityUnit: Equatable, Sendable {
  /// As whoever made the table wrote it: `kg`.
  package var name: String
  /// A quantity of 1 stands for the number 1 with this many decimal places.
  package var decimals: Int

  package init(_ name: String, decimals: Int) {
    self.name = name
    self.decimals = decimals
  }
}

/// The quantities of a part: a second column of values in the order of the first.
///
/// A row without a quantity holds zero and is no exception; so does a row whose quantity is zero,
/// for no price follows from either.
struct Quantities: Sendable {
  let values: ValueBlock
  let exceptions: Exceptions
  /// The sum of all quantities without their signs.
  let magnitude: UInt64
  /// Rows without a quantity.
  let blankCount: Int
}

extension Part {
  /// The same rows with their quantities in the place of the values; nil where there are none.
  ///
  /// It shares the other columns, and has no sums beside its rows.
  var ofQuantities: Part? {
    guard let quantities else { return nil }
    return Part(
      label: label,
      shape: shape,
      rowCount: rowCount,
      sliceRows: sliceRows,
      lines: lines,
      inner: inner,
      innerRange: innerRange,
      values: quantities.values,
      exceptions: quantities.exceptions,
      magnitude: quantities.magnitude,
      loose: loose,
      rollups: [],
      quantities: nil
    )
  }
}

extension Clusters {
  /// The same table with quantities in the place of the values; nil where it has none.
  ///
  /// Throws where the quantities sum up to more than 64 bits hold.
  func ofQuantities(decimals: Int) throws(StoreError) -> Clusters? {
    guard quantityUnit != nil else { return nil }
    return try Clusters(
      order: order,
      cardinalities: cardinalities,
      decimals: decimals,
      parts: parts.compactMap(\.ofQuantities),
      path: path
    )
  }
}

extension FactTable {
  /// In what the quantities beside the values are counted; nil where there are none.
  package var quantityUnit: QuantityUnit? { clusters?.quantityUnit }

  /// Rows without a quantity.
  package var blankQuantityCount: Int {
    (clusters?.parts ?? []).reduce(0) { $0 + ($1.quantities?.blankCount ?? 0) }
  }

  /// A table of the same rows whose values are the quantities; nil where there are none.
  ///
  /// Quantities are counted in a unit that is a power of ten of theirs: with `places` of 3 those in
  /// kilograms become numbers of tonnes, and stay exact.
  package func quantities(places: Int = 0) -> FactTable? {
    guard let clusters, let unit = clusters.quantityUnit,
      powersOfTen.indices.contains(unit.decimals + places),
      let quantities = try? clusters.ofQuantities(decimals: unit.decimals + places)
    else { return nil }
    return FactTable(quantities)
  }
}
