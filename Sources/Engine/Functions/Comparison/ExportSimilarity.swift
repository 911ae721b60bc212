import Catalogue
import Guidance

/// How alike the exports of two countries, or to two markets, are made up.
struct ExportSimilarity: Function {
  static let entry = Entry(
    "similarity",
    aliases: ["finger-kreinin", "export similarity"],
    category: .function,
    summary: "Finger–Kreinin similarity of two compositions: 0 nothing, 100 all in common.",
    usage: "similarity(QUERY by product, QUERY by product)",
    formula: "100 × Σ min(a[i] ÷ Σ a, b[i] ÷ Σ b)",
    reference: "Finger and Kreinin 1979, A measure of export similarity, Economic Journal 89",
    searchTerms: ["composition", "overlap", "competition", "finger", "kreinin"],
    examples: ["similarity(exports by partner 2024, imports by partner 2024)"]
  )

  let kind: Kind

  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) {
    try ExportSimilarity.count(arguments, 2, at: span)
    kind = try Overlap.kind(arguments, for: ExportSimilarity.entry, at: span)
  }

  func run(_ arguments: [Panel]) -> Panel { Overlap.panel(arguments) }
}
