import Foundation
import Guidance
import Reports
import Shell
import TestKit
import Testing

@Suite("Every question")
struct KindTests {
  @Test("is answered in the kind and unit that it asks for")
  func kinds() throws {
    for question in Questions.all {
      var workspace = Desk.workspace
      let kind =
        switch workspace.result(of: question.query) {
        case .failure(let diagnostic): diagnostic.code.rawValue
        case .success: try self.kind(workspace, question.query)
        }
      #expect(kind == question.kind, "\(question.query)")
    }
  }

  /// The kind of an answer as programs read it, with its unit where it has one.
  private func kind(_ workspace: Workspace, _ query: String) throws -> String {
    var workspace = workspace
    let data = Data(workspace.data(of: query).utf8)
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let kind = object?["kind"] as? String ?? ""
    guard kind == "scalar" || kind == "series", let unit = object?["unit"] as? String else {
      return kind
    }
    return "\(kind) · \(unit)"
  }
}
