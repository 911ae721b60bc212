import Columns
import Guidance

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Measures the column store and the language on it against other engines.
///
///     tradewind-bench compare [--rows 10k,10m,100m] [--help]
///     tradewind-bench generate ROWS facts.csv
///     tradewind-bench import facts.csv facts.tws [--no-rollups] [--threads N]
///     tradewind-bench agree [--rows 10k,10m] [--queries 500] [--seed 1] [--help]
///     tradewind-bench serve facts.tws [--no-rollups] [--whole]
///     tradewind-bench kernels facts.tws [--no-rollups] [--threads N]
///     tradewind-bench charts
///
/// `compare` does everything: it makes data, loads every engine with them, lets the engines take
/// turns, checks that they agree, and writes `Docs/Benchmarks.md`. `agree` asks random questions of
/// us and of DuckDB and compares every number. `serve` answers queries of the language line by line;
/// `kernels` measures bare scans.
@main
struct Main {
  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    if let command = arguments.first, ["compare", "agree"].contains(command) {
      return handOver(to: "\(command).py", Array(arguments.dropFirst()))
    }
    let usesRollups = !take("--no-rollups", from: &arguments)
    let isWhole = take("--whole", from: &arguments)
    var threads = Threads.all
    if let place = arguments.firstIndex(of: "--threads"), place + 1 < arguments.count {
      threads = Threads(Int(arguments[place + 1]) ?? 2)
      arguments.removeSubrange(place...place + 1)
    }
    do {
      switch (arguments.first, arguments.count) {
      case ("generate", 3):
        guard Generator(rowCount: Int(arguments[1]) ?? 0).write(to: arguments[2]) else {
          fail("'\(arguments[2])' could not be written with so many rows")
        }
      case ("import", 3): try Loading(usesRollups, threads).run(arguments[1], into: arguments[2])
      case ("serve", 2): try QueryServer(arguments[1], usesRollups, isWhole: isWhole).serve()
      case ("kernels", 2): try Kernels(arguments[1], usesRollups, threads).run()
      case ("charts", 1): Drawings.run()
      default:
        let commands = "compare | agree | generate | import | serve | kernels | charts"
        fail("usage: tradewind-bench \(commands)")
      }
    } catch let error as Diagnostic {
      fail(error.message)
    } catch {
      fail("\(error)")
    }
  }

  private static func fail(_ message: String) -> Never {
    let line = Array((message + "\n").utf8)
    _ = write(2, line, line.count)
    exit(1)
  }

  private static func take(_ flag: String, from arguments: inout [String]) -> Bool {
    guard let place = arguments.firstIndex(of: flag) else { return false }
    arguments.remove(at: place)
    return true
  }

  /// Hands over to the script that starts and asks all engines, most of which live in Python.
  private static func handOver(to script: String, _ arguments: [String]) {
    var arguments = arguments
    var python = "python3"
    if let place = arguments.firstIndex(of: "--python"), place + 1 < arguments.count {
      python = arguments[place + 1]
      arguments.removeSubrange(place...place + 1)
    }
    let own = CommandLine.arguments[0]
    let words = [python, "Sources/Benchmarks/\(script)", "--own", own] + arguments
    var pointers = words.map { strdup($0) } + [nil]
    execvp(python, &pointers)
    fail("'\(python)' could not be started")
  }
}

func milliseconds(_ duration: Duration) -> Double {
  Double(duration.components.seconds) * 1e3 + Double(duration.components.attoseconds) * 1e-15
}
