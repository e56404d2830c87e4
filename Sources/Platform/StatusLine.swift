import Glibc
import Synchronization

/// The line at the bottom of standard error that is rewritten in place.
final class StatusLine: Sendable {
    private let text = Mutex("")

    private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
    /// Back to the first column, and away with what is there (ECMA-48: CR, EL).
    private static let erase: StaticString = "\r\u{1B}[K"

    /// Shows a text, cut to one line of that many columns; an empty one takes the line away.
    func show(_ newText: String, columns: Int) {
        text.withLock { text in
            // A full line would make the terminal move on to the next, which nobody could take back.
            let line = String(newText.prefix { !$0.isNewline }.prefix(max(columns - 1, 1)))
            if text.isEmpty, !line.isEmpty { Self.eraseOnSignals() }
            if !text.isEmpty || !line.isEmpty { Self.write("\(Self.erase)\(line)") }
            if !text.isEmpty, line.isEmpty { Self.signals.forEach { Glibc.signal($0, SIG_DFL) } }
            text = line
        }
    }

    /// Writes a line above it.
    func write(above line: String) {
        text.withLock { text in
            Self.write(text.isEmpty ? "\(line)\n" : "\(Self.erase)\(line)\n\(text)")
        }
    }

    /// Whoever presses Ctrl-C finds the shell's prompt at the beginning of a line.
    private static func eraseOnSignals() {
        for signal in signals {
            Glibc.signal(signal) { number in
                unsafe Glibc.write(STDERR_FILENO, StatusLine.erase.utf8Start, StatusLine.erase.utf8CodeUnitCount)
                Glibc.signal(number, SIG_DFL)
                raise(number)
            }
        }
    }

    private static func write(_ text: String) { _ = Descriptor.write(Array(text.utf8), to: STDERR_FILENO) }
}
