import Foundation
import Glibc
import TestSupport
import Testing
import World

@testable import Platform

struct PosixFilesTests {
    private let sandbox: TemporaryFolder
    private let files = PosixFiles()

    init() throws { sandbox = try TemporaryFolder() }

    @Test func `a file is read whole`() throws {
        try sandbox.write([1, 2, 3], to: "a")
        #expect(try files.read(sandbox.path + "/a", limit: 3) == [1, 2, 3])
    }

    @Test func `what cannot be read is named, with the reason`() throws {
        let missing = #expect(throws: Failure(.noInput, "")) { try files.read(sandbox.path + "/none", limit: 1) }
        #expect(missing?.message == "cannot read '\(sandbox.path)/none': No such file or directory")
        let folder = #expect(throws: Failure(.noInput, "")) { try files.read(sandbox.path, limit: 1) }
        #expect(folder?.message.hasSuffix("Is a directory") == true)
        #expect(throws: Failure(.noInput, "")) { try files.read(descriptor: 999_999, limit: 1) }
        try sandbox.write([1, 2], to: "a")
        let long = #expect(throws: Failure(.badData, "")) { try files.read(sandbox.path + "/a", limit: 1) }
        #expect(long?.message.contains("1 bytes") == true)
    }

    @Test func `a link to a file is followed: the user named it`() throws {
        try sandbox.write([1], to: "a")
        #expect(unsafe symlink(sandbox.path + "/a", sandbox.path + "/b") == 0)
        #expect(try files.read(sandbox.path + "/b", limit: 1) == [1])
    }

    @Test func `a descriptor is read to its end and stays open`() throws {
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data([1, 2]))
        try pipe.fileHandleForWriting.close()
        let number = pipe.fileHandleForReading.fileDescriptor
        #expect(try files.read(descriptor: number, limit: 10) == [1, 2])
        #expect(fcntl(number, F_GETFD) >= 0)
    }

    @Test func `adding makes a private file, or adds to the one there`() throws {
        try files.append([1], to: sandbox.path + "/new")
        try files.append([2], to: sandbox.path + "/new")
        #expect(try sandbox.read("new") == [1, 2])
        #expect(try sandbox.status("new").st_mode & 0o177 == 0)
        #expect(throws: Failure(.io, "")) { try files.append([1], to: sandbox.path + "/none/x") }
        #expect(throws: Failure(.io, "")) { try files.append([1], to: "/dev/full") }
    }

    @Test func `a line is added once, to a private file or behind what is there`() throws {
        let path = sandbox.path + "/list"
        #expect(try files.addLines(["a"], to: path) == [true])
        #expect(try files.addLines(["a", "b", "b"], to: path) == [false, true, false])
        #expect(try files.addLines([], to: path).isEmpty)
        #expect(try sandbox.read("list") == Array("a\nb\n".utf8))
        #expect(try sandbox.status("list").st_mode & 0o177 == 0)
        try sandbox.write(Array("x\nunfinished".utf8), to: "list")
        #expect(try files.addLines(["unfinished", "unfinish"], to: path) == [false, true])
        #expect(try sandbox.read("list") == Array("x\nunfinished\nunfinish\n".utf8))
        #expect(throws: Failure(.io, "")) { try files.addLines(["a"], to: sandbox.path + "/none/x") }
        #expect(throws: Failure(.io, "")) { try files.addLines(["a"], to: sandbox.path) }
        #expect(unsafe mkfifo(sandbox.path + "/fifo", 0o600) == 0)
        #expect(throws: Failure(.io, "")) { try files.addLines(["a"], to: sandbox.path + "/fifo") }
    }

    @Test func `of many who add the same line at once, one succeeds`() async throws {
        let path = sandbox.path + "/list"
        let successes = await withTaskGroup(of: Bool.self) { group in
            for index in 0..<200 { group.addTask { (try? files.addLines(["line \(index % 20)"], to: path)) == [true] } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(successes == 20)
        #expect(try sandbox.read("list").count(where: { $0 == UInt8(ascii: "\n") }) == 20)
    }
}
