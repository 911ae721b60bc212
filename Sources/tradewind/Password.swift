import ClickHouse
import Engine
import LineEditing
import Shell

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Servers as this program reaches them: with a password from the environment or from the keyboard.
///
/// From the first one on ^C stops what a server is doing instead of leaving it to itself.
let serverAccess = ClickHouseAccess(
  password: {
    Signals.watchInterrupts()
    return variable("TRADEWIND_CLICKHOUSE_PASSWORD")
  },
  ask: { password(of: $0) },
  certificates: variable("TRADEWIND_CLICKHOUSE_CA"),
  isCancelled: { Signals.isInterrupted }
)

/// Asks for a password at the terminal, which does not show it; nil where there is no terminal.
private func password(of whose: String) -> String? {
  guard Terminal.isTerminal(0), Terminal.isTerminal(2) else { return nil }
  var usual = termios()
  guard tcgetattr(0, &usual) == 0 else { return nil }
  var silent = usual
  silent.c_lflag &= ~tcflag_t(ECHO)
  guard tcsetattr(0, TCSAFLUSH, &silent) == 0 else { return nil }
  defer {
    tcsetattr(0, TCSAFLUSH, &usual)
    write("\n", to: 2)
  }
  write("password of \(whose): ", to: 2)
  return readLine()
}
