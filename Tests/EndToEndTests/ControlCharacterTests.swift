import Foundation
import TestSupport
import Testing

/// What a hostile token may do where it is shown: nothing at a terminal, and in a pipe every byte stands.
struct ControlCharacterTests {
    /// Its claim `a` is `x`, what clears the screen in two ways, and `y`.
    private static let token =
        "eyJhbGciOiJub25lIn0."
        + Data(#"{"a":"x\u001b[2J\u009b2Jy\u0007"}"#.utf8).base64EncodedString().replacing("=", with: "")
        .replacing("+", with: "-").replacing("/", with: "_") + "."

    @Test(.requires(Terminal.requirement))
    func `a terminal shows the text, and does not obey it`() async throws {
        let terminal = try await Terminal(of: try Tokenctl(), "echo before; tokenctl decode --claim a \(Self.token)")
        #expect(try await terminal.shows(/^status=(.*)/) == "0")
        let lines = try await terminal.lines
        #expect(lines.prefix(2) == ["before", "x[2J2Jy"])
    }

    @Test func `a pipe gets every byte`() async throws {
        let run = try await ProcessRun.of(
            BuiltProduct.tokenctl, ["decode", "--claim", "a", Self.token], environment: ProcessRun.bareEnvironment)
        #expect(run.stdout == "x\u{1B}[2J\u{9B}2Jy\u{7}\n")
    }
}
