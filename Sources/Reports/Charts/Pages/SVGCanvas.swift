/// A drawing on a page: lines, shapes and texts in the classes of ``ChartStyle``.
struct SVGCanvas {
  let width: Double
  private(set) var markup = MarkupBuilder()

  /// Lines of text that belong below the drawing.
  var notes: [String] = []

  /// How far down anything was drawn.
  var bottom = 0.0

  enum Anchor: String { case start, middle, end }

  init(width: Double) { self.width = width }

  mutating func text(
    _ text: String,
    _ x: Double,
    _ y: Double,
    anchor: Anchor = .start,
    class name: String = ""
  ) {
    var attributes = [("x", coordinate(x)), ("y", coordinate(y))]
    if anchor != .start { attributes.append(("text-anchor", anchor.rawValue)) }
    if !name.isEmpty { attributes.append(("class", name)) }
    markup.add("text", attributes, text: text)
    bottom = max(bottom, y + 4)
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, class name: String) {
    markup.add(
      "line",
      [
        ("x1", coordinate(x1)), ("y1", coordinate(y1)), ("x2", coordinate(x2)),
        ("y2", coordinate(y2)), ("class", name),
      ]
    )
  }

  /// A rectangle; `hover` appears where the pointer rests on it.
  mutating func rectangle(
    _ x: Double,
    _ y: Double,
    _ width: Double,
    _ height: Double,
    class name: String,
    opacity: Double? = nil,
    hover: String? = nil
  ) {
    var attributes = [
      ("x", coordinate(x)), ("y", coordinate(y)), ("width", coordinate(max(0, width))),
      ("height", coordinate(max(0, height))), ("class", name),
    ]
    if let opacity { attributes.append(("fill-opacity", hundredths(opacity))) }
    shape("rect", attributes, hover)
    bottom = max(bottom, y + height)
  }

  mutating func circle(
    _ x: Double,
    _ y: Double,
    radius: Double,
    class name: String,
    hover: String? = nil
  ) {
    shape(
      "circle",
      [
        ("cx", coordinate(x)), ("cy", coordinate(y)), ("r", coordinate(radius)), ("class", name),
      ],
      hover
    )
  }

  /// A line through points, or the area that they enclose.
  mutating func path(_ points: [(x: Double, y: Double)], isClosed: Bool = false, class name: String)
  {
    guard points.count > 1 else { return }
    var steps = ""
    for (i, point) in points.enumerated() {
      steps += "\(i == 0 ? "M" : "L")\(coordinate(point.x)) \(coordinate(point.y))"
    }
    markup.add("path", [("d", isClosed ? steps + "Z" : steps), ("class", name)])
  }

  /// Many points as one shape: each place that is taken, to a whole unit, once.
  mutating func dots(_ points: [(x: Double, y: Double)], class name: String) {
    var taken = Set<Int>(minimumCapacity: points.count)
    var steps = ""
    steps.reserveCapacity(points.count * 11)
    for point in points {
      let (x, y) = (Int(point.x.rounded()), Int(point.y.rounded()))
      guard taken.insert(y << 16 | x).inserted else { continue }
      steps += "M"
      steps += String(x)
      steps += " "
      steps += String(y)
      steps += "h0"
    }
    markup.add("path", [("d", steps), ("class", name)])
  }

  private mutating func shape(_ name: String, _ attributes: [(String, String)], _ hover: String?) {
    guard let hover else { return markup.add(name, attributes) }
    markup.open(name, attributes)
    markup.add("title", text: hover)
    markup.close(name)
  }

  private func hundredths(_ value: Double) -> String {
    let number = Int((value * 100).rounded())
    return number >= 100 ? "1" : "0.\(number < 10 ? "0" : "")\(number)"
  }
}
