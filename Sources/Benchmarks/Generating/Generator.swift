#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes a file of exactly so many facts; the same number gives the same bytes.
///
/// Rows lie as in monthly bulk files: by month, reporter, flow, partner and product.
package struct Generator {
  private let model = TradeModel()
  private let rowCount: Int

  package init(rowCount: Int) { self.rowCount = rowCount }

  /// Below this strength a relation does not exist, or trades about every seventh month.
  private static let weak = 0.15

  package func write(to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    defer { fclose(file) }
    let keys = monthly(keys())
    defer { keys.deallocate() }
    var lines = Lines(file)
    lines.text("period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue,qty\n")
    var wanted = rowCount
    for (position, key) in keys.enumerated() {
      let left = keys.count - position
      // Selection sampling keeps exactly the rows wanted.
      guard Chance(key, salt: 5).fraction * Double(left) < Double(wanted) else { continue }
      wanted -= 1
      write(key, to: &lines)
    }
    lines.flush()
    return wanted == 0 && ferror(file) == 0
  }

  private func write(_ key: UInt64, to lines: inout Lines) {
    let month = Int(key >> 30)
    let flow = TradeModel.Flow(
      reporter: Int(key >> 22 & 255),
      partner: Int(key >> 13 & 255),
      product: Int(key & 8191),
      isExport: key >> 21 & 1 == 1
    )
    let cents = model.cents(flow, month: month)
    lines.digits(TradeModel.firstYear + month / 12, 4)
    lines.digits(month % 12 + 1, 2)
    lines.text("," + model.places[flow.reporter] + "," + model.places[flow.partner])
    lines.text(flow.isExport ? ",X," : ",M,")
    lines.digits(model.products[flow.product], 6)
    lines.text(",")
    lines.cents(cents)
    lines.text(",")
    let chance = flow.chance(month, salt: 31, in: model)
    if chance.bits % 20 != 0 {
      let price = exp(1.6 * Chance(UInt64(flow.product), salt: 32).normal + 1.5)
      lines.cents(max(1, Int(Double(cents) / (price * exp(0.25 * chance.next.normal)))))
    }
    lines.text("\n")
  }

  // MARK: Which flows there are

  // Month in six bits, then reporter, flow, partner and product in 8, 1, 8 and 13.
  private func keys() -> UnsafeMutableBufferPointer<UInt64> {
    let scale = calibrated
    let capacity = rowCount + rowCount / 10 + 20_000
    let keys = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: capacity)
    var count = 0
    let places = model.places.count
    for reporter in 0..<places {
      for isExport in [false, true] {
        for partner in 0..<places where partner != reporter {
          for product in model.products.indices {
            let flow = TradeModel.Flow(
              reporter: reporter,
              partner: partner,
              product: product,
              isExport: isExport
            )
            append(flow, scale, to: keys, &count)
          }
        }
      }
    }
    return UnsafeMutableBufferPointer(rebasing: keys[..<count])
  }

  private func append(
    _ flow: TradeModel.Flow,
    _ scale: Double,
    to keys: UnsafeMutableBufferPointer<UInt64>,
    _ count: inout Int
  ) {
    var strength = scale * model.intensity(flow.exporter, flow.importer, flow.product)
    let relation = Chance(flow.relation(in: model), salt: 1)
    if strength < Self.weak {
      guard relation.fraction * Self.weak <= strength else { return }
      strength = Self.weak
    }
    let base =
      UInt64(flow.reporter) << 22 | (flow.isExport ? 1 << 21 : 0) | UInt64(flow.partner) << 13
      | UInt64(flow.product)
    var chance = Chance(relation.bits, salt: flow.isExport ? 2 : 4)
    // Months of silence between two months of trade are geometric.
    let silence = 1 / -strength
    var month = Int(log1p(-chance.fraction) * silence)
    while month < TradeModel.monthCount, count < keys.count {
      keys[count] = UInt64(month) << 30 | base
      count += 1
      chance = chance.next
      month += 1 + Int(min(1000, log1p(-chance.fraction) * silence))
    }
  }

  /// The scale at which a little more than the rows wanted appear.
  private var calibrated: Double {
    var (low, high) = (1e-12, 1e3)
    for _ in 0..<60 {
      let middle = (low * high).squareRoot()
      if expected(middle) < Double(rowCount) * 1.03 + 5000 { low = middle } else { high = middle }
    }
    return high
  }

  /// How many rows a scale should give, from one relation in 64.
  private func expected(_ scale: Double) -> Double {
    var sum = 0.0
    for exporter in model.places.indices {
      for importer in model.places.indices where importer != exporter {
        for product in stride(from: (exporter * 7 + importer * 13) & 63, to: 5000, by: 64) {
          let strength = scale * model.intensity(exporter, importer, product)
          sum +=
            strength < Self.weak
            ? strength / Self.weak * -expm1(-Self.weak) : -expm1(-strength)
        }
      }
    }
    return sum * 64 * 2 * Double(TradeModel.monthCount)
  }

  /// The keys by month, in each month as they were.
  private func monthly(
    _ keys: UnsafeMutableBufferPointer<UInt64>
  ) -> UnsafeMutableBufferPointer<UInt64> {
    let sorted = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: keys.count)
    var places = [Int](repeating: 0, count: TradeModel.monthCount + 1)
    for key in keys { places[Int(key >> 30) + 1] += 1 }
    for month in 0..<TradeModel.monthCount { places[month + 1] += places[month] }
    for key in keys {
      sorted[places[Int(key >> 30)]] = key
      places[Int(key >> 30)] += 1
    }
    keys.baseAddress?.deallocate()
    return sorted
  }
}

/// Lines of text on their way into a file.
private struct Lines {
  private let file: UnsafeMutablePointer<FILE>
  private var bytes: [UInt8] = []

  init(_ file: UnsafeMutablePointer<FILE>) {
    self.file = file
    bytes.reserveCapacity(1 << 20)
  }

  mutating func text(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    if bytes.count > 1 << 20 - 64 { flush() }
  }

  mutating func digits(_ number: Int, _ count: Int) {
    var divisor = 1
    for _ in 1..<count { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(48 + number / divisor % 10))
      divisor /= 10
    }
  }

  mutating func cents(_ cents: Int) {
    var count = 1
    var rest = cents / 100
    while rest >= 10 {
      rest /= 10
      count += 1
    }
    digits(cents / 100, count)
    bytes.append(UInt8(ascii: "."))
    digits(cents % 100, 2)
  }

  mutating func flush() {
    fwrite(bytes, 1, bytes.count, file)
    bytes.removeAll(keepingCapacity: true)
  }
}
