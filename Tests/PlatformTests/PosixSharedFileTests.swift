import Foundation
import Glibc
import TestSupport
import Testing
import World

@testable import Platform

/// A file that others write too, on a real file system.
struct PosixSharedFileTests {
    private let sandbox: TemporaryFolder

    init() throws { sandbox = try TemporaryFolder() }

    private var file: PosixSharedFile { PosixSharedFile(path: sandbox.location(of: "c.json")) }

    private func mode(_ name: String = "c.json") throws -> mode_t { try sandbox.status(name).st_mode & 0o7777 }

    private func setMode(_ mode: mode_t, of name: String) {
        #expect(unsafe chmod(sandbox.location(of: name), mode) == 0)
    }

    /// Makes a lock file that was last touched some seconds ago.
    private func leaveLock(age: Int, content: String = "1 gone") throws {
        try sandbox.write(Array(content.utf8), to: "c.json.lockfile")
        let times = [timespec(tv_sec: time(nil) - age, tv_nsec: 0), timespec(tv_sec: time(nil) - age, tv_nsec: 0)]
        let path = sandbox.location(of: "c.json.lockfile")
        #expect(unsafe times.withUnsafeBufferPointer { unsafe utimensat(AT_FDCWD, path, $0.baseAddress, 0) } == 0)
    }

    @Test func `what is written is read, and nothing else is left`() throws {
        #expect(try file.read() == nil)
        try file.write([1, 2])
        try file.write([3])
        #expect(try file.read() == [3])
        #expect(try sandbox.names() == ["c.json"])
    }

    @Test(arguments: [(0o644, 0o600), (0o600, 0o600), (0o400, 0o400), (0o666, 0o600), (0o700, 0o600)])
    func `a mode that is tighter stays`(before: mode_t, after: mode_t) throws {
        try sandbox.write([1], to: "c.json")
        setMode(before, of: "c.json")
        try file.write([2])
        #expect(try mode() == after)
    }

    @Test func `a new file is its owner's only, whatever the umask`() throws {
        try file.write([1])
        #expect(try mode() == 0o600)
    }

    /// msal-extensions looks at the time of change only, and notes when it looked after it did.
    @Test func `the time of change is later than any look at what was there before`() throws {
        try file.write([1])
        let status = try sandbox.status("c.json")
        #expect(Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9 > Date().timeIntervalSince1970)
    }

    @Test func `links, folders and FIFOs are refused, and left alone`() throws {
        try sandbox.write([1], to: "real.json")
        let path = sandbox.location(of: "c.json")
        #expect(unsafe symlink(sandbox.location(of: "real.json"), path) == 0)
        #expect(throws: StoreError(.refused, "")) { try file.read() }
        #expect(throws: StoreError(.refused, "")) { try file.write([2]) }
        #expect(try sandbox.read("real.json") == [1])
        #expect(unsafe unlink(path) == 0)
        #expect(unsafe mkfifo(path, 0o600) == 0)
        #expect(throws: StoreError(.refused, "")) { try file.read() }
        #expect(unsafe unlink(path) == 0)
        try sandbox.make("c.json")
        #expect(throws: StoreError(.refused, "")) { try file.write([2]) }
    }

    @Test func `a folder that is not there is not made`() throws {
        let nowhere = PosixSharedFile(path: sandbox.location(of: "none/c.json"))
        #expect(try nowhere.read() == nil)
        #expect(throws: StoreError(.failed, "")) { try nowhere.write([1]) }
        #expect(throws: StoreError(.failed, "")) { try nowhere.tryLock() }
        #expect(try sandbox.names() == [])
    }

    @Test func `one has the libraries' lock at a time, and it goes with it`() throws {
        let lock = try #require(try file.tryLock())
        #expect(try sandbox.names() == ["c.json.lockfile"])
        #expect(try String(decoding: sandbox.read("c.json.lockfile"), as: UTF8.self) == "\(getpid()) tokenctl")
        #expect(try file.tryLock() == nil)
        lock.release()
        #expect(try sandbox.names() == [])
        try #require(try file.tryLock()).release()
    }

    @Test func `a lock file is respected while its maker may live, and taken over later`() throws {
        try leaveLock(age: 2)
        #expect(try file.tryLock() == nil)
        try leaveLock(age: 60, content: "a longer text of a dead program")
        let lock = try #require(try file.tryLock())
        #expect(try String(decoding: sandbox.read("c.json.lockfile"), as: UTF8.self) == "\(getpid()) tokenctl")
        lock.release()
        #expect(try sandbox.names() == [])
    }

    @Test func `a lock file that somebody has locked is not taken over, however old it is`() throws {
        try leaveLock(age: 60)
        let holder = unsafe open(sandbox.location(of: "c.json.lockfile"), O_RDWR)
        #expect(flock(holder, LOCK_EX) == 0)
        #expect(try file.tryLock() == nil)
        close(holder)
        try #require(try file.tryLock()).release()
    }

    @Test func `a lock file that another program made meanwhile is not taken away`() throws {
        let lock = try #require(try file.tryLock())
        #expect(unsafe unlink(sandbox.location(of: "c.json.lockfile")) == 0)
        try leaveLock(age: 0)
        lock.release()
        #expect(try sandbox.names() == ["c.json.lockfile"])
    }

    @Test func `the program's own locks are by name, and leave nothing`() throws {
        let one = try #require(try file.tryLock("one"))
        #expect(try file.tryLock("one") == nil)
        let other = try #require(try file.tryLock("other"))
        one.release()
        other.release()
        #expect(try sandbox.names() == [])
    }
}
