import Periods

/// Periods near the end of the data.
struct PeriodCandidates {
  let last: Month

  /// The few that are likeliest, or those that begin as typed.
  func candidates(typed: String) -> [Completion.Candidate] {
    guard !typed.isEmpty else { return [month(last), year(last.year - 1), year(last.year)] }
    guard typed.first?.isNumber == true else { return [] }
    let years = (0..<12).map { year(last.year - $0) }
    let quarters = (1..<9).map { quarter(last - 3 * ($0 - 1)) }
    let months = (0..<24).map { month(last - $0) }
    let matching = (years + quarters + months).filter {
      $0.text.lowercased().hasPrefix(typed) && $0.text.lowercased() != typed
    }
    return Array(matching.prefix(15))
  }

  private func year(_ year: Int) -> Completion.Candidate {
    let isOver = year < last.year || last.number == 12
    return Completion.Candidate("\(year)", isOver ? "the year" : "the year so far")
  }

  private func quarter(_ month: Month) -> Completion.Candidate {
    let number = (month.number + 2) / 3
    return Completion.Candidate("\(month.year)Q\(number)", "quarter \(number) of \(month.year)")
  }

  private func month(_ month: Month) -> Completion.Candidate {
    Completion.Candidate("\(month)", month == last ? "the latest month" : month.label)
  }
}
