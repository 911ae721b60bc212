import Synchronization

/// Numbers the texts of the key columns in the order in which any thread first meets them.
final class TextCodes: Sendable {
  /// A text's code says that its rows are refused.
  static let refused = UInt16.max

  private let accept: @Sendable (Int, String) -> String?
  private let partColumn: Int
  private let labelLength: Int
  private let state: Mutex<State>

  private struct State {
    var columns: [Column]
    /// Labels of parts, and for each code of the part column the number of its part.
    var labels: [String] = []
    var parts: [Int] = []
    var fullColumn: Int?
  }

  private struct Column {
    /// Texts as they lie in the file.
    var codes: [String: UInt16] = [:]
    /// Texts as they were accepted, by code.
    var texts: [String] = []
    var acceptedCodes: [String: UInt16] = [:]
  }

  init(_ plan: CSVImport) {
    accept = plan.accept
    partColumn = plan.partColumn
    labelLength = plan.partLabelLength
    state = Mutex(State(columns: plan.keys.map { _ in Column() }))
    for (column, source) in plan.keys.enumerated() {
      if case .constant(let text) = source { _ = code(of: text, column) }
    }
  }

  func code(of text: String, _ column: Int) -> UInt16 {
    state.withLock { state in
      if let code = state.columns[column].codes[text] { return code }
      guard let accepted = accept(column, text) else {
        state.columns[column].codes[text] = Self.refused
        return Self.refused
      }
      if let code = state.columns[column].acceptedCodes[accepted] {
        state.columns[column].codes[text] = code
        return code
      }
      guard state.columns[column].texts.count < Int(Self.refused) else {
        state.fullColumn = column
        return Self.refused
      }
      let code = UInt16(state.columns[column].texts.count)
      state.columns[column].codes[text] = code
      state.columns[column].acceptedCodes[accepted] = code
      state.columns[column].texts.append(accepted)
      if column == partColumn {
        let label = String(accepted.prefix(labelLength))
        let part = state.labels.firstIndex(of: label) ?? state.labels.count
        if part == state.labels.count { state.labels.append(label) }
        state.parts.append(part)
      }
      return code
    }
  }

  /// The number of the part that a code of the part column belongs to.
  func part(of code: UInt16) -> Int { state.withLock { $0.parts[Int(code)] } }

  var labels: [String] { state.withLock { $0.labels } }

  /// The column that met more texts than codes can number, if one did.
  var fullColumn: Int? { state.withLock { $0.fullColumn } }

  /// The texts of all columns in order, and for each code its place in that order.
  var sorted: (dictionaries: [[String]], translations: [[UInt32]]) {
    state.withLock { state in
      let dictionaries = state.columns.map { $0.texts.sorted(by: isOrderedBefore) }
      let translations = zip(state.columns, dictionaries).map { column, dictionary in
        let places = Dictionary(uniqueKeysWithValues: zip(dictionary, (0..<UInt32.max)))
        return column.texts.map { places[$0] ?? 0 }
      }
      return (dictionaries, translations)
    }
  }
}

/// Texts in the order of their bytes, so that all that begin alike follow each other.
private func isOrderedBefore(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}
