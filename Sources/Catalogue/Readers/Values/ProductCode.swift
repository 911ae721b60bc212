/// The code under which a good is kept, read from a classification's code and description.
enum ProductCode {
  /// `TOTAL` for all goods; HS codes keep their digits, other classifications their name before.
  ///
  /// A chapter's leading zero, which spreadsheets drop, is put back.
  static func code(_ text: String, classification: String) -> String {
    let code = text.trimmed.uppercased()
    if isTotal(code) { return Product.total }
    if let section = section(code, classification.uppercased()) { return section }
    let isHarmonised = classification.isEmpty || classification.uppercased().hasPrefix("H")
    guard isHarmonised else { return "\(classification.uppercased())-\(code)" }
    let digits = code.filter(\.isASCIIDigit)
    guard digits.count == code.count, code.count % 2 == 1, code.count < 6 else { return code }
    return "0" + code
  }

  /// Sections of SITC, the same in all its revisions, and of BEC in its fourth.
  private static func section(_ code: String, _ classification: String) -> String? {
    guard code.count == 1, code.allSatisfy(\.isASCIIDigit) else { return nil }
    if ["S1", "S2", "S3", "S4", "SS", "SITC"].contains(classification) { return "SITC\(code)" }
    return ["BE", "B4", "BEC"].contains(classification) ? "BEC\(code)" : nil
  }

  static func isTotal(_ text: String) -> Bool {
    totals.contains(text.plainWord) || text == "_T"
  }

  private static let totals: Set<String> = [
    "total", "allcommodities", "allproducts", "alltrade", "allgoods", "totaltrade", "totalalllines",
    "ag0", "all", "totalgoods", "商品总值", "总值", "t",
  ]
}
