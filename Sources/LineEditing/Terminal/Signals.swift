import Glibc
import Synchronization

/// Signals as facts to ask for: the handler notes them, and a pipe wakes up whoever waits.
///
/// It works whichever thread the handler ran on.
package enum Signals {
  private static let interruption = Atomic<Bool>(false)
  private static let pending = Atomic<UInt64>(0)

  /// The pipe that becomes readable with each signal.
  static let wakeUp: (reading: Int32, writing: Int32) = {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return (-1, -1) }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    return (ends[0], ends[1])
  }()

  /// Whether ^C was pressed since the last reset; a long evaluation asks for it now and then.
  package static var isInterrupted: Bool { interruption.load(ordering: .relaxed) }

  /// Forgets an interruption: a new evaluation begins.
  package static func reset() {
    interruption.store(false, ordering: .relaxed)
  }

  /// From now on ^C sets `isInterrupted` instead of ending the program; with `once` it does so a
  /// single time, and a second ^C ends the program.
  package static func watchInterrupts(once: Bool = false) {
    _ = install(
      SIGINT,
      note,
      flags: once ? SA_RESTART | Int32(bitPattern: UInt32(SA_RESETHAND)) : SA_RESTART
    )
  }

  // Only what a signal handler may do happens here.
  private static let note: @convention(c) (Int32) -> Void = { signal in
    let saved = errno
    if signal == SIGINT { interruption.store(true, ordering: .relaxed) }
    pending.bitwiseOr(1 << UInt64(signal), ordering: .sequentiallyConsistent)
    var byte: UInt8 = 0
    _ = write(wakeUp.writing, &byte, 1)
    errno = saved
  }

  typealias Handler = @convention(c) (Int32) -> Void

  /// Installs a handler, and gives back the one before.
  static func install(
    _ signal: Int32,
    _ handler: Handler?,
    flags: Int32 = SA_RESTART
  ) -> sigaction {
    prepare()
    var new = sigaction()
    var old = sigaction()
    new.__sigaction_handler.sa_handler = handler
    new.sa_flags = flags
    sigemptyset(&new.sa_mask)
    sigaction(signal, &new, &old)
    return old
  }

  static func install(_ signal: Int32, _ saved: sigaction) {
    var action = saved
    sigaction(signal, &action, nil)
  }

  static func isIgnoring(_ action: sigaction) -> Bool {
    let handler = action.__sigaction_handler.sa_handler
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Makes everything that the handler uses: it must not be the first to ask.
  private static func prepare() {
    _ = wakeUp
    _ = pending.load(ordering: .relaxed)
    _ = interruption.load(ordering: .relaxed)
  }

  /// The signals since the last time, which are then forgotten.
  static func take() -> Noted {
    var buffer: [UInt8] = Array(repeating: 0, count: 64)
    while read(wakeUp.reading, &buffer, buffer.count) > 0 {}
    return Noted(mask: pending.exchange(0, ordering: .sequentiallyConsistent))
  }

  /// A set of signals.
  struct Noted {
    var mask: UInt64

    func contains(_ signal: Int32) -> Bool { mask & (1 << UInt64(signal)) != 0 }
  }

  /// Handlers that note signals, until they are put back.
  struct Watch {
    private let saved: [(signal: Int32, action: sigaction)]

    /// A signal that the program was started to ignore, as with `nohup`, stays ignored.
    init(_ signals: [Int32]) {
      saved = signals.map { ($0, Signals.install($0, Signals.note)) }
      for (signal, action) in saved where signal != SIGINT && Signals.isIgnoring(action) {
        Signals.install(signal, action)
      }
      _ = Signals.take()
      Signals.reset()
    }

    func end() {
      for (signal, action) in saved { Signals.install(signal, action) }
    }

    /// Lets a signal do to the program what it does without the editor.
    func letPass(_ signal: Int32) {
      for (watched, action) in saved where watched == signal { Signals.install(signal, action) }
      raise(signal)
      _ = Signals.install(signal, Signals.note)
    }
  }
}
