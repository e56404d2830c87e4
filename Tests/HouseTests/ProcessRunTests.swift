import Foundation
import TestSupport
import Testing

/// The tests' own way of running programs.
struct ProcessRunTests {
    @Test func `status, output and error text come back, and the environment is only what was given`() async throws {
        let run = try await ProcessRun.of(
            "/bin/sh", ["-c", "cat; echo \"$WORD${HOME-}\" >&2; exit 7"], environment: ["WORD": "said"],
            input: Data("typed".utf8))
        #expect(run.status == 7)
        #expect(run.stdout == "typed")
        #expect(run.stderr == "said\n")
    }

    @Test func `more than a pipe holds comes back whole`() async throws {
        let input = Data(repeating: 65, count: 1 << 20)
        let run = try await ProcessRun.of("/bin/sh", ["-c", "tee /dev/stderr"], input: input)
        #expect(run.outputBytes == input)
        #expect(run.errorBytes == input)
    }

    @Test func `a program that hangs is killed`() async throws {
        let run = try await ProcessRun.of("/bin/sleep", ["60"], timeLimit: 0.2)
        #expect(run.status == 137)
    }

    @Test func `a program that is not there is an error`() async throws {
        await #expect(throws: (any Error).self) { try await ProcessRun.of("/nowhere/program") }
    }
}
