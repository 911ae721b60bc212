import Catalogue
import Columns
import Engine
import Guidance
import Language
import Reports

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Answers queries of the language, line by line: text in, answer out, nothing remembered between.
struct QueryServer {
  private let bench: Workbench
  /// Whether lines are answers in full instead of what is enough to compare engines by.
  private let isWhole: Bool
  private let openTime: Double
  private let clock = ContinuousClock()

  init(_ path: String, _ usesRollups: Bool, isWhole: Bool = false) throws(Diagnostic) {
    self.isWhole = isWhole
    let start = clock.now
    let store: Store
    do throws(StoreError) {
      store = try Store(path)
    } catch {
      throw Diagnostic(error)
    }
    guard let data = DataSet(store, name: "facts") else {
      throw Diagnostic("not-a-store", "'\(path)' holds no trade facts")
    }
    bench = Workbench(EmbeddedFacts(data, usesRollups: usesRollups))
    openTime = milliseconds(clock.now - start)
  }

  /// Reads queries until `quit`; every answer is one line of JSON.
  func serve() {
    say("{\"load_s\":\(openTime / 1000),\(Resident.now)}")
    while let line = readLine(), line != "quit" {
      if line == "memory" {
        say("{\(Resident.now)}")
        continue
      }
      if line == "names" {
        say(names.text)
        continue
      }
      let start = clock.now
      do throws(Diagnostic) {
        let answer = try answer(line)
        if isWhole {
          say(JSONWriter.text(of: answer, on: Page(input: line)).plainLines.joined())
          continue
        }
        let time = milliseconds(clock.now - start)
        say("{\"ms\":\(time),\(answer.digest)}")
      } catch  where ["nothing-matches", "not-loaded"].contains(error.code) {
        say("{\"ms\":\(milliseconds(clock.now - start)),\"rows\":0,\"sum\":0,\"squares\":0}")
      } catch {
        say("{\"error\":\"\(error.code.rawValue): \(error.message)\"}")
      }
    }
  }

  /// The way of an entry at the prompt: parse, resolve, scan, answer.
  private func answer(_ text: String) throws(Diagnostic) -> Answer {
    guard case .query(let query)? = try parse(text, bench.vocabulary) else {
      throw Diagnostic("needs-query", "'\(text)' is no query")
    }
    return try Answerer(bench).answer(query)
  }

  /// How answers call places and products, by their codes; products of two and four digits too.
  private var names: JSONValue {
    let data = bench.data
    let places = data.places + (data.reporterPlaces ?? [])
    let prefixes = data.products.flatMap { product in
      [2, 4].map { String(product.code.prefix($0)) }.map { code in
        Product.known(code) ?? Product(code: code, name: "HS \(code)")
      }
    }
    func members(_ names: [String: String]) -> JSONValue {
      .object(names.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) })
    }
    return .object([
      .init("places", members(Dictionary(places.map { ($0.code, $0.name) }) { $1 })),
      .init(
        "products",
        members(
          Dictionary((data.products + prefixes).map { ($0.code, $0.name) }) { first, _ in first }
        )
      ),
    ])
  }

  /// Whoever asked waits for the line.
  private func say(_ line: String) {
    print(line)
    fflush(nil)
  }
}

extension Answer {
  /// What answers of several engines must agree in: of the first column of numbers how many are
  /// neither zero nor without meaning, their sum and the sum of their squares.
  fileprivate var digest: String {
    var (count, sum, squares) = (0, 0.0, 0.0)
    func add(_ cell: Cell) {
      guard let number = cell.number, number != 0 else { return }
      count += 1
      sum += number
      squares += number * number
    }
    switch content {
    case .scalar(let scalar): add(scalar.cell)
    case .series(let points): points.points.forEach { add($0.cell) }
    case .table(let table):
      for column in table.measured {
        for case .cell(let cell) in column.values { add(cell) }
      }
    default: break
    }
    return "\"rows\":\(count),\"sum\":\(sum),\"squares\":\(squares)"
  }
}

extension Table {
  /// The columns of numbers; a column of shares repeats what the one before it says.
  fileprivate var measured: [Column] { columns.filter { $0.unit != nil && $0.name != "share" } }
}
