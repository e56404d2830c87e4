import FakeWorld
import Foundation
import Glibc
import TestSupport
import Testing
import World

@testable import Platform

/// On real files: what holds on disk is what counts.
struct PosixStoreTests {
    private let sandbox: TemporaryFolder
    private let warnings = Remarks()

    init() throws { sandbox = try TemporaryFolder() }

    private var path: String { sandbox.path + "/cache" }

    private var store: PosixStore { PosixStore(directory: path) { [warnings] in warnings.add($0) } }

    private func mode(_ name: String = "") throws -> mode_t { try sandbox.status("cache" + name).st_mode & 0o7777 }

    private func makeCache(mode: mode_t = 0o700) throws {
        #expect(unsafe mkdir(path, mode) == 0)
        #expect(unsafe chmod(path, mode) == 0)
    }

    @Test func `what is written is read, and nothing else is left`() throws {
        try store.write([1, 2, 3], to: "a.json")
        try store.write([], to: "empty.json")
        #expect(try store.read("a.json") == [1, 2, 3])
        #expect(try store.read("empty.json") == [])
        #expect(try store.read("none.json") == nil)
        try store.write([4], to: "a.json")
        #expect(try store.read("a.json") == [4])
        #expect(try sandbox.names("cache") == ["a.json", "empty.json"])
        #expect(warnings.lines.isEmpty)
    }

    @Test func `reading makes nothing`() throws {
        #expect(try store.read("a.json") == nil)
        #expect(try sandbox.names() == [])
    }

    @Test func `missing folders above are made too, for their owner only`() throws {
        let deep = PosixStore(directory: sandbox.path + "/a/b//c/") { _ in }
        try deep.write([1], to: "x")
        #expect(try deep.read("x") == [1])
        for name in ["a", "a/b", "a/b/c"] { #expect(try sandbox.status(name).st_mode & 0o7777 == 0o700) }
    }

    @Test(arguments: ["/proc/self/none/a/b", "/proc/none", "/sys/none/a"])
    func `where no folder can be made there is an end to trying`(path: String) {
        #expect(throws: StoreError(.failed, "")) { try PosixStore(directory: path) { _ in }.write([1], to: "x") }
    }

    @Test func `a file is renamed`() throws {
        try store.write([1], to: "a")
        try store.write([2], to: "b")
        try store.rename("a", to: "b")
        #expect(try sandbox.names("cache") == ["b"])
        #expect(try store.read("b") == [1])
        #expect(throws: StoreError(.failed, "")) { try store.rename("none", to: "c") }
    }

    @Test(arguments: [0o000, 0o022, 0o077, 0o777] as [mode_t])
    func `modes are 0700 and 0600 whatever the umask`(mask: mode_t) async {
        await #expect(processExitsWith: .success) { [mask] in
            let sandbox = try TemporaryFolder()
            umask(mask)
            let store = PosixStore(directory: sandbox.path + "/cache") { Issue.record("\($0)") }
            try store.write([1], to: "a")
            let lock = try #require(try store.tryLock("x"))
            #expect(try sandbox.status("cache").st_mode & 0o7777 == 0o700)
            #expect(try sandbox.status("cache/a").st_mode & 0o7777 == 0o600)
            #expect(try sandbox.status("cache/.lock").st_mode & 0o177 == 0)
            lock.release()
            umask(0o022)
        }
    }

    @Test(arguments: [0o604, 0o640, 0o666, 0o777] as [mode_t])
    func `a loose file is made tight, with one warning`(loose: mode_t) throws {
        try store.write([1], to: "a")
        #expect(unsafe chmod(path + "/a", loose) == 0)
        #expect(try store.read("a") == [1])
        #expect(try mode("/a") == 0o600)
        #expect(try store.read("a") == [1])
        #expect(warnings.lines.count == 1)
        #expect(warnings.lines.first?.contains("\(path)/a") == true)
    }

