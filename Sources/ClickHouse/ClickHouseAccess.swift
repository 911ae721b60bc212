import Catalogue
import Engine
import Guidance

/// Opens tables in ClickHouse.
package struct ClickHouseAccess: ServerAccess {
  /// The password of a user on a host, from where the program keeps it; nil where it has none.
  private let password: @Sendable () -> String?
  /// Asks for the password of `user@host`; nil where nobody can be asked.
  private let ask: @Sendable (_ whose: String) -> String?
  /// Certificates to trust where the address names none.
  private let certificates: String?
  private let isCancelled: @Sendable () -> Bool

  package init(
    password: @escaping @Sendable () -> String?,
    ask: @escaping @Sendable (_ whose: String) -> String? = { _ in nil },
    certificates: String? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.password = password
    self.ask = ask
    self.certificates = certificates
    self.isCancelled = isCancelled
  }

  package func open(_ table: RemoteTable) throws(Diagnostic) -> any FactSource {
    let address = try self.address(table.address)
    return try withPassword(address) { password throws(Diagnostic) in
      let server = Server(address, password: password)
      return ClickHouseFacts(try ServerTable(table, on: server, isCancelled: isCancelled))
    }
  }

  package func load(
    _ data: DataSet,
    into text: String,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(Diagnostic) -> [String] {
    let address = try self.address(text)
    return try withPassword(address) { password throws(Diagnostic) in
      let loader = try TableLoader(data, Server(address, password: password), isCancelled)
      return try loader.run()
    }
  }

  private func address(_ text: String) throws(Diagnostic) -> ServerAddress {
    var address = try ServerAddress(text)
    if address.options["ca"] == nil { address.options["ca"] = certificates }
    return address
  }

  /// Tries with the password there is, and asks for one where the server wants another.
  private func withPassword<Value>(
    _ address: ServerAddress,
    _ body: (String?) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Value {
    let known = password()
    do throws(Diagnostic) {
      return try body(known)
    } catch {
      guard error.code == "server-refused", known == nil,
        let asked = ask("\(address.user ?? "default")@\(address.hosts[0].name)")
      else { throw error }
      return try body(asked)
    }
  }
}
