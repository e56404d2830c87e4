import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing
import World

@testable import Platform

struct RangeLockTests {
    private let sandbox: TemporaryFolder

    init() throws { sandbox = try TemporaryFolder() }

    private var store: PosixStore { PosixStore(directory: sandbox.path + "/cache") { Issue.record("\($0)") } }

    @Test func `a lock that someone has is not given twice`() throws {
        let lock = try #require(try store.tryLock("a"))
        #expect(try store.tryLock("a") == nil)
        lock.release()
        let again = try #require(try store.tryLock("a"))
        again.release()
    }

    @Test func `locks of different names do not meet`() throws {
        let locks = try (0..<100).map { try #require(try store.tryLock("name \($0)")) }
        for number in 0..<100 { #expect(try store.tryLock("name \(number)") == nil) }
        locks.forEach { $0.release() }
    }

    @Test func `the last one to leave removes the file`() throws {
        let first = try #require(try store.tryLock("a"))
        let second = try #require(try store.tryLock("b"))
        #expect(try sandbox.names("cache") == [".lock"])
        first.release()
        #expect(try sandbox.names("cache") == [".lock"])
        #expect(try store.tryLock("b") == nil, "the other lock still holds")
        second.release()
        #expect(try sandbox.names("cache") == [])
    }

    @Test func `no descriptor is left open`() throws {
        func count() throws -> Int { try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count }
        let warmUp = try #require(try store.tryLock("a"))
        warmUp.release()
        // Other tests open files at the same time: only a trend counts.
        let before = try count()
        for _ in 0..<500 {
            let lock = try #require(try store.tryLock("a"))
            #expect(try store.tryLock("a") == nil)
            lock.release()
        }
        #expect(try count() < before + 250)
    }

    @Test func `of many threads one at a time has the lock, though its file comes and goes`() throws {
        let store = store
        let tally = Tally()
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            var taken = 0
            while taken < 100 {
                guard let lock = try? store.tryLock("a") else { continue }
                tally.enter()
                taken += 1
                tally.leave()
                lock.release()
            }
        }
        #expect(tally.entries == 800)
        #expect(tally.most == 1)
        #expect(try sandbox.names("cache") == [])
    }

    /// Takes the lock in another process: the place of the byte is told to it, the rest is fcntl(2).
    private func holder(of name: String) throws -> (process: Process, input: FileHandle) {
        let lock = try #require(try store.tryLock(name))
        lock.release()
        let script = """
            import fcntl, os, struct, sys
            file = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT, 0o600)
            fcntl.fcntl(file, 37, struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, int(sys.argv[2]), 1, 0))
            os.write(1, b"held")
            sys.stdin.read()
            """
        let process = Process()
        let input = Pipe()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let place = Int(FNV1a.hash(name.utf8) >> 2)
        process.arguments = ["python3", "-c", script, sandbox.path + "/cache/.lock", String(place)]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try #require(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self) == "held")
        return (process, input.fileHandleForWriting)
    }

    @Test func `another process's lock holds until it ends, and one that is killed lets go`() throws {
        let (process, input) = try holder(of: "a")
        #expect(try store.tryLock("a") == nil)
        let other = try #require(try store.tryLock("b"))
        other.release()
        #expect(try sandbox.names("cache") == [".lock"], "the other process is still there")
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let lock = try #require(try store.tryLock("a"))
        lock.release()
        #expect(try sandbox.names("cache") == [])
        try? input.close()
    }

    @Test func `a link in the lock file's place is not followed`() throws {
        try store.write([1], to: "x")
        try sandbox.write([7], to: "target")
        #expect(unsafe symlink(sandbox.path + "/target", sandbox.path + "/cache/.lock") == 0)
        #expect(throws: StoreError(.failed, "")) { try store.tryLock("a") }
        #expect(try sandbox.read("target") == [7])
    }
}

/// How many are inside at once.
private final class Tally: Sendable {
    private let state = Mutex((inside: 0, most: 0, entries: 0))

    var most: Int { state.withLock { $0.most } }
    var entries: Int { state.withLock { $0.entries } }

    func enter() {
        state.withLock { state in
            state.inside += 1
            state.entries += 1
            state.most = max(state.most, state.inside)
        }
    }

    func leave() { state.withLock { $0.inside -= 1 } }
}
