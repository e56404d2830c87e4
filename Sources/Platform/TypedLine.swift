import Glibc

/// Reads a line from a terminal whose own echo and line editing are off (see `EchoSwitch`).
struct TypedLine {
    private let terminal: Int32
    private let isVisible: Bool
    private var line: [UInt8] = []

    /// - Returns: the line without its end; nil when the terminal was closed, or on Ctrl-D in an empty line.
    static func read(from terminal: Int32, isVisible: Bool) -> String? {
        var typed = TypedLine(terminal: terminal, isVisible: isVisible)
        return typed.readToEnd() ? String(decoding: typed.line, as: UTF8.self) : nil
    }

    private init(terminal: Int32, isVisible: Bool) {
        self.terminal = terminal
        self.isVisible = isVisible
    }

    private mutating func readToEnd() -> Bool {
        while let byte = next() {
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return true
            case Control.endOfTransmission: if line.isEmpty { return false }
            case Control.delete, Control.backspace: eraseCharacter()
            case Control.kill: while !line.isEmpty { eraseCharacter() }
            case Control.escape: skipSequence()
            case ..<0x20 where byte != Control.tab: break
            default:
                line.append(byte)
                show([byte])
            }
        }
        return false
    }

    private func next() -> UInt8? {
        var byte: UInt8 = 0
        return Posix.retrying { unsafe Glibc.read(terminal, &byte, 1) } == 1 ? byte : nil
    }

    /// Drops the last character: in UTF-8 all its continuation bytes, too.
    private mutating func eraseCharacter() {
        while let byte = line.popLast() {
            if byte & 0xC0 != 0x80 { return show(Array("\u{8} \u{8}".utf8)) }
        }
    }

    /// What arrow keys send (`ESC [ A`), and terminals around a paste (`ESC [ 2 0 0 ~`), is no part of the line.
    private func skipSequence() {
        guard next() == UInt8(ascii: "[") else { return }
        while let byte = next(), !(0x40...0x7E).contains(byte) {}
    }

    private func show(_ bytes: [UInt8]) {
        if isVisible { _ = Descriptor.write(bytes, to: terminal) }
    }

    private enum Control {
        static let endOfTransmission: UInt8 = 0x04
        static let backspace: UInt8 = 0x08
        static let tab: UInt8 = 0x09
        static let kill: UInt8 = 0x15
        static let escape: UInt8 = 0x1B
        static let delete: UInt8 = 0x7F
    }
}
