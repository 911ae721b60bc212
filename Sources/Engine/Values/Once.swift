import Synchronization

/// A value that is worked out when it is first asked for, and kept.
struct Once<Value: Sendable>: ~Copyable, Sendable {
  private let known = Mutex<Value?>(nil)

  func value(_ make: () -> Value) -> Value {
    known.withLock { known in
      if let value = known { return value }
      let value = make()
      known = value
      return value
    }
  }
}
