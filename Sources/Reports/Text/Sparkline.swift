/// A line of bars as high as the values, at most `width` of them; a gap where there is no value.
///
/// More values than bars are averaged in groups of equal size.
func sparkline(_ values: [Double?], width: Int) -> String {
  let bars = grouped(values, into: width)
  let known = bars.compactMap(\.self)
  guard let low = known.min(), let high = known.max() else { return "" }
  let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  return String(
    bars.map { value -> Character in
      guard let value else { return " " }
      guard high > low else { return blocks[3] }
      let height = (value - low) / (high - low) * Double(blocks.count)
      return blocks[min(blocks.count - 1, Int(height))]
    }
  )
}

private func grouped(_ values: [Double?], into count: Int) -> [Double?] {
  guard values.count > count, count > 0 else { return values }
  return (0..<count).map { i in
    let group = values[(i * values.count / count)..<((i + 1) * values.count / count)]
    let known = group.compactMap(\.self)
    return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
  }
}

/// The data behind a drawing in a few characters, by which saved sessions compare drawings:
/// `⟦13 pts, 299.8..411.9⟧`.
func digest(_ values: [Double?], _ format: NumberFormat) -> String {
  let known = values.compactMap(\.self)
  guard let low = known.min(), let high = known.max() else { return "⟦0 pts⟧" }
  return "⟦\(known.count) pts, \(format.text(low))..\(format.text(high))⟧"
}
