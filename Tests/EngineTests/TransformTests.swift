import Catalogue
import Engine
import Periods
import Testing

@Suite struct TransformTests {
  let desk = Desk(.months)

  @Test(arguments: ReferenceTable.values("growth"))
  func `growth and sums agree with pandas`(line: ReferenceTable.Line) throws {
    #expect(agree(try desk.cell(line.query, line.period)?.number, line.value))
  }

  @Test(arguments: ReferenceTable.values("aggregates"))
  func `aggregates agree with pandas and scipy`(line: ReferenceTable.Line) throws {
    #expect(agree(try desk.cell(line.query, line.period)?.number, line.value))
  }

  @Test func `a period without its base has no growth`() throws {
    #expect(try desk.cell("exports yoy", Period(text: "2015-12"))?.hasValue == false)
    #expect(try desk.cell("exports 3mma", Period(text: "2015-02"))?.hasValue == false)
  }
}
