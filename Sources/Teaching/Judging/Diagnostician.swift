import Engine
import Language

/// Compares a wrong answer with what known misconceptions would give in the place of the right one.
///
/// A query is compared as a query first, part by part; then values are. Two misconceptions that give
/// different numbers, both of which the typed digits fit, are a coincidence that nobody can resolve,
/// and none of them is named; of two that give the same number the likelier one is.
struct Diagnostician {
  let question: Question

  init(_ question: Question) {
    var question = question
    question.bench.facts = RememberingFacts(question.bench.facts)
    self.question = question
  }

  func diagnosis(of given: Given) -> Diagnosis? {
    if let query = given.query, let found = sameQuery(query) { return found }
    if let found = sameValue(given) { return found }
    if let query = given.query, let right = question.query,
      let found = SlotDifference(query, right).diagnosis
    {
      return found
    }
    return nil
  }

  /// What is said of a query for what it says, not for what it comes to.
  func remark(on query: Query) -> String? {
    if let found = sameQuery(query) { return found.sentence }
    guard let right = question.query else { return nil }
    let difference = SlotDifference(query, right)
    return difference.parts.count == 1 ? difference.diagnosis?.sentence : nil
  }

  /// The names of misconceptions that come to the right number, unless they stand for neighbours.
  var coincidences: [String] {
    // Of two truths every other computation gives the right one.
    guard question.kind != .truth else { return [] }
    return misconceptions.filter { !$0.isWide }.compactMap { misconception in
      let isMet = misconception.mistakes(on: question).contains { mistake in
        guard case .computed(let computation) = mistake.yours,
          computation.text != question.computation?.text,
          let finding = try? computation.finding(question.kind, on: question.bench)
        else { return false }
        return finding.isSame(as: question.right)
      }
      return isMet ? misconception.page.name : nil
    }
  }

  /// A mistake with what it comes to.
  private struct Candidate {
    var name: String
    var mistake: Mistake
    var finding: Finding
    var isWide: Bool
  }

  // MARK: As queries

  private func sameQuery(_ query: Query) -> Diagnosis? {
    let text = query.description
    for misconception in misconceptions where misconception.hasQueries {
      for mistake in misconception.mistakes(on: question) where mistake.query?.description == text {
        guard let candidate = candidate(mistake, of: misconception) else { continue }
        return diagnosis(candidate)
      }
    }
    return nil
  }

  // MARK: As values

  private func sameValue(_ given: Given) -> Diagnosis? {
    var matches: [Candidate] = []
    for misconception in misconceptions {
      let isCoarse = given.significantDigits.map { $0 < 3 } ?? false
      guard !(misconception.isWide && isCoarse) else { continue }
      let met = misconception.mistakes(on: question).lazy.compactMap { mistake -> Candidate? in
        guard mistake.fits(given), let candidate = candidate(mistake, of: misconception),
          candidate.finding.isGiven(by: given)
        else { return nil }
        return candidate
      }
      if misconception.isWide {
        // Digits that two neighbours have are nobody's.
        let neighbours = Array(met.prefix(2))
        if neighbours.count == 1 || given.query != nil { matches += neighbours.prefix(1) }
      } else if let first = met.first {
        matches.append(first)
      }
    }
    // What was computed in the narrow sense is likelier than one of many neighbours.
    let narrow = matches.filter { !$0.isWide }
    let considered = narrow.isEmpty ? matches : narrow
    guard let likeliest = considered.first else { return nil }
    let isUnequivocal = considered.allSatisfy { $0.finding.isSame(as: likeliest.finding) }
    return isUnequivocal ? diagnosis(likeliest, typed: given.typed) : nil
  }

  /// The mistake with its value; nil where it cannot be worked out or happens to be right.
  private func candidate(
    _ mistake: Mistake,
    of misconception: any Misconception.Type
  ) -> Candidate? {
    let finding: Finding
    switch mistake.yours {
    case .value(let value, _): finding = value
    case .computed(let computation):
      guard let found = try? computation.finding(question.kind, on: question.bench) else {
        return nil
      }
      finding = found
    }
    guard !finding.isSame(as: question.right) || mistake.isOfUnit else { return nil }
    return Candidate(
      name: misconception.page.name,
      mistake: mistake,
      finding: finding,
      isWide: misconception.isWide
    )
  }

  private func diagnosis(_ candidate: Candidate, typed: TypedNumber? = nil) -> Diagnosis {
    // What no query gives is best shown as it was typed.
    let isQuery = candidate.mistake.query != nil
    let value = isQuery ? nil : typed?.text.trimmed.visible
    return Diagnosis(
      candidate.name,
      candidate.mistake.sentence,
      yours: Diagnosis.Side(candidate.mistake.yoursText, value ?? candidate.finding.shown),
      asked: Diagnosis.Side(candidate.mistake.asked, "?")
    )
  }
}

extension Given {
  fileprivate var typed: TypedNumber? {
    if case .number(let typed) = self { typed } else { nil }
  }

  /// How many digits were typed; nil for what was computed.
  fileprivate var significantDigits: Int? { typed?.significantDigits }
}

extension Finding {
  /// True where an answer comes to this.
  func isGiven(by given: Given) -> Bool {
    switch (self, given) {
    case (.number(let number), .number(let typed)):
      typed.reading(in: number)?.matches(number.value) ?? false
    case (.number(let number), .computed(_, .number(let other))):
      number.unit == other.unit && number.matches(other)
    case (_, .computed(_, let finding)): isSame(as: finding)
    case (.period(let period), .period(let other)): period == other
    case (.names(let names), .names(let other)): names == other
    default: false
    }
  }

  func isSame(as other: Finding) -> Bool {
    switch (self, other) {
    case (.number(let left), .number(let right)): left.unit == right.unit && left.matches(right)
    case (.period(let left), .period(let right)): left == right
    case (.names(let left), .names(let right)): left == right
    case (.truth(let left), .truth(let right)): left == right
    case (.figures(let left), .figures(let right)): left.matches(right)
    default: false
    }
  }
}
