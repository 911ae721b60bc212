import Catalogue
import Engine
import Guidance
import Periods

/// Sums by the key of the members that stay apart, and by period.
typealias MemberSums = [String: [Period: Amount]]

/// Turns the rows of a reply into sums.
struct Reply {
  let layout: TableLayout
  let contents: TableContents

  static let malformed = Diagnostic(
    "server-failed",
    "the server's reply is not what was asked for",
    notes: ["nothing of it is used"]
  )

  static let changed = Diagnostic(
    "table-changed",
    "the table has members now that were not there when it was opened",
    notes: ["`refresh` looks at it anew"]
  )

  /// The sums of each request by the key of the members that stay apart, and by period.
  func sums(
    _ rows: Rows,
    of passes: [Pass],
    for requests: [FactRequest],
    settings: [String: String]
  ) throws(Diagnostic) -> [MemberSums] {
    var sums = [MemberSums](repeating: [:], count: requests.count)
    var problem: Diagnostic?
    var finders = passes.map { Finder($0, contents, requests) }
    var periods: [UInt64: Period?] = [:]
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
      guard !fields[6].isEmpty else { return }
      guard let amount = amount(fields) else {
        problem = Reply.tooLarge
        return
      }
      guard let period = period(fields[5], &periods),
        let targets = finders[number].targets(of: fields)
      else {
        problem = Reply.changed
        return
      }
      for target in targets {
        var sum = sums[target.request][target.member, default: [:]][period]
        if sum == nil {
          sum = amount
        } else if sum?.add(amount) == false {
          problem = Reply.tooLarge
        }
        sums[target.request][target.member, default: [:]][period] = sum
      }
    }
    if let problem { throw problem }
    return sums
  }

  /// The sum in a row; nil for one that ran over, or is no number.
  func amount(_ fields: [UnsafeRawBufferPointer]) -> Amount? {
    guard let amount = Amount(fields[6], scale: layout.scale) else { return nil }
    guard fields[7].isEmpty || isPlausible(amount, fields[7]) else { return nil }
    return amount
  }

  static let tooLarge = Diagnostic(
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
  static func problem(
    ofSetting fields: [UnsafeRawBufferPointer],
    _ settings: [String: String]
  ) -> Diagnostic? {
    guard Rows.text(fields[0]) == "setting" else { return malformed }
    let (name, value) = (Rows.text(fields[1]), Rows.text(fields[2]))
    guard let wanted = settings[name], wanted != value else { return nil }
    return SafeSettings.refusal(name, value)
  }
}

/// Finds for a row of a pass the requests that it belongs to, and the members that it is of.
private struct Finder {
  let pass: Pass
  let contents: TableContents
  let requests: [FactRequest]
  /// The roles that only tell requests apart.
  private let merged: [Role]
  private var known: [[UInt8]: [Target]?] = [:]

  struct Target {
    var request: Int
    var member: String
  }

  init(_ pass: Pass, _ contents: TableContents, _ requests: [FactRequest]) {
    self.pass = pass
    self.contents = contents
    self.requests = requests
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
    let scans = pass.scans.filter { entry in
      merged.allSatisfy { role in
        guard case .only(let members) = entry.scan.members[role] ?? .all else { return true }
        return members.contains(byRole[role] ?? "")
      }
    }
    var targets: [Target] = []
    for (position, _) in scans {
      let request = requests[position]
      let codes = request.axes.map { contents.code(byRole[$0.role] ?? "", along: $0, request) }
      guard codes.allSatisfy({ $0 != nil }) else { return nil }
      targets.append(
        Target(request: position, member: FactRequest.key(codes.compactMap { $0 }))
      )
    }
    return targets
  }
}
