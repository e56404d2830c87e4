import Glibc
import Testing

@testable import Platform

/// A person types on a pseudo-terminal (pty(7)).
@Suite(.serialized)
struct TypedLineTests {
    /// What the program reads when that is typed, and what the person sees.
    private func type(_ keys: String, isVisible: Bool = true) async throws -> (line: String?, screen: String) {
        let flags = O_RDWR | O_NOCTTY | O_CLOEXEC
        guard let person = Descriptor(unsafe open("/dev/ptmx", flags)), let path = Self.otherEnd(of: person.number),
            let terminal = Descriptor(unsafe open(path, flags))
        else { throw NoTerminal(error: errno) }
        let echo = EchoSwitch(terminal.number)
        let (number, own) = (terminal.number, person.number)
        let line = ThreadWork { TypedLine.read(from: number, isVisible: isVisible) }
        // What the person sees is taken off while typing: a full terminal takes no more.
        var screen: [UInt8] = []
        for byte in Array(keys.utf8) {
            #expect(Descriptor.write([byte], to: own))
            screen += seen(on: own, milliseconds: 0)
        }
        let read = try await line.value
        screen += seen(on: own, milliseconds: 50)
        echo.restore()
        return (read, String(decoding: screen, as: UTF8.self))
    }

    private struct NoTerminal: Error { let error: Int32 }

    /// Unlocks the other end and tells its path: `TIOCSPTLCK` and `TIOCGPTN`, which no module map has (ioctl_tty(2)).
    private static func otherEnd(of terminal: Int32) -> String? {
        var isLocked: Int32 = 0
        var number: UInt32 = 0
        guard unsafe ioctl(terminal, 0x4004_5431, &isLocked) == 0, unsafe ioctl(terminal, 0x8004_5430, &number) == 0
        else { return nil }
        return "/dev/pts/\(number)"
    }

    private func seen(on terminal: Int32, milliseconds: Int32) -> [UInt8] {
        var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&waiting, 1, milliseconds) == 1 else { return [] }
        var buffer = [UInt8](repeating: 0, count: 65536)
        return Array(buffer[..<max(unsafe read(terminal, &buffer, buffer.count), 0)])
    }

    @Test(
        arguments: [
            ("yes\n", "yes"), ("\n", ""), ("a b\r", "a b"), ("yesx\u{7F}\n", "yes"), ("é€\u{8}\u{8}\u{8}x\n", "x"),
            ("old\u{15}new\n", "new"), ("a\u{1B}[A\u{1B}[3~b\n", "ab"), ("\u{1B}[200~pasted\u{1B}[201~\n", "pasted"),
            ("a\u{4}\u{1}b\tc\n", "ab\tc"),
        ])
    func `a line is read as the keys that were pressed mean it`(keys: String, line: String) async throws {
        #expect(try await type(keys).line == line)
    }

    @Test func `what is typed is seen, and what is erased no more`() async throws {
        #expect(try await type("aé\u{7F}\n").screen == "aé\u{8} \u{8}")
    }

    @Test func `a secret is not seen`() async throws {
        let (line, screen) = try await type("hunter2\u{7F}3\n", isVisible: false)
        #expect(line == "hunter3")
        #expect(screen.isEmpty)
    }

    @Test func `Ctrl-D in an empty line ends it`() async throws {
        #expect(try await type("\u{4}").line == nil)
    }

    @Test func `a pasted address is not cut off where the kernel's own lines end`() async throws {
        let address = "http://localhost/?code=" + String(repeating: "abcdefgh", count: 2_000)
        #expect(try await type(address + "\n").line == address)
    }
}
