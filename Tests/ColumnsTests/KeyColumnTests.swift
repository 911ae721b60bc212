import Columns
import Testing

@Suite struct KeyColumnTests {
  @Test(arguments: [(3, 1), (256, 1), (257, 2), (65_536, 2), (65_537, 4)])
  func `a column takes the narrowest width and gives back its codes`(cardinality: Int, width: Int) {
    let codes = [cardinality - 1, 0, cardinality / 2]
    let column = KeyColumn(codes: codes, cardinality: cardinality)
    #expect(column.width == width)
    #expect((0..<column.count).map { column[$0] } == codes)
  }
}
