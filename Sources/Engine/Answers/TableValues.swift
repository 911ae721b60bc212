import Catalogue

extension Table {
  /// The values of a column: written out one by one or, in large tables, as numbers and codes.
  package struct Values: RandomAccessCollection, MutableCollection, ExpressibleByArrayLiteral,
    Sendable
  {
    private var storage: Storage

    private enum Storage: Sendable {
      case listed([Value])
      /// A position in a list of names for each row.
      case coded(names: [String], codes: [Int32])
      /// Cells that differ in their numbers alone; one that is not finite has no meaning.
      case numbers([Double], template: Cell)
    }

    package init(_ values: [Value]) { storage = .listed(values) }

    package init(arrayLiteral values: Value...) { storage = .listed(values) }

    init(names: [String], codes: [Int32]) { storage = .coded(names: names, codes: codes) }

    init(_ numbers: [Double], template: Cell) {
      storage = .numbers(numbers, template: template)
    }

    package var startIndex: Int { 0 }

    package var endIndex: Int {
      switch storage {
      case .listed(let values): values.count
      case .coded(_, let codes): codes.count
      case .numbers(let numbers, _): numbers.count
      }
    }

    /// Setting one value writes all of them out.
    package subscript(row: Int) -> Value {
      get {
        switch storage {
        case .listed(let values): values[row]
        case .coded(let names, let codes): .label(names[Int(codes[row])])
        case .numbers(let numbers, let template): .cell(template.holding(numbers[row]))
        }
      }
      set {
        var values = Array(self)
        values[row] = newValue
        storage = .listed(values)
      }
    }

    /// The values at some rows, in their order.
    package func at(_ rows: [Int]) -> Values {
      switch storage {
      case .listed(let values): Values(rows.map { values[$0] })
      case .coded(let names, let codes): Values(names: names, codes: rows.map { codes[$0] })
      case .numbers(let numbers, let template):
        Values(rows.map { numbers[$0] }, template: template)
      }
    }
  }
}

extension Cell {
  /// The cell with another value; one that is not finite has no meaning.
  func holding(_ value: Double) -> Cell {
    value.isFinite ? with(value: value) : with(state: .notMeaningful(.undefined))
  }
}
