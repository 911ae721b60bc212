import Catalogue
import Columns
import Periods
import Testing

@Suite struct ChinaCustomsTests {
  @Test func `it loads`() {
    let data = DataSet.chinaCustoms
    #expect(data.facts.rowCount > 4000)
    print(data.facts.rowCount, data.origins.count, data.periods.count, data.publications.count)
  }
}
