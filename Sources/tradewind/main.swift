import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

// A limit on the size of files is an error of the write, not the end of the session.
signal(SIGXFSZ, SIG_IGN)

// The only code that exits. Wrong usage is 2, as the manual promises; the library would say 64.
do {
  var command = try Tradewind.parseAsRoot()
  try command.run()
} catch let status as ExitCode {
  exit(status.rawValue)
} catch {
  let isHelp = Tradewind.exitCode(for: error) == .success
  let text = Tradewind.fullMessage(for: error) + "\n"
  write(text, to: isHelp ? 1 : 2)
  exit(isHelp ? 0 : 2)
}