    @Test(arguments: [0o701, 0o750, 0o755, 0o777] as [mode_t])
    func `a loose folder is made tight, with one warning`(loose: mode_t) throws {
        try makeCache(mode: loose)
        try store.write([1], to: "a")
        #expect(try mode() == 0o700)
        _ = try store.read("a")
        #expect(warnings.lines.count == 1)
    }

    @Test func `modes that are too tight are put right without a word`() throws {
        try makeCache(mode: 0o500)
        try store.write([1], to: "a")
        #expect(unsafe chmod(path + "/a", 0o400) == 0)
        #expect(try store.read("a") == [1])
        #expect(try mode() == 0o700)
        #expect(try mode("/a") == 0o600)
        #expect(warnings.lines.isEmpty)
    }

    @Test func `a folder that is a symbolic link is refused and untouched`() throws {
        try sandbox.make("elsewhere")
        #expect(unsafe chmod(sandbox.path + "/elsewhere", 0o755) == 0)
        #expect(unsafe symlink(sandbox.path + "/elsewhere", path) == 0)
        #expect(throws: StoreError(.refused, "")) { try store.write([1], to: "a") }
        #expect(throws: StoreError(.refused, "")) { try store.read("a") }
        #expect(throws: StoreError(.refused, "")) { try store.tryLock("a") }
        #expect(try sandbox.names("elsewhere") == [])
        #expect(try sandbox.status("elsewhere").st_mode & 0o777 == 0o755)
    }

    @Test func `a link further up is fine`() throws {
        try sandbox.make("real")
        #expect(unsafe symlink(sandbox.path + "/real", sandbox.path + "/link") == 0)
        try PosixStore(directory: sandbox.path + "/link/cache") { _ in }.write([1], to: "a")
        #expect(try sandbox.names("real/cache") == ["a"])
    }

    @Test func `a dangling link in the folder's place is refused, and makes nothing`() throws {
        #expect(unsafe symlink(sandbox.path + "/none", path) == 0)
        #expect(throws: StoreError(.refused, "")) { try store.write([1], to: "a") }
        #expect(try sandbox.names() == ["cache"])
    }

    @Test func `a plain file in the folder's place is refused`() throws {
        try sandbox.write([7], to: "cache")
        #expect(throws: StoreError(.refused, "")) { try store.write([1], to: "a") }
        #expect(try sandbox.read("cache") == [7])
    }

    @Test func `a file that is a symbolic link is refused and untouched`() throws {
        try makeCache()
        try sandbox.write([7], to: "target")
        #expect(unsafe chmod(sandbox.path + "/target", 0o644) == 0)
        #expect(unsafe symlink(sandbox.path + "/target", path + "/a") == 0)
        #expect(throws: StoreError(.refused, "")) { try store.read("a") }
        #expect(try sandbox.read("target") == [7])
        #expect(try sandbox.status("target").st_mode & 0o777 == 0o644)
    }

    @Test func `writing in the place of a link replaces the link and not its target`() throws {
        try makeCache()
        try sandbox.write([7], to: "target")
        #expect(unsafe symlink(sandbox.path + "/target", path + "/a") == 0)
        try store.write([1], to: "a")
        #expect(try sandbox.read("target") == [7])
        #expect(try store.read("a") == [1])
    }

    @Test(.timeLimit(.minutes(1)))
    func `a FIFO is refused and does not hang`() throws {
        try makeCache()
        #expect(unsafe mkfifo(path + "/a", 0o600) == 0)
        #expect(throws: StoreError(.refused, "")) { try store.read("a") }
    }

    @Test func `a folder in a file's place is refused, and leaves no temporary file`() throws {
        try makeCache()
        try sandbox.make("cache/a")
        #expect(throws: StoreError(.refused, "")) { try store.read("a") }
        #expect(throws: StoreError(.failed, "")) { try store.write([1], to: "a") }
        #expect(try sandbox.names("cache") == ["a"])
    }

