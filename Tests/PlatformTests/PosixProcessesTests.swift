import Foundation
import Glibc
import TestSupport
import Testing
import World

@testable import Platform

struct PosixProcessesTests {
    private let processes = PosixProcesses()

    private func output(_ command: String, limit: Int = 1000) throws -> String {
        String(decoding: try processes.output(ofShellCommand: command, limit: limit), as: UTF8.self)
    }

    @Test(
        arguments: [
            ("printf abc", "abc"), ("true", ""), ("cat", ""), ("echo a; echo b >/dev/null", "a\n"),
            ("printf '%s' \"$0\"", "/bin/sh"),
            ("sleep 0.05; printf late", "late"),
        ])
    func `what a command says is taken, and its input is empty`(command: String, text: String) throws {
        #expect(try output(command) == text)
    }

    @Test(
        arguments: [
            ("exit 3", "status 3"), ("printf s3cret; false", "status 1"), ("kill -9 $$", "signal 9"),
            ("/not/there/s3cret 2>/dev/null", "status 127"),
        ])
    func `a command that fails is no input, and neither it nor its words are repeated`(command: String, word: String) {
        let error = #expect(throws: Failure(.noInput, "")) { try output(command) }
        #expect(error?.message.contains(word) == true)
        #expect(error?.message.contains("s3cret") == false)
    }

    @Test(.timeLimit(.minutes(1)))
    func `a command that says too much is stopped`() {
        #expect(throws: Failure(.badData, "")) { try output("exec cat /dev/zero", limit: 100) }
        #expect(throws: Failure(.badData, "")) { try output("trap '' TERM; while :; do echo y; done", limit: 100) }
        #expect(throws: Failure(.badData, "")) { try output("while :; do echo y; done", limit: 100_000) }
    }

    @Test func `as much as the limit is not too much`() throws {
        #expect(try output("printf 12345", limit: 5) == "12345")
        #expect(throws: Failure(.badData, "")) { try output("printf 123456", limit: 5) }
    }

    @Test func `a closed pipe ends the command, though it does not end this program`() async {
        await #expect(processExitsWith: .success) {
            signal(SIGPIPE, SIG_IGN)
            // With the signal ignored, `yes` would complain and go on to fail in another way.
            let text = try PosixProcesses().output(
                ofShellCommand: "(yes; echo $? >&2) 2>&1 1>/dev/full | cat", limit: 999)
            #expect(!text.isEmpty)
            let status = try PosixProcesses().output(ofShellCommand: "sh -c 'kill -PIPE $$'; printf $?", limit: 9)
            #expect(String(decoding: status, as: UTF8.self) == "141")
        }
    }

    @Test func `a command inherits no descriptor but the three`() async {
        await #expect(processExitsWith: .success) {
            let lock = try TemporaryFolder()
            let store = PosixStore(directory: lock.path + "/cache") { Issue.record("\($0)") }
            let held = try #require(try store.tryLock("a"))
            let text = try PosixProcesses().output(ofShellCommand: "ls -l /proc/self/fd", limit: 1 << 20)
            #expect(!String(decoding: text, as: UTF8.self).contains(lock.path))
            held.release()
        }
    }

    @Test func `a program that does not lie beside this one is unavailable`() {
        #expect(throws: Failure(.unavailable, "")) {
            try processes.becomeSibling("no-such-program", arguments: [])
        }
    }
}
