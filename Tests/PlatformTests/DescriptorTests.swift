import Glibc
import TestSupport
import Testing

@testable import Platform

struct DescriptorTests {
    private let sandbox: TemporaryFolder

    init() throws { sandbox = try TemporaryFolder() }

    @Test func `a failed open makes nothing`() {
        if let made = Descriptor(-1) { Issue.record("\(made.number) was made") }
    }

    @Test(arguments: [0, 1, 16383, 16384, 16385, 100_000])
    func `everything is read up to the limit, and what is longer shows`(size: Int) throws {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
        try sandbox.write(bytes, to: "a")
        for limit in [size, size + 1] {
            let content = Descriptor(unsafe open(sandbox.path + "/a", O_RDONLY))?.readToEnd(limit: limit)
            #expect(content == bytes)
        }
        guard size > 0 else { return }
        let read = Descriptor(unsafe open(sandbox.path + "/a", O_RDONLY))?.readToEnd(limit: size - 1)
        let content = try #require(read)
        #expect(content.count > size - 1)
    }

    @Test func `a limit bounds what is read of an endless file`() throws {
        let read = Descriptor(unsafe open("/dev/zero", O_RDONLY))?.readToEnd(limit: 1000)
        let content = try #require(read)
        #expect(content.count > 1000)
        #expect(content.count < 100_000)
    }

    @Test func `what cannot be read or written is told`() throws {
        let folder = Descriptor(unsafe open(sandbox.path, O_RDONLY))?.readToEnd(limit: 10)
        #expect(folder == nil)
        #expect(Descriptor.readToEnd(999_999, limit: 10) == nil)
        #expect(!Descriptor.write([1], to: 999_999))
        let isWritten = Descriptor(unsafe open("/dev/full", O_WRONLY))?.write([1])
        #expect(isWritten == false)
    }

    @Test(.timeLimit(.minutes(1)))
    func `a descriptor closes itself, or else the reader would wait for ever`() throws {
        var ends: [Int32] = [-1, -1]
        try #require(unsafe pipe(&ends) == 0)
        let reader = Descriptor(ends[0])
        let isWritten = if let writer = Descriptor(ends[1]) { writer.write([7]) } else { false }
        #expect(isWritten)
        let content = reader?.readToEnd(limit: 10)
        #expect(content == [7])
    }
}