    @Test(.enabled(if: geteuid() == 0))
    func `another user's file is refused and untouched`() throws {
        try store.write([1], to: "a")
        #expect(unsafe chmod(path + "/a", 0o644) == 0)
        #expect(unsafe chown(path + "/a", 65534, 65534) == 0)
        #expect(throws: StoreError(.refused, "")) { try store.read("a") }
        #expect(try mode("/a") == 0o644)
    }

    @Test(.enabled(if: geteuid() == 0))
    func `another user's folder is refused and untouched`() throws {
        try makeCache(mode: 0o755)
        #expect(unsafe chown(path, 65534, 65534) == 0)
        #expect(throws: StoreError(.refused, "")) { try store.write([1], to: "a") }
        #expect(throws: StoreError(.refused, "")) { try store.tryLock("a") }
        #expect(try sandbox.names("cache") == [])
        #expect(try mode() == 0o755)
        #expect(warnings.lines.isEmpty)
    }

    @Test func `a full disk is a failure that leaves the old file and no temporary one`() async {
        await #expect(processExitsWith: .success) {
            let sandbox = try TemporaryFolder()
            let store = PosixStore(directory: sandbox.path + "/cache") { Issue.record("\($0)") }
            try store.write([1], to: "a")
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 10, rlim_max: 10)
            #expect(unsafe setrlimit(__rlimit_resource_t(1), &limit) == 0)
            let error = #expect(throws: StoreError(.failed, "")) {
                try store.write(Array(repeating: 0, count: 100), to: "a")
            }
            #expect(error?.message.contains("cache") == true)
            #expect(try store.read("a") == [1])
            #expect(try sandbox.names("cache") == ["a"])
        }
    }

    @Test func `the longest name that a partition makes fits`() throws {
        let name = String(repeating: "x", count: 220)
        try store.write([1], to: name)
        #expect(try store.read(name) == [1])
    }

    @Test func `temporary files cannot be taken for live ones`() throws {
        try store.write([1], to: "a.json")
        let seen = Remarks()
        let writer = Thread { [store] in
            for number in 0..<400 { try? store.write([UInt8(number & 0xFF)], to: "a.json") }
        }
        writer.start()
        while !writer.isFinished { for name in try sandbox.names("cache") where name != "a.json" { seen.add(name) } }
        #expect(seen.lines.allSatisfy { $0.hasPrefix(".") && $0.contains("tmp") && !$0.hasSuffix(".json") })
    }

    @Test func `what dead writers left is swept after a day, and nothing else`() throws {
        let names = [".a.json.tmp-1-2", ".b.json.tmp-3-4", ".lock", ".mine", "x.tmp-5-6"]
        try makeCache()
        for name in names { #expect(FileManager.default.createFile(atPath: "\(path)/\(name)", contents: Data())) }
        unsafe symlink("/etc/hostname", "\(path)/.l.tmp-7-8")
        let old = Date(timeIntervalSinceNow: -86_460)
        for name in names where name != names[1] {
            try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: "\(path)/\(name)")
        }
        _ = try store.read("a.json")
        #expect(try FileManager.default.contentsOfDirectory(atPath: path).count == names.count + 1)
        try store.write([1], to: "a.json")
        let left = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        #expect(left == [".b.json.tmp-3-4", ".l.tmp-7-8", ".lock", ".mine", "a.json", "x.tmp-5-6"])
    }

    @Test func `a reader sees the old file or the new one, never half of one`() throws {
        let versions = [Array(repeating: UInt8(1), count: 200_000), Array(repeating: UInt8(2), count: 100_000)]
        try store.write(versions[0], to: "a")
        let writer = Thread { [store] in for number in 0..<100 { try? store.write(versions[number % 2], to: "a") } }
        writer.start()
        var reads = 0
        while !writer.isFinished {
            let content = try #require(try store.read("a"))
            #expect(versions.contains(content))
            reads += 1
        }
        #expect(reads > 0)
    }
}
