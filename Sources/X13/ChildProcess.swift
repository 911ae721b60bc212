import Guidance

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One run of another program in a folder, without input; what it says goes to a file there.
struct ChildProcess {
  private let program: String
  private let arguments: [String]
  private let folder: String
  private let output: String

  enum End {
    case ended
    case failedToStart(String)
    case outOfTime
  }

  init(_ program: String, _ arguments: [String], in folder: String, output: String) {
    self.program = program
    self.arguments = arguments
    self.folder = folder
    self.output = output
  }

  /// Waits for the end of the program, or ends it: after so long, or with `interrupted` where whoever
  /// waits by ``Watch/current`` wants it.
  func run(for patience: Duration) throws(Diagnostic) -> End {
    var child: pid_t = 0
    let failure = spawn(&child)
    guard failure == 0 else { return .failedToStart(String(cString: strerror(failure))) }
    let deadline = ContinuousClock.now + patience
    var pause: UInt32 = 500
    while !hasEnded(child) {
      let isCancelled = Watch.current.isCancelled()
      guard !isCancelled, ContinuousClock.now < deadline else {
        kill(child, SIGKILL)
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        try Watch.current.check()
        return .outOfTime
      }
      usleep(pause)
      pause = min(2 * pause, 8000)
    }
    return .ended
  }

  private func hasEnded(_ child: pid_t) -> Bool {
    var status: Int32 = 0
    let found = waitpid(child, &status, WNOHANG)
    return found == child || (found < 0 && errno != EINTR)
  }

  /// Starts the program, with signals as a shell would leave them; gives an error number, or zero.
  private func spawn(_ child: inout pid_t) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "\(folder)/\(output)", flags, 0o600)
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    sigemptyset(&usual)
    posix_spawnattr_setsigmask(&attributes, &usual)
    for signal in [SIGINT, SIGPIPE, SIGTERM, SIGQUIT] { sigaddset(&usual, signal) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    let wanted = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setflags(&attributes, Int16(wanted))
    // The shell goes to the folder and becomes the program: it leaves files where it stands.
    let command = ["sh", "-c", #"cd "$0" && exec "$@""#, folder, program] + arguments
    var pointers = command.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    return posix_spawn(&child, "/bin/sh", &actions, &attributes, &pointers, environ)
  }
}
