import Engine
import Glibc
import Guidance
import Shell

// How fast the toolbox is, from the text of an entry to its answer:
//
//   swift run -c release ToolboxBenchmark [TEXT] [TIMES]
//
// Runs the entries that hold the text, each so many times, and prints their median, the least and the
// work of all cores together. Figures are fetched anew each time; forecasts are remembered, so that
// their first run, told last, counts. What takes longer than the goal is marked.

/// What each entry may take, in milliseconds.
let goal = 50.0

func seconds(_ clock: clockid_t = CLOCK_MONOTONIC) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// How long a run takes by a clock, in milliseconds.
func duration(
  _ text: String,
  _ workspace: Workspace,
  _ clock: clockid_t = CLOCK_MONOTONIC
) throws(Diagnostic) -> Double {
  var copy = workspace
  let start = seconds(clock)
  _ = try copy.run(text)
  return (seconds(clock) - start) * 1000
}

func padded(_ milliseconds: Double) -> String {
  let text = "\((milliseconds * 10).rounded() / 10)"
  return String(repeating: " ", count: max(1, 8 - text.count)) + text
}

let wanted = CommandLine.arguments.dropFirst().first ?? ""
let times = CommandLine.arguments.dropFirst(2).first.flatMap(Int.init) ?? 11
let isOne = groups.contains { $0.entries.contains(wanted) }
var (count, late) = (0, 0)
let gap = String(repeating: " ", count: 58)
print("milliseconds" + gap.dropFirst(12) + "  median   least    work   first")
for group in groups {
  let entries = group.entries.filter {
    isOne ? $0 == wanted : wanted.isEmpty || $0.contains(wanted)
  }
  guard !entries.isEmpty else { continue }
  let workspace = Workspace(EmbeddedFacts(group.data), files: NoFiles())
  print("\n\(group.title)")
  for text in entries {
    do throws(Diagnostic) {
      let first = try duration(text, workspace)
      var durations: [Double] = []
      var work = Double.infinity
      for _ in 0..<times {
        durations.append(try duration(text, workspace))
        work = min(work, try duration(text, workspace, CLOCK_PROCESS_CPUTIME_ID))
      }
      durations.sort()
      let median = durations[durations.count / 2]
      let mark = max(median, text.contains("forecast") ? first : 0) > goal ? "  late" : ""
      let numbers = [median, durations[0], work, first].map(padded).joined()
      print(text + gap.dropFirst(text.count) + numbers + mark)
      (count, late) = (count + 1, late + (mark.isEmpty ? 0 : 1))
    } catch {
      print("\(text): \(error.code.rawValue): \(error.message)")
    }
  }
}
print("\n\(count - late) of \(count) within \(Int(goal)) ms")
