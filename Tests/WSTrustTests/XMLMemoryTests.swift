import Foundation
import Testing
import World

@testable import WSTrust

/// What hostile documents cost: each is read in a process of its own, whose peak is looked at.
struct XMLMemoryTests {
    /// By how much a process grows at most while `make`'s document is read, in kilobytes; its making is not counted.
    private static func growth(_ make: () -> [UInt8]) throws -> Int {
        let document = make()
        // What is at its peak now stays so: this resets it.
        try "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
        let before = try peak()
        _ = try? XMLReader.read(document)
        return try peak() - before
    }

    private static func peak() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(separator: " ").compactMap { Int($0.filter(\.isNumber)) }.first ?? 0
    }

    private static func expect(_ growth: Int, below limit: Int) {
        if growth >= limit { fatalError("grew by \(growth) kB") }
    }

    @Test func `50 MB cost nothing`() async {
        await #expect(processExitsWith: .success) {
            let growth = try XMLMemoryTests.growth {
                Array("<a>".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 50 << 20) + Array("</a>".utf8)
            }
            XMLMemoryTests.expect(growth, below: 4 << 10)
        }
    }

    @Test func `billion laughs, and long entities used often, cost next to nothing`() async {
        await #expect(processExitsWith: .success) {
            let growth = try XMLMemoryTests.growth {
                let levels = (1...20).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }
                return Array("<!DOCTYPE a [<!ENTITY l0 \"lol\">\(levels.joined())]><a>&l20;</a>".utf8)
            }
            XMLMemoryTests.expect(growth, below: 8 << 10)
            let quadratic = try XMLMemoryTests.growth {
                let value = String(repeating: "x", count: 500_000)
                return Array(
                    "<!DOCTYPE a [<!ENTITY x \"\(value)\">]><a>\(String(repeating: "&x;", count: 150_000))</a>".utf8)
            }
            XMLMemoryTests.expect(quadratic, below: 8 << 10)
        }
    }

    @Test func `nesting, attributes and declarations without end cost next to nothing`() async {
        await #expect(processExitsWith: .success) {
            let nesting = try XMLMemoryTests.growth { Array(String(repeating: "<a>", count: 349_000).utf8) }
            XMLMemoryTests.expect(nesting, below: 8 << 10)
            let attributes = try XMLMemoryTests.growth {
                Array("<a \((0..<1_000_000).map { "a\($0)=''" }.joined(separator: " "))/>".utf8)
            }
            XMLMemoryTests.expect(attributes, below: 8 << 10)
            let declarations = try XMLMemoryTests.growth {
                Array("<a \((0..<50_000).map { "xmlns:a\($0)='u'" }.joined(separator: " "))/>".utf8)
            }
            XMLMemoryTests.expect(declarations, below: 8 << 10)
        }
    }

    @Test func `as much as is allowed costs no more than 32 MB`() async {
        await #expect(processExitsWith: .success) {
            let elements = try XMLMemoryTests.growth {
                let tag = "<long-name xmlns:prefix='urn:namespace' a=''/>"
                return Array("<a>\(String(repeating: tag, count: 19_998))</a>".utf8)
            }
            XMLMemoryTests.expect(elements, below: 32 << 10)
            let attributes = try XMLMemoryTests.growth {
                let tag = "<a \((0..<256).map { "a\($0)=''" }.joined(separator: " "))/>"
                return Array("<a>\(String(repeating: tag, count: 480))</a>".utf8)
            }
            XMLMemoryTests.expect(attributes, below: 32 << 10)
        }
    }
}
