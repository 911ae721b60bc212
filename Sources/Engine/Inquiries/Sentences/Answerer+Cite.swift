import Catalogue
import Guidance
import Language
import Periods

extension Answerer {
  /// A citation for each source of an answer: who, what, for when, published when, where.
  package func cite(_ query: Query) throws(Diagnostic) -> Answer {
    let inquiry = try Inquiry(query, self)
    let answer = inquiry.answer
    guard !answer.sources.isEmpty else {
      throw Diagnostic(
        "nothing-matches",
        "there is nothing to cite: this rests on numbers typed",
        at: query.expression.span
      )
    }
    let evidence = Evidence(inquiry)
    let title = "China's \(inquiry.subjectWords)"
    let subject = bench.reporter == "CHN" && inquiry.isTrade ? title : inquiry.subjectWords
    var lines = answer.sources.flatMap { source -> [String] in
      let dates = evidence.days(of: source)
      let published = dates.isEmpty ? "" : " Published \(dates.joined(separator: ", "))."
      let text = "\(source.publisher): \(subject)\(inquiry.told)."
      return "\(text)\(published)".broken(at: 78) + ["  \(source.address)"]
    }
    lines.append("Data set \(bench.data.name), SHA-256 \(bench.facts.fingerprint.prefix(16)).")
    var citation = Answer(reading: "cite \(inquiry.query.expression)", content: .text(lines))
    citation.description = ["sources of \(inquiry.query.expression)"]
    citation.sources = []
    return citation
  }
}

extension Inquiry {
  /// The months of the answer in words: one period, or first to last.
  fileprivate var told: String {
    guard case .series(let points) = answer.content, let first = points.points.first,
      let last = points.points.last
    else { return hasSpan ? ", \(span.label)" : "" }
    return ", \(first.period.label) to \(last.period.label)"
  }

  var isTrade: Bool {
    let flows = ["exports", "imports", "balance"]
    return plan.scans.allSatisfy { scan in
      scan.requests.allSatisfy { item in flows.contains { item.request.series.hasPrefix($0) } }
    }
  }
}

/// The published figures behind an answer by their source.
private struct Evidence {
  private let records: [Ledger.Record]
  private let data: DataSet

  init(_ inquiry: Inquiry) {
    data = inquiry.answerer.bench.data
    var months = inquiry.span.months
    if case .series(let points) = inquiry.answer.content, let first = points.points.first {
      months = first.period.start.index...months.upperBound
    }
    let first = months.lowerBound - (inquiry.plan.kind.horizon ?? 0)
    var records: [Ledger.Record] = []
    let requests = inquiry.plan.scans.flatMap { scan in
      scan.requests.map(\.request) + (scan.rate.map { [$0] } ?? [])
    }
    for request in requests {
      let timeline = inquiry.answerer.bench.facts.timelines(request)[""]
      let ledger = Ledger(request, inquiry.answerer.bench.data)
      for (period, history) in ledger.records
      where period.start.index >= first && period.end.index <= months.upperBound {
        let cell = timeline?.exact(period)
        records += history.filter { $0.published == cell?.published && $0.value == cell?.value }
      }
    }
    self.records = records
  }

  /// The days on which a source published figures of the answer: the first and the last of many.
  func days(of source: Source) -> [String] {
    let days = records.filter { record in
      record.origin.sources.members.contains { data.sources[Int($0)] == source }
    }.compactMap(\.published)
    let ordered = Set(days).sorted().map(\.description)
    guard ordered.count > 3, let first = ordered.first, let last = ordered.last else {
      return ordered
    }
    return ["between \(first) and \(last)"]
  }
}
