import Catalogue
import Engine
import Guidance
import Periods
import Testing

@testable import Reports

@Suite("Answers for programs and documents")
struct FormatTests {
  private func lines(_ writer: any Writer.Type, _ answer: Answer) -> [String] {
    writer.text(of: answer, on: Page(input: "q")).plainLines
  }

  @Test("JSON has the promised shape for a number")
  func scalar() {
    let json = lines(JSONWriter.self, Sample.growth)
    let expected = """
      {"input":"q","reading":"exports to US yoy 2025-11","description":[],"kind":"scalar",\
      "unit":"percent","period":"2025-11","value":-28.6,"state":"ok",\
      "comparison":{"label":"a year earlier","value":8.04,"state":"ok"},\
      "context":[],"notes":[],"issuers":[],"sources":[]}
      """
    #expect(json == [expected])
  }

  @Test("JSON has the promised shape for a series")
  func series() {
    let answer = Sample.answer("exports", .series(Sample.series([330.35, nil])))
    let expected = """
      {"input":"q","reading":"exports","description":[],"kind":"series","unit":"USD bn",\
      "frequency":"month","points":[{"period":"2025-01","value":330.35,"state":"ok"},\
      {"period":"2025-02","value":null,"state":"missing","reason":"combined"}],\
      "context":[],"notes":[],"issuers":[],"sources":[]}
      """
    #expect(lines(JSONWriter.self, answer) == [expected])
  }

  @Test("JSON has null in a table where there is no figure, and says why beside it")
  func table() {
    let json = lines(JSONWriter.self, Sample.answer("t", .table(Sample.table)))[0]
    #expect(json.contains(#""columns":[{"name":"partner"},{"name":"exports","unit":"USD bn"},"#))
    #expect(json.contains(#""rows":[["US",33.8,10.2],["ASEAN",57.5,17.4],["南朝鮮",-0.04,null]]"#))
    #expect(json.contains(#"{"row":2,"column":2,"state":"missing","reason":"not-reported"}"#))
  }

  @Test("JSON has the promised shape for spells, checks and text")
  func others() {
    let spells = lines(JSONWriter.self, Sample.answer("when", .periods(Sample.spells)))[0]
    #expect(spells.contains(#""kind":"periods""#))
    #expect(spells.contains(#""spells":[{"from":"2025-04","to":"2025-11","length":8,"#))
    let check = lines(JSONWriter.self, Sample.answer("e", .check(Sample.check(holds: true))))[0]
    #expect(check.contains(#""kind":"check","holds":true,"relation":"=","actual":1075.9,"#))
    #expect(check.contains(#""expected":1080,"tolerance":10,"unit":"USD bn""#))
    let text = lines(JSONWriter.self, Sample.answer("help", .text(["a\"b", "c"])))[0]
    #expect(text.contains(#""kind":"text","lines":["a\"b","c"]"#))
  }

  @Test("JSON reports an error with its place in bytes and what to write instead")
  func error() {
    let span = SourceSpan(11, 15)
    let fix = Fix("did you mean `Japan`?", replacing: span, with: "Japan")
    let diagnostic = Diagnostic("unknown-partner", "I do not know 'Jpan'", at: span, fix: fix)
    let expected = """
      {"input":"q","kind":"error","error":{"code":"unknown-partner",\
      "message":"I do not know 'Jpan'","span":[11,15],"fix":"did you mean `Japan`?",\
      "suggestion":"Japan"}}
      """
    #expect(JSONWriter.text(of: diagnostic, on: Page(input: "q")).plainLines == [expected])
  }

  @Test("JSON strings are escaped")
  func escapes() {
    let text = JSONValue.string("\"\\\n\r\t\u{0}\u{1B}\u{2028}\u{200F}é中😀").text
    #expect(text == #""\"\\\n\r\t\u0000\u001b\u2028\u200fé中😀""#)
  }

  @Test("CSV has one row for each figure")
  func csv() {
    let answer = Sample.answer("exports", .series(Sample.series([330.35, nil])))
    let expected = [
      "period,value,unit,state,reason,reading,source", "2025-01,330.35,USD bn,ok,,exports,",
      "2025-02,,USD bn,missing,combined,exports,",
    ]
    #expect(lines(CSVWriter.self, answer) == expected)
    #expect(CSVWriter.lineEnding == "\r\n")
  }

  @Test("CSV says in every row what it is, and in tables which cells are no published figures")
  func wholeRows() {
    var answer = Sample.answer("t", .table(Sample.table))
    answer.description = ["exports by partner", "=2025"]
    answer.issuers = ["Customs, China"]
    answer.sources = [Source(id: "1", publisher: "a.org", address: "https://a.org")]
    let expected = [
      "partner,exports (USD bn),share (percent),remarks,reading,source",
      "US,33.8,10.2,,exports by partner · =2025,\"Customs, China, via a.org\"",
      "ASEAN,57.5,17.4,,exports by partner · =2025,\"Customs, China, via a.org\"",
      "南朝鮮,-0.04,,share: missing (not-reported),exports by partner · =2025,\"Customs, China, via a.org\"",
    ]
    #expect(lines(CSVWriter.self, answer) == expected)
  }

  static let fields: [(String, String)] = [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""),
    ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("-5", "-5"), ("+1.5e3", "+1.5e3"),
    ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"), ("=a,b", "\"'=a,b\""), ("", ""),
    ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""), ("\n=1", "\"'\n=1\""), ("＝1", "'＝1"), ("-", "'-"),
    ("-1+1", "'-1+1"), ("+nan", "'+nan"), ("-inf", "'-inf"), ("−5", "−5"), ("a=1", "a=1"),
  ]

  @Test("CSV fields are quoted and formulas disarmed", arguments: fields)
  func field(_ text: String, _ expected: String) {
    #expect(CSVWriter.field(text) == expected)
  }

  @Test("Markdown is a pipe table whose text is escaped")
  func markdown() {
    var table = Sample.table
    let name = Table.Value.label("a|b <i>*x*")
    table.columns[0].values = Table.Values([name] + table.columns[0].values.dropFirst())
    let expected = [
      "*t*", "", "| partner | exports USD bn | share % |", "| :-- | --: | --: |",
      "| a\\|b &lt;i>\\*x\\* | 33.8 | 10.2 |", "| ASEAN | 57.5 | 17.4 |", "| 南朝鮮 | 0.0 | · |",
      "| **total** | **91.3** | **27.6** |", "", "· not reported by the source: 南朝鮮",
    ]
    #expect(lines(MarkdownWriter.self, Sample.answer("t", .table(table))) == expected)
  }

  @Test("every writer has its own name and a summary of at most 80 characters")
  func entries() {
    let names = writers.flatMap { [$0.entry.name] + $0.entry.aliases }
    #expect(Set(names).count == names.count)
    for writer in writers {
      #expect(writer.entry.summary.count <= 80)
      #expect(Reports.writer(named: writer.entry.name)?.entry == writer.entry)
    }
  }
}
