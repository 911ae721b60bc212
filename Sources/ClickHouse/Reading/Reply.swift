import Catalogue
import Engine
import Guidance
import Periods

/// Turns the rows of a reply into timelines, scan by scan.
struct Reply {
  let layout: TableLayout
  let contents: TableContents
  let exponent: Int

  /// Sums by scan, by member, by the position of the period.
  private typealias Sums = [[String: [Int: Amount]]]

  private static let malformed = Diagnostic(
    "server-failed",
    "the server's reply is not what was asked for",
    notes: ["nothing of it is used"]
  )

  private static let changed = Diagnostic(
    "table-changed",
    "the table has members now that were not there when it was opened",
    notes: ["`refresh` looks at it anew"]
  )

  /// The values of each scan by the code of the member that stays apart, the empty code where none
  /// does, and by period.
  func values(
    _ rows: Rows,
    of passes: [Pass],
    scanCount: Int,
    settings: [String: String]
  ) throws(Diagnostic) -> [[String: [Period: Double]]] {
    var sums = Sums(repeating: [:], count: scanCount)
    var problem: Diagnostic?
    var finders = passes.map { Finder($0, contents) }
    var periods: [UInt64: Period?] = [:]
    var places: [Period: Int] = [:]
    var list: [Period] = []
    rows.each { fields in
      guard problem == nil else { return }
      guard fields.count == 8 else {
        problem = Reply.malformed
        return
      }
      guard let number = Int(String(decoding: fields[0], as: UTF8.self)),
        finders.indices.contains(number)
      else {
        problem = Reply.problem(ofSetting: fields, settings)
        return
      }
      guard fields[6].count > 0 else { return }
      guard let amount = Amount(fields[6], scale: layout.scale) else {
        problem = Reply.tooLarge
        return
      }
      if !fields[7].isEmpty, !isPlausible(amount, fields[7]) {
        problem = Reply.tooLarge
        return
      }
      guard let period = period(fields[5], &periods),
        let targets = finders[number].targets(of: fields)
      else {
        problem = Reply.changed
        return
      }
      if places[period] == nil {
        places[period] = list.count
        list.append(period)
      }
      guard let place = places[period] else { return }
      for target in targets {
        var sum = sums[target.scan][target.member, default: [:]][place]
        if sum == nil {
          sum = amount
        } else if sum?.add(amount) == false {
          problem = Reply.tooLarge
        }
        sums[target.scan][target.member, default: [:]][place] = sum
      }
    }
    if let problem { throw problem }
    return sums.map { members in
      members.mapValues { amounts in
        var values: [Period: Double] = [:]
        values.reserveCapacity(amounts.count)
        for (place, amount) in amounts {
          values[list[place]] = amount.value(scale: layout.scale, exponent: exponent)
        }
        return values
      }
    }
  }

  private static let tooLarge = Diagnostic(
    "sum-too-large",
    "a sum is larger than the type of the column can hold, or is no number",
    notes: ["a column of type Decimal(18, 2) sums without limit"]
  )

  /// Whether an exact sum agrees with the one in floating point: one that ran over does not.
  private func isPlausible(_ amount: Amount, _ field: UnsafeRawBufferPointer) -> Bool {
    guard let rough = Double(String(decoding: field, as: UTF8.self)) else { return false }
    let exact = amount.value(scale: layout.scale, exponent: 0)
    return abs(exact - rough) <= 1e-6 * max(abs(exact), abs(rough), 1)
  }

  private func period(_ field: UnsafeRawBufferPointer, _ known: inout [UInt64: Period?]) -> Period?
  {
    // Texts of up to eight bytes are recognized as one number.
    guard field.count <= 8 else { return contents.codes.periods[Rows.text(field)] }
    let key = field.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    if let period = known[key] { return period }
    let period = contents.codes.periods[Rows.text(field)]
    known[key] = period
    return period
  }

  /// Refuses a reply that was made while sums might be partial.
  private static func problem(
    ofSetting fields: [UnsafeRawBufferPointer],
    _ settings: [String: String]
  ) -> Diagnostic? {
    guard Rows.text(fields[0]) == "setting" else { return malformed }
    let (name, value) = (Rows.text(fields[1]), Rows.text(fields[2]))
    guard let wanted = settings[name], wanted != value else { return nil }
    return SafeSettings.refusal(name, value)
  }
}

/// Finds for a row of a pass the scans that it belongs to, and the member that it is of.
private struct Finder {
  let pass: Pass
  let contents: TableContents
  /// The roles that only tell scans apart.
  private let merged: [Role]
  private var known: [[UInt8]: [Target]?] = [:]

  struct Target {
    var scan: Int
    var member: String
  }

  init(_ pass: Pass, _ contents: TableContents) {
    self.pass = pass
    self.contents = contents
    merged = Role.keys.filter { role in
      pass.shape.apart.contains(role) && !pass.scans[0].scan.apart.contains(role)
    }
  }

  /// Nil where a member is not known.
  mutating func targets(of fields: [UnsafeRawBufferPointer]) -> [Target]? {
    var key: [UInt8] = []
    for field in fields[1...4] {
      key += field
      key.append(9)
    }
    if let targets = known[key] { return targets }
    let targets = find(fields[1...4].map { Rows.text($0) })
    known[key] = targets
    return targets
  }

  private func find(_ texts: [String]) -> [Target]? {
    let byRole = Dictionary(uniqueKeysWithValues: zip(Role.keys, texts))
    var member = ""
    for role in Role.keys where pass.scans[0].scan.apart.contains(role) {
      guard let text = byRole[role], let code = contents.code(text, role) else { return nil }
      member = code
    }
    let scans = pass.scans.filter { entry in
      merged.allSatisfy { role in
        guard case .only(let members) = entry.scan.members[role] ?? .all else { return true }
        return members.contains(byRole[role] ?? "")
      }
    }
    return scans.map { Target(scan: $0.position, member: member) }
  }
}
