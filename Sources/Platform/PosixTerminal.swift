import Glibc
import World

struct PosixTerminal: Terminal {
    private let environment: Environment
    private let statusLine = StatusLine()

    init(environment: Environment) { self.environment = environment }

    var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

    var isShown: Bool { isatty(STDOUT_FILENO) == 1 }

    var isInteractive: Bool { Self.openControlling() != nil }

    var isTyped: Bool { isatty(STDIN_FILENO) == 1 }

    var isPlain: Bool {
        guard let type = environment.first("TERM"), type != "dumb" else { return true }
        return environment.first("NO_COLOR") != nil
    }

    var width: Int {
        var size = winsize()
        if unsafe ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        let columns = environment.first("COLUMNS").flatMap { Int($0) } ?? 0
        return columns > 0 ? columns : 80
    }

    func print(_ text: String) throws(Failure) {
        // What comes from a token must not drive the terminal; files and pipes get every byte.
        let text = isShown ? TerminalText.harmless(text) : text
        guard Descriptor.write(Array(text.utf8), to: STDOUT_FILENO) else {
            throw Failure(.io, "cannot write to standard output: \(Posix.lastError)")
        }
    }

    func note(_ line: String) { statusLine.write(above: line) }

    func ask(_ prompt: String) throws(Failure) -> String { try ask(prompt, isVisible: true) }

    func askSecret(_ prompt: String) throws(Failure) -> Secret { Secret(try ask(prompt, isVisible: false)) }

    func status(_ text: String?) {
        if takesSequences { statusLine.show(text ?? "", columns: width) }
    }

    func control(_ sequence: String) {
        if takesSequences { _ = Descriptor.write(Array(sequence.utf8), to: STDERR_FILENO) }
    }

    private var takesSequences: Bool { isWatched && !isPlain }

    private func ask(_ prompt: String, isVisible: Bool) throws(Failure) -> String {
        guard let terminal = Self.openControlling() else {
            throw Failure(.noInput, "there is no terminal to ask on")
        }
        status(nil)
        let echo = EchoSwitch(terminal.number)
        defer { echo.restore() }
        guard terminal.write(Array(prompt.utf8)),
            let line = TypedLine.read(from: terminal.number, isVisible: isVisible)
        else { throw Failure(.noInput, "the terminal was closed before an answer was typed") }
        _ = terminal.write([UInt8(ascii: "\n")])
        return line
    }

    private static func openControlling() -> Descriptor? {
        Descriptor(unsafe open("/dev/tty", O_RDWR | O_CLOEXEC))
    }
}
