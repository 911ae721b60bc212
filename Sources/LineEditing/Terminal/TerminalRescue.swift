import Glibc

/// Gives the terminal back in order when the program crashes in the middle of a line, or is ended or
/// stopped while an answer is worked out.
enum TerminalRescue {
  private struct Saved {
    var descriptor: Int32 = -1
    /// The modes that the terminal had before the program touched it.
    var modes = termios()
    /// The modes while an answer is worked out.
    var waitingModes = termios()
    var isArmed = false
    var isWaiting = false
    var stack: UnsafeMutableRawPointer?
  }

  // Memory that does not move, so that the signal handler may read it.
  nonisolated(unsafe) private static let saved: UnsafeMutablePointer<Saved> = {
    let pointer = UnsafeMutablePointer<Saved>.allocate(capacity: 1)
    pointer.initialize(to: Saved())
    return pointer
  }()

  nonisolated(unsafe) private static let previous: UnsafeMutablePointer<sigaction> = {
    let pointer = UnsafeMutablePointer<sigaction>.allocate(capacity: 65)
    pointer.initialize(repeating: sigaction(), count: 65)
    return pointer
  }()

  private static let fatalSignals = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE]
  private static let endingSignals = [SIGTERM, SIGHUP, SIGQUIT]

  /// Wrapping and the cursor on, bracketed paste and held updates off, plain style.
  private static let farewell: StaticString =
    "\u{1B}[?7h\u{1B}[?2004l\u{1B}[?2026l\u{1B}[?25h\u{1B}[0m\r\n"

  private static let rescue: @convention(c) (Int32) -> Void = { signal in
    if saved.pointee.isArmed || saved.pointee.isWaiting {
      tcsetattr(saved.pointee.descriptor, TCSANOW, &saved.pointee.modes)
      if saved.pointee.isArmed {
        _ = write(saved.pointee.descriptor, farewell.utf8Start, farewell.utf8CodeUnitCount)
      }
      (saved.pointee.isArmed, saved.pointee.isWaiting) = (false, false)
    }
    // Whoever was there before, the backtracer or the default, gets the signal again.
    sigaction(signal, previous + Int(signal), nil)
    raise(signal)
  }

  /// Remembers the terminal's modes as they are now, and watches for crashes.
  static func install(for descriptor: Int32) {
    guard saved.pointee.descriptor < 0, tcgetattr(descriptor, &saved.pointee.modes) == 0 else {
      return
    }
    saved.pointee.descriptor = descriptor
    provideStack()
    for signal in fatalSignals {
      previous[Int(signal)] = Signals.install(signal, rescue, flags: SA_ONSTACK)
    }
    atexit { TerminalRescue.endWaiting() }
  }

  /// A stack of its own for the handler, so that it runs when the other one has overflowed.
  private static func provideStack() {
    var present = stack_t()
    guard sigaltstack(nil, &present) == 0, present.ss_flags & Int32(SS_DISABLE) != 0
    else { return }
    let size = 65_536
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    var stack = stack_t(ss_sp: memory, ss_flags: 0, ss_size: size)
    if sigaltstack(&stack, nil) == 0 { saved.pointee.stack = memory } else { memory.deallocate() }
  }

  /// Whether a crash now would leave the terminal in the editor's modes.
  static var isArmed: Bool {
    get { saved.pointee.isArmed }
    set { saved.pointee.isArmed = newValue && saved.pointee.descriptor >= 0 }
  }

  // MARK: While an answer is worked out

  /// Lets what is typed ahead wait as it is, unseen, until the next entry is read.
  ///
  /// In a terminal's usual modes ^D would end a line that nobody reads, long lines would be cut, and
  /// the echo would stand in the middle of the answer. ^C and ^Z stay signals.
  static func beginWaiting(on descriptor: Int32) {
    guard descriptor == saved.pointee.descriptor, !saved.pointee.isWaiting,
      tcgetattr(descriptor, &saved.pointee.modes) == 0
    else { return }
    var modes = saved.pointee.modes
    modes.c_lflag &= ~tcflag_t(ICANON | ECHO)
    modes.c_lflag |= tcflag_t(ISIG)
    withUnsafeMutableBytes(of: &modes.c_cc) { characters in
      characters[Int(VMIN)] = 1
      characters[Int(VTIME)] = 0
    }
    saved.pointee.waitingModes = modes
    saved.pointee.isWaiting = true
    for signal in endingSignals {
      previous[Int(signal)] = Signals.install(signal, rescue)
      let isIgnored = Signals.isIgnoring(previous[Int(signal)])
      if isIgnored { Signals.install(signal, previous[Int(signal)]) }
    }
    previous[Int(SIGTSTP)] = Signals.install(SIGTSTP, pause, flags: SA_RESTART | SA_NODEFER)
    tcsetattr(descriptor, TCSANOW, &saved.pointee.waitingModes)
  }

  /// Gives the terminal the modes back that it had.
  static func endWaiting() {
    guard saved.pointee.isWaiting else { return }
    saved.pointee.isWaiting = false
    tcsetattr(saved.pointee.descriptor, TCSANOW, &saved.pointee.modes)
    for signal in endingSignals + [SIGTSTP] { Signals.install(signal, previous[Int(signal)]) }
  }

  /// Lends the terminal in its usual modes to another program, such as a pager.
  static func lending<Result>(_ body: () -> Result) -> Result {
    guard saved.pointee.isWaiting else { return body() }
    saved.pointee.isWaiting = false
    tcsetattr(saved.pointee.descriptor, TCSANOW, &saved.pointee.modes)
    defer {
      saved.pointee.isWaiting = true
      tcsetattr(saved.pointee.descriptor, TCSANOW, &saved.pointee.waitingModes)
    }
    return body()
  }

  /// Stops the program with the terminal in the modes that the shell left.
  private static let pause: @convention(c) (Int32) -> Void = { signal in
    let code = errno
    let isWaiting = saved.pointee.isWaiting
    if isWaiting { tcsetattr(saved.pointee.descriptor, TCSANOW, &saved.pointee.modes) }
    sigaction(SIGTSTP, previous + Int(SIGTSTP), nil)
    raise(SIGTSTP)
    // Here the program goes on, in the foreground or in the background.
    _ = Signals.install(SIGTSTP, pause, flags: SA_RESTART | SA_NODEFER)
    if isWaiting, tcgetpgrp(saved.pointee.descriptor) == getpgrp() {
      tcsetattr(saved.pointee.descriptor, TCSANOW, &saved.pointee.waitingModes)
    }
    errno = code
  }
}
