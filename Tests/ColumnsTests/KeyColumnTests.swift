import Columns
import Testing

@Suite struct KeyColumnTests {
  @Test func `a column gives back its codes`() {
    let column = KeyColumn(codes: [2, 0, 1], cardinality: 3)
    #expect((0..<column.count).map { column[$0] } == [2, 0, 1])
  }
}
