import ArgumentParser
import Catalogue
import Columns
import Engine
import Guidance
import LineEditing

/// Imports a long table of trade facts into a store file, however many rows it has.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turn a long CSV file of trade facts into a store file for --data.",
    discussion: """
      The file has a header and one fact a line; it may be packed by gzip. Columns are found by their
      usual names, as of UN Comtrade's files; an option names one that is called otherwise.
      """
  )

  @Argument(help: "The CSV file; - reads the standard input.")
  var file: String

  @Option(name: .shortAndLong, help: "The store file to write, such as world.tws.")
  var output: String

  @Option(help: "The column of the flow: X and M.")
  var flow: String?

  @Option(help: "The column of the reporter, by ISO codes of three letters.")
  var reporter: String?

  @Option(help: "The column of the partner.")
  var partner: String?

  @Option(help: "The column of the product, by HS codes.")
  var product: String?

  @Option(help: "The column of the period: 202401, 2024-01 or 2024.")
  var period: String?

  @Option(help: "The column of the value.")
  var value: String?

  @Option(help: "The currency of the values.")
  var currency = "USD"

  @Option(help: "The column of a quantity beside the value, such as netWgt; may be empty.")
  var quantity: String?

  @Option(
    help: "What quantities are counted in, such as kg; not needed where the column's name says it."
  )
  var quantityUnit: String?

  @Option(help: "Decimal places of quantities; lines with more are refused.")
  var quantityDecimals = 3

  @Flag(help: "Add the facts to a store that is there; only their years are rewritten.")
  var append = false

  func validate() throws {
    guard (0...9).contains(quantityDecimals) else {
      throw ValidationError("--quantity-decimals takes 0 to 9.")
    }
    guard quantity != nil || quantityUnit == nil else {
      throw ValidationError("--quantity-unit needs --quantity, which names the column.")
    }
    guard quantity == nil || unitName != nil else {
      throw ValidationError("--quantity-unit must say what '\(quantity ?? "")' counts, such as kg.")
    }
  }

  /// What quantities are counted in, by the option or the name of their column.
  private var unitName: String? {
    guard let quantity, quantityUnit == nil else {
      return quantityUnit.flatMap { $0.isEmpty ? nil : $0 }
    }
    if quantity.lowercased() == "netwgt" { return "kg" }
    guard let named = Measurement(reading: quantity), case .quantity(let unit) = named.unit else {
      return nil
    }
    switch named.exponent {
    case 0: return unit
    case -3: return "kg"
    default: return nil
    }
  }

  func run() throws {
    Signals.watchInterrupts(once: true)
    let display = ProgressDisplay()
    let result = display.during("import") { () -> Result<CSVImportReport, StoreError> in
      do throws(StoreError) {
        let progress = { display.watch.report(Advance($0)) }
        let isCancelled = { Signals.isInterrupted }
        let source = try CSVSource(file, isCancelled: isCancelled)
        let plan = plan(header: source.header)
        return .success(
          append
            ? try plan.append(source, to: output, progress: progress, isCancelled: isCancelled)
            : try plan.run(source, to: output, progress: progress, isCancelled: isCancelled)
        )
      } catch {
        return .failure(error)
      }
    }
    do throws(StoreError) {
      let report = try result.get()
      write("\(report.rowCount) facts in \(output)\n", to: 1)
      guard report.refusedCount > 0 else { return }
      write("\(report.refusedCount) lines refused\n", to: 2)
      for refusal in report.refusals.prefix(5) {
        write("  line \(refusal.line): \(refusal.reason)\n", to: 2)
      }
    } catch {
      Output(format: "text", looks: .plain).show(Diagnostic(error), input: "", width: 80)
      throw ExitCode(error == .cancelled ? 130 : 2)
    }
  }

  private func plan(header: [String]) -> CSVImport {
    func column(_ chosen: String?, _ usual: [String]) -> CSVImport.Source {
      if let chosen { return .field(chosen) }
      let known = usual.first { name in header.contains { $0.lowercased() == name.lowercased() } }
      return .field(header.first { $0.lowercased() == known?.lowercased() } ?? usual[0])
    }
    let amount = column(value, ["primaryValue", "value", "tradevalue", "Trade Value (US$)"])
    var plan = CSVImport(
      keys: [
        column(flow, ["flowCode", "flow", "tradeflow"]),
        column(reporter, ["reporterISO", "reporter"]),
        column(partner, ["partnerISO", "partner"]),
        column(product, ["cmdCode", "product", "hs", "commodity"]),
        .constant(currency),
        column(period, ["period", "time", "month", "year"]),
        .constant(""), .constant(""),
      ],
      value: "",
      order: ClusterOrder(outer: [0, 1, 2], line: 3, inner: 5)
    )
    if case .field(let name) = amount { plan.value = name }
    if let quantity, let unitName {
      plan.quantity = CSVImport.Quantity(
        field: quantity,
        unit: QuantityUnit(unitName, decimals: quantityDecimals)
      )
    }
    return plan
  }
}

extension Advance {
  /// How far an import is: bytes while it reads, and then its parts, whose number nobody knows.
  fileprivate init(_ progress: ImportProgress) {
    switch progress.stage {
    case .reading:
      let (done, all) = (progress.bytesRead >> 20, progress.byteCount >> 20)
      self.init("import", done, of: progress.byteCount > 0 ? all : nil, "MB")
    case .writing(let part):
      let name = part.isEmpty ? "" : " \(part)"
      self.init("import: sorting\(name)", 0, of: nil, "rows")
    }
  }
}
