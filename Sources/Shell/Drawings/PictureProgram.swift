import Guidance

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program that makes one kind of picture, handed to its standard input, into another.
///
/// It is started only when such a picture is asked for, and found by `PATH`.
package struct PictureProgram: Sendable {
  var name: String
  var arguments: [String]

  package init(_ name: String, _ arguments: [String]) {
    self.name = name
    self.arguments = arguments
  }

  /// Those that are tried in turn: both draw SVG with style sheets, at twice its size.
  package static let usual = [
    PictureProgram("rsvg-convert", ["--zoom", "2", "--format", "png"]),
    PictureProgram("resvg", ["--zoom", "2", "-", "-c"]),
  ]

  /// How long a program may take, in milliseconds.
  private static let patience: Int32 = 20_000

  /// The picture; nil where there is no such program.
  package func png(_ svg: String) throws(Diagnostic) -> [UInt8]? {
    guard let bytes = try output(of: Array(svg.utf8)) else { return nil }
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { throw failure("no PNG") }
    return bytes
  }

  /// What the program makes of its input; nil where there is no such program.
  func output(of data: [UInt8]) throws(Diagnostic) -> [UInt8]? {
    var input: [Int32] = [0, 0]
    var output: [Int32] = [0, 0]
    guard pipe(&input) == 0 else { throw failure("no pipe") }
    guard pipe(&output) == 0 else {
      for end in input { close(end) }
      throw failure("no pipe")
    }
    for end in input + output { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let child = spawn(input: input[0], output: output[1])
    close(input[0])
    close(output[1])
    guard let child else {
      close(input[1])
      close(output[0])
      return nil
    }
    // A program that ends early is no reason for this one to end.
    let saved = signal(SIGPIPE, SIG_IGN)
    writeAll(data, to: input[1])
    close(input[1])
    signal(SIGPIPE, saved)
    let bytes = readAll(from: output[0])
    close(output[0])
    if bytes == nil { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    guard let bytes else { throw failure("no answer") }
    // 127 is what a shell, or an old library, says of a program that it cannot find.
    if bytes.isEmpty, status == 127 << 8 { return nil }
    guard status == 0 else { throw failure("status \(status >> 8)") }
    return bytes
  }

  private func failure(_ reason: String) -> Diagnostic {
    Diagnostic("needs-program", "`\(name)` drew no picture (\(reason))")
  }

  private func spawn(input: Int32, output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var pointers = ([name] + arguments).map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    var child: pid_t = 0
    return posix_spawnp(&child, name, &actions, nil, &pointers, environ) == 0 ? child : nil
  }

  private func writeAll(_ bytes: [UInt8], to file: Int32) {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      written += count
    }
  }

  /// Nil where nothing came for too long.
  private func readAll(from file: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var waiting = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, PictureProgram.patience)
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return nil }
      let count = read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count == 0 ? bytes : nil }
      bytes += buffer[..<count]
    }
  }
}

/// The picture of a drawing, by the first of the programs that is there.
package func png(
  of svg: String,
  by programs: [PictureProgram] = PictureProgram.usual
) throws(Diagnostic) -> [UInt8] {
  for program in programs {
    if let bytes = try program.png(svg) { return bytes }
  }
  throw Diagnostic(
    "needs-program",
    "a PNG is drawn by `rsvg-convert` or `resvg`, and neither is installed here",
    notes: [
      "the package is librsvg2-bin on Debian and Ubuntu, librsvg2-tools on Fedora, "
        + "librsvg on macOS (brew)"
    ]
  )
}
