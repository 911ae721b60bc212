import Glibc

/// Gives the terminal back in order when the program crashes in the middle of a line.
enum TerminalRescue {
  private struct Saved {
    var descriptor: Int32 = -1
    var modes = termios()
    var isArmed = false
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

  /// Wrapping and the cursor on, bracketed paste and held updates off, plain style.
  private static let farewell: StaticString =
    "\u{1B}[?7h\u{1B}[?2004l\u{1B}[?2026l\u{1B}[?25h\u{1B}[0m\r\n"

  private static let rescue: @convention(c) (Int32) -> Void = { signal in
    if saved.pointee.isArmed {
      saved.pointee.isArmed = false
      tcsetattr(saved.pointee.descriptor, TCSANOW, &saved.pointee.modes)
      _ = write(saved.pointee.descriptor, farewell.utf8Start, farewell.utf8CodeUnitCount)
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
}
