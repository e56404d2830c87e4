import Glibc
import World

struct PosixTerminal: Terminal {
    var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

    func print(_ text: String) throws(Failure) {
        guard Descriptor.write(Array(text.utf8), to: STDOUT_FILENO) else {
            throw Failure(.io, "cannot write to standard output: \(Posix.lastError)")
        }
    }

    func note(_ line: String) { _ = Descriptor.write(Array("\(line)\n".utf8), to: STDERR_FILENO) }

    func askSecret(_ prompt: String) throws(Failure) -> Secret {
        guard let terminal = Descriptor(unsafe open("/dev/tty", O_RDWR | O_CLOEXEC)) else {
            throw Failure(.noInput, "there is no terminal to ask on")
        }
        let echo = EchoSwitch(terminal.number)
        defer { echo.restore() }
        guard terminal.write(Array(prompt.utf8)), let line = readLine(terminal.number) else {
            throw Failure(.noInput, "the terminal was closed before an answer was typed")
        }
        _ = terminal.write([UInt8(ascii: "\n")])
        return Secret(line)
    }

    private func readLine(_ descriptor: Int32) -> String? {
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while Posix.retrying({ unsafe read(descriptor, &byte, 1) }) == 1 {
            if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
            line.append(byte)
        }
        return nil
    }
}
