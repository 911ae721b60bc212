import Engine
import Guidance
import Periods
import Testing

@testable import X13

/// On output of X-13ARIMA-SEATS 1.1 build 62, as `Recorded/references.py` wrote it.
@Suite("What the program left")
struct OutputTests {
  private let months = RunOutput(
    screen: Recorded.text("months.screen"),
    errors: "",
    summary: Recorded.text("months.udg"),
    adjusted: Recorded.text("months.d11"),
    trend: Recorded.text("months.d12")
  )
  private let task = AdjustmentTask(
    [Double](repeating: 1, count: 60),
    from: Month(year: 2015, month: 1),
    perYear: 12,
    mayUseLogarithms: true
  )

  @Test func `the tables and the summary of a run are read`() throws {
    let adjustment = try months.adjustment(of: task, scale: 1e9)
    #expect(adjustment.adjusted.count == 60 && adjustment.trend.count == 60)
    #expect(adjustment.adjusted[2] == 0.163329403682900E+03 * 1e9)
    #expect(adjustment.version == "1.1 build 62")
    #expect(adjustment.model == "(1 1 0)(0 1 1)")
    #expect(!adjustment.usesLogarithms)
    #expect(adjustment.seasonalFilter == "3x5" && adjustment.trendFilter == 13)
    #expect(
      adjustment.outliers == [
        .init("LS", Period(Month(year: 2015, month: 3))),
        .init("AO", Period(Month(year: 2018, month: 2))),
      ]
    )
    #expect(adjustment.quality.hasIdentifiableSeason == true)
    #expect(adjustment.quality.m7 == 0.26 && adjustment.quality.q == 0.43)
    #expect(adjustment.quality.failingMeasures == 0)
    #expect(adjustment.quality.residualSeason == .init(0, probability: 1))
    #expect(adjustment.warnings.isEmpty)
  }

  @Test func `a run without tables fails with the first sentence of its error`() {
    var output = months
    output.adjusted = ""
    output.errors = Recorded.text("constant.err")
    #expect(reason(output) == "Differencing has annihilated the series")
    output.errors = ""
    output.screen = Recorded.text("short.screen")
    #expect(reason(output)?.hasSuffix("must have at least 3 complete years of data") == true)
    output.screen = "Segmentation fault"
    #expect(reason(output) == "it left no adjusted figures")
  }

  @Test func `a table cut short is no table`() {
    var output = months
    output.trend = String(output.trend.dropLast(40))
    #expect(reason(output) == "it left no adjusted figures")
  }

  @Test func `messages are read from text and from web pages`() {
    let text = ProgramMessages(Recorded.text("constant.err"))
    #expect(text.all("WARNING") == ["All data values read into X-13ARIMA-SEATS are the same."])
    let page = ProgramMessages(
      """
      <p><strong>WARNING:</strong> &nbsp; All data values read are the same.
      </p>
      <p><strong>ERROR:</strong> &nbsp; Differencing has annihilated the series.
       Check the model.
      </p>
      """
    )
    #expect(page.all("WARNING") == ["All data values read are the same."])
    #expect(page.all("ERROR") == ["Differencing has annihilated the series. Check the model."])
  }

  private func reason(_ output: RunOutput) -> String? {
    do throws(Diagnostic) {
      _ = try output.adjustment(of: task, scale: 1)
      return nil
    } catch {
      let lead = "`x13as` adjusted nothing: "
      return error.message.hasPrefix(lead) ? String(error.message.dropFirst(lead.count)) : nil
    }
  }
}
