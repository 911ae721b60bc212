import Catalogue
import Periods

/// Over many years money itself changes: an index or compound growth of it is nominal.
struct NominalValues: Lint {
  static let code = "nominal-values"

  static func note(on finding: Finding) -> Note? {
    guard finding.transforms.contains("cagr") || finding.transforms.contains("index"),
      !finding.transforms.contains("real"),
      finding.plan.scans.contains(where: { $0.requests[0].request.unit.currency != nil })
    else { return nil }
    return Note(code, "this is nominal: prices and the exchange rate are in it")
  }
}
