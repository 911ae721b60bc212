import Engine
import Guidance
import Testing

@testable import ClickHouse

@Suite("Addresses of tables")
struct AddressTests {
  private func code(_ text: String) -> Diagnostic.Code? {
    do throws(Diagnostic) {
      _ = try ServerAddress(text)
      return nil
    } catch { return error.code }
  }

  @Test("are read in all their parts")
  func parts() throws {
    let address = try ServerAddress(
      "clickhouses://an%40a@one.example.org,10.0.0.2:9443/trade.facts%20x?ca=/a%20b.pem&timeout=60"
    )
    #expect(address.isEncrypted)
    #expect(address.user == "an@a")
    #expect(address.hosts.map(\.description) == ["one.example.org:8443", "10.0.0.2:9443"])
    #expect(address.database == "trade")
    #expect(address.table == "facts x")
    #expect(address.options == ["ca": "/a b.pem", "timeout": "60"])
    #expect(address.timeout == 60)
    #expect(try ServerAddress("clickhouse://host/table").database == "default")
  }

  @Test(
    "are refused where they make no sense",
    arguments: [
      "clickhouse://", "clickhouse://host", "clickhouse://host/", "http://host/a.b",
      "clickhouse://ho st/a.b",
      "clickhouse://host:x/a.b", "clickhouse://host:99999/a.b", "clickhouse://host/a.b.c",
      "clickhouse://host/a.b?timeout=soon", "clickhouse://host/a.b?ca", "clickhouse://host/a%0Ab",
      "clickhouse://host/a%zz",
      "clickhouse://host\u{0}/a.b", "clickhouse:///a.b",
    ]
  )
  func malformed(_ text: String) {
    #expect(code(text) == "bad-address")
  }

  @Test(
    "never hold a password",
    arguments: [
      "clickhouse://ann:secret@host/a.b", "clickhouse://ann:sec@ret@host/a.b",
      "clickhouse://ann:a/b@host/a.b",
      "clickhouse://:x@host/a.b",
    ]
  )
  func passwords(_ text: String) {
    #expect(code(text) == "password-in-address")
    #expect(RemoteTable.holdsPassword("open \"\(text)\" as world"))
    do throws(Diagnostic) {
      _ = try ServerAddress(text)
    } catch {
      #expect(error.span == nil)
      #expect(!"\(error)".contains("secret") && !"\(error)".contains("a/b"))
    }
  }

  @Test("without a password are no secret")
  func noPasswords() {
    #expect(!RemoteTable.holdsPassword("open \"clickhouse://ann@host:8123/a.b\" as world"))
    #expect(!RemoteTable.holdsPassword("exports to US"))
  }

  @Test("exceptions of old and new servers are read")
  func exceptions() throws {
    let old =
      "Code: 279, e.displayText() = DB::Exception: All connection tries failed. Log: "
      + "Code: 210, Connection refused (10.0.0.7:9000), e.what() = DB::Exception"
    let new =
      "Code: 279. DB::Exception: All connection tries failed (10.0.0.7:9000). (ALL_CONNECTION_TRIES_FAILED)\n"
    let address = try ServerAddress("clickhouse://host/a.b")
    for text in [old, new] {
      let failure = ServerFailure(status: 500, Array(text.utf8))
      #expect(failure.code == 279)
      #expect(
        failure.diagnostic(address).message
          == "a part of the cluster did not answer (10.0.0.7:9000), so there is no sum"
      )
    }
    #expect(ServerFailure(status: 401, []).diagnostic(address).code == "server-refused")
    #expect(
      ServerFailure(status: 502, Array("bad gateway".utf8)).diagnostic(address).code
        == "server-failed"
    )
  }
}
