import Guidance

/// An answer of UN Comtrade's interface for programs.
enum ComtradeJSON: FileReader {
  static let kind = FileKind(
    name: "comtrade-json",
    title: "UN Comtrade, answer of its interface",
    publisher: "UN Comtrade",
    address: "comtradeapi.un.org",
    licence: "free to use with credit; passing large parts on needs the UN's consent"
  )

  /// The members of an answer's rows that are read, as columns of a table.
  private static let names = [
    "period", "refPeriodId", "reporterISO", "reporterCode", "reporterDesc", "partnerISO",
    "partnerCode", "partnerDesc", "flowCode", "classificationCode", "cmdCode", "cmdDesc",
    "primaryValue", "fobvalue", "cifvalue", "netWgt", "partner2Code", "customsCode", "motCode",
    "mosCode",
  ]

  static func recognises(_ file: SourceFile) -> Bool {
    guard file.isJSON else { return false }
    let text = String(decoding: file.text.bytes.prefix(1 << 16), as: UTF8.self)
    return ["cmdCode", "flowCode", "primaryValue"].allSatisfy { text.contains("\"\($0)\"") }
  }

  static func read(_ file: SourceFile, into draft: inout Draft) throws(Diagnostic) {
    let json = try JSONReader.value(of: file.text, file: file.name)
    guard let answer = Answer(in: json) else {
      throw Diagnostic("unknown-layout", "'\(file.name)' holds no list of rows under `data`")
    }
    let header = Header(Record(line: 0, fields: names))
    let columns = ComtradeColumns(
      period: header["period"],
      reporter: (header["reporterISO"], header["reporterCode"], header["reporterDesc"]),
      partner: (header["partnerISO"], header["partnerCode"], header["partnerDesc"]),
      flow: header["flowCode"],
      classification: header["classificationCode"],
      commodity: (header["cmdCode"], header["cmdDesc"]),
      value: header["primaryValue"],
      fob: header["fobvalue"],
      cif: header["cifvalue"],
      weight: header["netWgt"],
      parts: [(header["partner2Code"], ["", "0"]), (header["motCode"], ["", "0"])]
    )
    columns.describe(header, in: &draft)
    for (index, row) in answer.rows.enumerated() {
      draft.rowsRead += 1
      let record = Record(line: index + 1, fields: names.map { row[$0]?.text ?? "" })
      if columns.isWhole(record) { try columns.read(record, into: &draft) }
    }
    report(answer, in: &draft)
  }

  private static func report(_ answer: Answer, in draft: inout Draft) {
    if answer.depth > 0 {
      draft.find(
        ImportFinding(
          "wrapped-answer",
          "the answer is wrapped in something else, as examples in documentation are: is it data?"
        )
      )
    }
    if let count = answer.count, count != answer.rows.count {
      draft.find(
        ImportFinding(
          "rows-missing",
          "the answer counts \(count) rows and holds \(answer.rows.count): it is not whole"
        )
      )
    }
  }

  /// The rows of an answer, wherever in the file it is.
  private struct Answer {
    var rows: [JSON]
    var count: Int?
    var depth: Int

    init?(in json: JSON, depth: Int = 0) {
      if case .list(let rows)? = json["data"], rows.first?["cmdCode"] != nil {
        self.rows = rows
        count = json["count"].flatMap { Int($0.text) }
        self.depth = depth
        return
      }
      guard case .object(let members) = json, depth < 8 else { return nil }
      for member in members {
        if let answer = Answer(in: member.value, depth: depth + 1) {
          self = answer
          return
        }
      }
      return nil
    }
  }
}
