import Teaching
import TestKit
import Testing

@Suite("A typed number")
struct TypedNumberTests {
  @Test(
    "is read in any spelling",
    arguments: [
      ("1.19 trn", 1.19e12), ("1,189 USD bn", 1.189e12), ("$1.19trn", 1.19e12),
      ("US$ 1.19 trillion", 1.19e12), ("1189 billion dollars", 1.189e12), ("1 189 bn", 1.189e12),
      ("1'189 bn", 1.189e12), ("1,19 trn", 1.19e12), ("12.3%", 12.3), ("12.3 per cent", 12.3),
      ("-12.3 percent", -12.3), ("−12.3 %", -12.3), ("minus 12.3 %", -12.3), ("+5.4", 5.4),
      ("12.3 pp", 12.3), ("0.4 percentage points", 0.4), ("about 5.4 %", 5.4), (".5 %", 0.5),
      ("5.4 %.", 5.4), ("11.9 万亿", 11.9e12), ("118 亿 usd", 1.18e10), ("-$5 bn", -5e9),
      ("3 times", 3), ("12 mn t", 1.2e7),
    ]
  )
  func spellings(text: String, value: Double) throws {
    let number = try #require(TypedNumber(text))
    let read = number.mantissa * (number.scale ?? 1)
    #expect(abs(read - value) <= 1e-9 * abs(value), "\(read)")
  }

  @Test(
    "is nothing else",
    arguments: [
      "", "bn", "exports", "5 apples", "5.4.3", "1 bn bn", "5 % pp", "US", "2 + 2", "--5", "5-4",
      "1e400", "NaN", "inf", "%", "1,,2..3", "exports 2025",
    ]
  )
  func others(text: String) {
    #expect(TypedNumber(text) == nil)
  }

  @Test("is right to half a unit of its last digit, and the reply says so")
  func rounding() throws {
    // surplus 2025 is 1,180.1 USD bn.
    for text in ["1,180.1 bn", "1,180 bn", "1.18 trn", "1180", "$1.2trn", "1,180,100 mn"] {
      #expect(try Exam.judgement(on: text, to: "surplus 2025").outcome == .right, "\(text)")
    }
    for text in ["1,181 bn", "1.19 trn", "1,180.3 bn", "1,180.1 mn", "1,180.1 %", "-1,180 bn"] {
      #expect(try Exam.judgement(on: text, to: "surplus 2025").outcome == .wrong, "\(text)")
    }
    let reply = try Exam.judgement(on: "1.18 trn", to: "surplus 2025")
    #expect(reply.sentence == "Right to the digits you typed (± 5.0 USD bn): 1,180.1 USD bn")
  }

  @Test("of one digit is not enough, and costs nothing")
  func coarse() throws {
    #expect(try Exam.judgement(on: "1 trn", to: "surplus 2025").outcome == .unfinished)
    #expect(try Exam.judgement(on: "5 %", to: "exports yoy 2025").outcome == .unfinished)
    #expect(try Exam.judgement(on: "5.4 %", to: "exports yoy 2025").outcome == .right)
  }

  @Test("may differ by the teacher's tolerance, and have either sign where the teacher says so")
  func attributes() throws {
    let tolerant = "tolerance=0.5pp"
    let yoy = "exports yoy 2025"
    #expect(try Exam.judgement(on: "5.8 %", to: yoy).outcome == .wrong)
    #expect(try Exam.judgement(on: "5.8 %", to: yoy, attributes: tolerant).outcome == .right)
    let fall = "exports to US yoy 2025-11"
    #expect(try Exam.judgement(on: "28.6 %", to: fall).outcome == .wrong)
    #expect(try Exam.judgement(on: "28.6 %", to: fall, attributes: "sign=any").outcome == .right)
  }
}
