import Columns
import Guidance

extension FactTable {
  /// The sums of a scan, while whoever waits may stop it and sees how far it is.
  func watched(_ scan: Scan) throws(StoreError) -> (sums: Sums, report: ScanReport) {
    let watch = Watch.current
    return try run(
      scan,
      isCancelled: watch.isCancelled,
      progress: { watch.report(Advance("scan", $0, of: $1, "rows")) }
    )
  }
}
