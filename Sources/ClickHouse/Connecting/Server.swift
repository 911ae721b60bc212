import Guidance
import Synchronization

/// A server that is asked by SQL over HTTP.
final class Server: Sendable {
  let address: ServerAddress
  private let password: String?
  private let connections = Connections()
  private let statementCount = Atomic(0)

  /// Marks the statements of this process on the server.
  private let mark = String(UInt64.random(in: .min ... .max), radix: 36)

  /// What is sent with every statement, where the user may change settings at all.
  private let settings = Mutex<[(name: String, value: String)]>([])

  init(_ address: ServerAddress, password: String?) {
    self.address = address
    self.password = password
  }

  /// How many statements were sent.
  var statementsSent: Int { statementCount.load(ordering: .relaxed) }

  func send(settings: [(name: String, value: String)]) {
    self.settings.withLock { $0 = settings }
  }

  /// Runs a statement and gives the whole reply.
  ///
  /// The server keeps the reply until it is complete, because one that breaks off midway would look
  /// like a shorter one. When the user gives up, the statement is stopped on the server as well.
  func run(
    _ sql: String,
    data: [UInt8]? = nil,
    options: [(name: String, value: String)] = [],
    isCancelled: @escaping () -> Bool = { false }
  ) throws(ServerError) -> [UInt8] {
    var problem = ServerError.unreachable("no host is named")
    for host in address.hosts {
      do throws(ServerError) {
        return try run(sql, data: data, options, on: host, isCancelled)
      } catch {
        guard case .unreachable = error else { throw error }
        problem = error
      }
    }
    throw problem
  }

  /// Runs a statement on one host.
  func run(
    _ sql: String,
    data: [UInt8]? = nil,
    _ options: [(name: String, value: String)] = [],
    on host: ServerAddress.Host,
    _ isCancelled: @escaping () -> Bool = { false }
  ) throws(ServerError) -> [UInt8] {
    let number = statementCount.add(1, ordering: .relaxed).newValue
    let id = "tradewind-\(mark)-\(number)"
    var parameters = [("wait_end_of_query", "1"), ("query_id", id)]
    parameters += settings.withLock { $0 } + options
    if data != nil { parameters.append(("query", sql)) }
    var transfer = transfer(to: host, parameters)
    transfer.body = data ?? Array(sql.utf8)
    // The server has its own limit; this one is for a server that hangs.
    transfer.timeout = Double(address.timeout) + 3
    switch connections.perform(transfer, isCancelled: isCancelled) {
    case .reply(200, let body):
      guard !Server.endsInException(body) else {
        throw .failed(ServerFailure(status: 200, Server.exception(in: body)))
      }
      return body
    case .reply(let status, let body): throw .failed(ServerFailure(status: status, body))
    case .cancelled:
      kill(id, on: host)
      throw .cancelled
    case .timeout:
      kill(id, on: host)
      throw .timeout
    case .noLibrary: throw .noLibrary
    case .noConnection(let reason): throw .unreachable("\(host): \(reason)")
    case .noTrust(let reason): throw .notTrusted("\(host): \(reason)")
    case .broken(let reason): throw .broken("\(host): \(reason)")
    }
  }

  /// Stops a statement on the server: one that is closed to the client runs on by itself.
  private func kill(_ id: String, on host: ServerAddress.Host) {
    var transfer = transfer(to: host, [])
    transfer.body = Array("KILL QUERY WHERE query_id = \(SQL.literal(id)) ASYNC".utf8)
    transfer.timeout = 2
    _ = connections.perform(transfer)
  }

  private func transfer(
    to host: ServerAddress.Host,
    _ parameters: [(String, String)]
  ) -> Transfer {
    let query = parameters.map { "\($0)=\(Server.encoded($1))" }.joined(separator: "&")
    let scheme = address.isEncrypted ? "https" : "http"
    var transfer = Transfer(url: "\(scheme)://\(host)/?\(query)")
    transfer.user = address.user ?? (password == nil ? nil : "default")
    transfer.password = password
    transfer.certificates = address.options["ca"]
    transfer.isDirect = host.isLocal
    return transfer
  }

  static func encoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        scalar.isASCII
        && (scalar.properties.isAlphabetic || "0123456789-_.".unicodeScalars.contains(scalar))
      if isPlain {
        encoded.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return encoded
  }

  /// Newer servers put an exception behind what they had sent already.
  private static func endsInException(_ body: [UInt8]) -> Bool {
    let tail = String(decoding: body.suffix(2_000), as: UTF8.self)
    return tail.contains("__exception__")
      || (tail.contains("Code: ") && tail.contains("DB::Exception"))
  }

  private static func exception(in body: [UInt8]) -> [UInt8] {
    let tail = String(decoding: body.suffix(2_000), as: UTF8.self)
    return Array((tail.firstRange(of: "Code: ").map { tail[$0.lowerBound...] } ?? tail[...]).utf8)
  }
}

/// Why a statement has no reply.
enum ServerError: Error, Sendable {
  case noLibrary
  case unreachable(String)
  case notTrusted(String)
  case broken(String)
  case timeout
  case cancelled
  case failed(ServerFailure)
  /// The server answered, but what it said will not do.
  case refused(Diagnostic)

  func diagnostic(_ address: ServerAddress) -> Diagnostic {
    switch self {
    case .noLibrary:
      Diagnostic(
        "server-unreachable",
        "servers are asked through libcurl, which is not on this machine",
        notes: ["it is the file libcurl.so.4, of a package called libcurl4"]
      )
    case .unreachable(let reason):
      Diagnostic("server-unreachable", "I cannot reach the server: \(reason)")
    case .notTrusted(let reason):
      Diagnostic(
        "server-not-trusted",
        "I do not trust the server, or it does not trust me: \(reason)",
        notes: ["`?ca=FILE` behind the address names certificates to trust"]
      )
    case .broken(let reason):
      Diagnostic(
        "shard-lost",
        "the connection broke before the answer was whole: \(reason)",
        notes: ["nothing of it is used; ask again when the server is back"]
      )
    case .timeout:
      Diagnostic(
        "server-timeout",
        "the server did not answer within \(address.timeout) seconds",
        notes: ["`?timeout=600` behind the address allows ten minutes"]
      )
    case .cancelled:
      Diagnostic("interrupted", "the evaluation was stopped before its end")
    case .failed(let failure): failure.diagnostic(address)
    case .refused(let diagnostic): diagnostic
    }
  }
}
