import Columns

extension DataSet {
  /// The quantities that a store keeps beside the values of its facts.
  package struct Quantities: Sendable {
    /// The same rows as those of the facts, with quantities for values.
    package let facts: FactTable
    /// Tonnes for weights, whatever they were stored in; else the unit of the store.
    package let unit: Unit
    /// How many facts have no quantity.
    package let blankCount: Int

    /// Nil where the table has no quantities.
    init?(_ table: FactTable) {
      guard let stored = table.quantityUnit else { return nil }
      var unit = Unit.quantity(stored.name)
      var places = 0
      if let known = Measurement(reading: stored.name), case .quantity = known.unit,
        known.exponent <= 0
      {
        (unit, places) = (known.unit, -known.exponent)
      }
      guard let facts = table.quantities(places: places) else { return nil }
      self.facts = facts
      self.unit = unit
      blankCount = table.blankQuantityCount
    }
  }
}
