import CTransfer
import Synchronization

/// One HTTP request and what came of it.
struct Transfer: Sendable {
  var url: String
  var user: String?
  var password: String?
  var body: [UInt8] = []
  var certificates: String?
  var isDirect = false
  /// Seconds until it is given up; 0 for never.
  var timeout = 0.0

  enum Outcome: Sendable {
    case reply(status: Int, body: [UInt8])
    case noLibrary
    case cancelled
    /// Nothing was sent.
    case noConnection(String)
    case noTrust(String)
    case timeout
    case broken(String)
  }
}

/// Connections to servers, kept open from one request to the next.
final class Connections: Sendable {
  private struct Idle: @unchecked Sendable {
    // A connection is used by one thread at a time: whoever took it out of the list.
    var handles: [OpaquePointer] = []
  }

  private let idle = Mutex(Idle())

  deinit {
    idle.withLock { idle in
      for handle in idle.handles { transfer_close(handle) }
    }
  }

  func perform(
    _ transfer: Transfer,
    isCancelled: @escaping () -> Bool = { false }
  ) -> Transfer.Outcome {
    guard let connection = idle.withLock({ $0.handles.popLast() }) ?? transfer_open() else {
      return .noLibrary
    }
    let outcome = run(transfer, on: connection, Reply(isCancelled))
    nonisolated(unsafe) let handle = connection
    idle.withLock { $0.handles.append(handle) }
    return outcome
  }

  /// What C calls back into while a request runs.
  private final class Reply {
    var bytes: [UInt8] = []
    let isCancelled: () -> Bool
    init(_ isCancelled: @escaping () -> Bool) { self.isCancelled = isCancelled }
  }

  private func run(
    _ transfer: Transfer,
    on connection: OpaquePointer,
    _ reply: Reply
  ) -> Transfer.Outcome {
    var request = transfer_request()
    request.connect_milliseconds = 5_000
    request.total_milliseconds = Int(transfer.timeout * 1_000)
    request.is_direct = transfer.isDirect ? 1 : 0
    request.body_count = transfer.body.count
    request.context = Unmanaged.passUnretained(reply).toOpaque()
    request.sink = { bytes, count, context in
      guard let bytes, let context else { return 0 }
      let reply = Unmanaged<Reply>.fromOpaque(context).takeUnretainedValue()
      reply.bytes += UnsafeRawBufferPointer(start: bytes, count: count)
      return count
    }
    request.is_cancelled = { context in
      guard let context else { return 0 }
      return Unmanaged<Reply>.fromOpaque(context).takeUnretainedValue().isCancelled() ? 1 : 0
    }
    var result = transfer_result()
    withExtendedLifetime(reply) {
      withCStrings([transfer.url, transfer.user, transfer.password, transfer.certificates]) {
        texts in
        request.url = texts[0]
        request.user = texts[1]
        request.password = texts[2]
        request.ca_file = texts[3]
        transfer.body.withUnsafeBytes { body in
          // A body of no bytes still has to be one.
          request.body =
            body.baseAddress?.assumingMemoryBound(to: CChar.self) ?? UnsafePointer(texts[0])
          transfer_perform(connection, &request, &result)
        }
      }
    }
    let error = withUnsafeBytes(of: result.error) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    switch Int(result.outcome) {
    case TRANSFER_DONE: return .reply(status: result.status, body: reply.bytes)
    case TRANSFER_CANCELLED: return .cancelled
    case TRANSFER_NO_CONNECTION: return .noConnection(error)
    case TRANSFER_NO_TRUST: return .noTrust(error)
    case TRANSFER_TIMEOUT: return .timeout
    default: return .broken(error)
    }
  }
}

/// Lends texts to C as long as the body runs; nil stays NULL.
private func withCStrings(
  _ texts: [String?],
  _ body: ([UnsafePointer<CChar>?]) -> Void
) {
  func lend(_ rest: ArraySlice<String?>, _ lent: [UnsafePointer<CChar>?]) {
    guard let first = rest.first else { return body(lent) }
    guard let text = first else { return lend(rest.dropFirst(), lent + [nil]) }
    text.withCString { lend(rest.dropFirst(), lent + [$0]) }
  }
  lend(texts[...], [])
}
