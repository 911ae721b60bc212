import Guidance

/// Settings under which a sum is whole or fails, whatever the profile of the user says.
///
/// A server may be told to leave out shards that are down, to give what it has when the time is up,
/// or to stop at a number of groups; each makes a sum that is too small and looks like any other.
enum SafeSettings {
  static let values = [
    "skip_unavailable_shards": "0",
    "timeout_overflow_mode": "throw",
    "read_overflow_mode": "throw",
    "group_by_overflow_mode": "throw",
    "result_overflow_mode": "throw",
    "set_overflow_mode": "throw",
    "distinct_overflow_mode": "throw",
    "transfer_overflow_mode": "throw",
    "distributed_group_by_no_merge": "0",
    "max_parallel_replicas": "1",
    "extremes": "0",
    "limit": "0",
    "offset": "0",
  ]

  static let names = values.keys.sorted()

  /// Asks which of the settings the server knows, and how they stand for the user.
  static var statement: String {
    let list = names.map(SQL.literal).joined(separator: ", ")
    return "SELECT name, value FROM system.settings WHERE name IN (\(list)) FORMAT TabSeparated"
  }

  static func refusal(_ name: String, _ value: String) -> Diagnostic {
    Diagnostic(
      "sums-not-whole",
      "the server would give this user sums that may be partial: \(name) is \(value)",
      notes: [
        "the user may change no settings, so its profile has to say \(name) = \(values[name] ?? "")"
      ]
    )
  }
}
