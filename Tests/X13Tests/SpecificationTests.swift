import Engine
import Periods
import Testing

@testable import X13

@Suite("What the program is told")
struct SpecificationTests {
  @Test func `a balance by the quarter is not taken in logarithms`() {
    let start = Month(year: 2019, month: 7)
    let task = AdjustmentTask([1.5e9, -2e9], from: start, perYear: 4, mayUseLogarithms: false)
    let specification = SpecificationFile(task)
    #expect(specification.scale == 1e9)
    #expect(
      specification.text == """
        series{
          start=2019.3 period=4
          data=(
            1.5
            -2.0
          )
        }
        transform{function=none}
        automdl{}
        outlier{}
        x11{save=(d11 d12)}

        """
    )
  }

  @Test func `the calendar is a regression, in which unknown holidays go a year ahead`() {
    let start = Month(year: 2020, month: 10)
    var task = AdjustmentTask([999_999, 2], from: start, perYear: 12, mayUseLogarithms: true)
    task.hasTradingDays = true
    task.hasEaster = true
    task.holidays = [
      .init(name: "lunar1", values: [0.25, -0.5, 0]), .init(name: "lunar2", values: [1, 2, 3]),
    ]
    #expect(SpecificationFile(task).scale == 1000)
    #expect(
      SpecificationFile(task).text == """
        series{
          start=2020.10 period=12
          data=(
            999.999
            0.002
          )
        }
        transform{function=auto}
        regression{
          variables=(td easter[8])
          user=(lunar1 lunar2) usertype=holiday start=2020.10
          data=(
            0.25
            1.0
            -0.5
            2.0
            0.0
            3.0
          )
        }
        automdl{}
        outlier{}
        x11{save=(d11 d12)}

        """
    )
  }
}
