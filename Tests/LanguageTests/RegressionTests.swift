import Guidance
import Language
import Periods
import Testing

@Suite("Statements of the toolbox")
struct RegressionTests {
  private func argument(_ text: String) throws(Diagnostic) -> Command.Argument? {
    guard case .command(let command)? = try parse(text, .sample) else { return nil }
    return command.argument
  }

  /// What is typed behind `regress` or `unitroot`, and the one way in which it is printed.
  static let regressions: [(String, String)] = [
    ("regress exports on imports", "exports on imports"),
    (
      "regress exports yoy on imports yoy, pmi since 2018",
      "exports yoy since 2018 on imports yoy since 2018, pmi since 2018"
    ),
    (
      "regress log(exports to US, EU) on log(gdp) by year",
      "exports to US, EU log by year on gdp log by year"
    ),
    (
      "regress exports on imports from US, pmi using HAC 6",
      "exports on imports from US, pmi using hac 6"
    ),
    ("regress exports - imports on (pmi < 50)", "exports - imports on (pmi < 50)"),
    ("unitroot exports log using trend 4 lags", "exports log using trend 4 lags"),
  ]

  @Test("read a chain of operands and a method", arguments: regressions)
  func reads(typed: String, printed: String) throws {
    guard case .regression(let regression)? = try argument(typed) else {
      Issue.record("`\(typed)` is no regression")
      return
    }
    #expect(regression.description == printed)
    guard case .regression(let again)? = try argument("\(typed.prefix { $0 != " " }) \(printed)")
    else {
      Issue.record("`\(printed)` is no regression")
      return
    }
    #expect(again == regression)
  }

  @Test("read names that only the data know behind `on`")
  func readsNames() throws {
    guard
      case .gravity(let query, let names, let words)? = try argument(
        "gravity exports by year since 2015 on log distance, EU, \"common border\" using pair effects"
      )
    else {
      Issue.record("this is no gravity")
      return
    }
    #expect(query.description == "exports by year since 2015")
    #expect(names.map(\.text) == ["log distance", "EU", "\"common border\""])
    #expect(words.map(\.text) == ["pair", "effects"])
  }

  @Test("tell the end of a projection from a partner")
  func readsAims() throws {
    guard
      case .projection(let subject, let end, let rate)? = try argument(
        "project exports to US to 2030 at 5%"
      )
    else {
      Issue.record("this is no projection")
      return
    }
    #expect(subject.description == "exports to US")
    #expect(end.description == "2030")
    #expect(rate.description == "5%")
    guard
      case .target(let aim, let amount, let day)? = try argument(
        "pace of exports to US to 300 bn by 2028"
      )
    else {
      Issue.record("this is no target")
      return
    }
    #expect(aim.description == "exports to US")
    #expect(amount.description == "300 bn")
    #expect(day.description == "2028")
  }

  @Test(
    "say what is missing",
    arguments: [
      ("regress exports", "needs-on"), ("regress exports on", "needs-query"),
      ("regress exports on imports using", "needs-method"), ("gravity exports on", "needs-name"),
      ("gravity exports", "needs-on"), ("project exports", "needs-to"),
      ("project exports to 2030", "needs-rate"), ("pace of exports to 2030", "needs-number"),
      ("pace of exports to 5 trillion", "needs-by"), ("exports between 2018", "needs-and"),
    ]
  )
  func missing(typed: String, code: String) {
    do throws(Diagnostic) {
      _ = try parse(typed, .sample)
      Issue.record("`\(typed)` is read")
    } catch {
      #expect(error.code.rawValue == code)
      #expect((error.span?.end ?? 0) <= typed.utf8.count)
    }
  }
}
