/// How rows of a part find their cells among those of their slice.
struct RowSteps {
  var line: LineStep
  var inner: InnerStep
  /// What is added to the place of every row.
  var shift: Int

  enum LineStep {
    /// Lines have no say.
    case together
    /// The line times a stride.
    case even(stride: Int)
    /// Looked up, line by line; -1 where one does not pass.
    case looked(Block<Int32>)
  }

  enum InnerStep {
    /// Inner codes have no say.
    case together
    /// The code itself.
    case even
    /// Looked up, code by code.
    case looked(Block<Int32>)
  }

  init(_ plan: ClusterPlan, _ part: Part) {
    let linePosition = part.shape.order.outer.count
    let (lineDigits, innerDigits) = (plan.digits[linePosition], plan.digits[linePosition + 1])
    let lineStride = plan.strides[linePosition]
    shift = 0
    if let table = plan.tables[linePosition] {
      line = .looked(table)
    } else {
      let run = lineDigits.run(in: 0..<part.shape.lineCount) ?? .none
      line = run.step == 0 ? .together : .even(stride: lineStride)
      shift += (run.place - run.step * run.codes.lowerBound) * lineStride
    }
    let innerCodes = part.innerRange.lowerBound..<part.innerRange.upperBound + 1
    if let run = innerDigits.run(in: innerCodes), run.codes == innerCodes {
      inner = run.step == 0 ? .together : .even
      shift += run.place - run.step * run.codes.lowerBound
    } else {
      inner = plan.tables[linePosition + 1].map(InnerStep.looked) ?? .together
    }
  }
}
