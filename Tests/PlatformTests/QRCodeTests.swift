import Foundation
import TestSupport
import Testing
import World

@testable import Platform

/// What is drawn is turned into a picture, as a terminal would show it, and read by zbar.
struct QRCodeTests {
    private static let texts = [
        "https://microsoft.com/devicelogin", "https://login.example.com/device?user_code=ABCD-EFGH", "é€😀", "0",
        String(repeating: "https://long.example/", count: 60),
    ]

    @Test(.requires(.tool("zbarimg", package: "zbar-tools")), arguments: texts, [false, true])
    func `a telephone reads it from a dark terminal`(text: String, isPlain: Bool) async throws {
        let lines = try HalfBlockQRCodes().lines(for: text, isPlain: isPlain)
        let picture = try #require(TerminalPicture(lines))
        let folder = try TemporaryFolder()
        let file = try folder.write(picture.portableGraymap, to: "code.pgm")
        let zbarimg = try #require(Requirement.path(ofTool: "zbarimg"))
        let run = try await ProcessRun.of(
            zbarimg, ["--quiet", "--raw", "-Sbinary", file.path(percentEncoded: false)])
        #expect(run.status == 0)
        #expect(run.stdout == text)
    }

    @Test func `every line is as wide as the others, in colours of its own or without any`() throws {
        let plain = try HalfBlockQRCodes().lines(for: "https://example.com", isPlain: true)
        #expect(Set(plain.map(\.count)).count == 1)
        #expect(plain.allSatisfy { $0.allSatisfy { " █▀▄".contains($0) } })
        let coloured = try HalfBlockQRCodes().lines(for: "https://example.com", isPlain: false)
        #expect(coloured.count == plain.count)
        #expect(coloured.allSatisfy { $0.hasPrefix("\u{1B}[30;47;107m") && $0.hasSuffix("\u{1B}[0m") })
    }

    @Test func `the quiet zone is two modules wide`() throws {
        let code = try QRCode(of: "https://example.com")
        let lines = code.halfBlocks(isPlain: true)
        #expect(lines.first?.allSatisfy { $0 == "█" } == true)
        #expect(lines.allSatisfy { $0.hasPrefix("██") && $0.hasSuffix("██") })
        #expect(lines.first?.count == code.modules.count + 4)
    }

    @Test(arguments: ["", "a\u{0}b", String(repeating: "x", count: 3000)])
    func `a text that no code can hold is refused`(text: String) {
        #expect(throws: Failure(.badData, "")) { try HalfBlockQRCodes().lines(for: text, isPlain: true) }
    }
}

/// The pixels of half-block lines on a dark terminal, eight by eight for each half.
private struct TerminalPicture {
    private static let blackOnWhite = "\u{1B}[30;47;107m"
    private let rows: [[UInt8]]

    /// nil when a line has anything else than half blocks and the two colours.
    init?(_ lines: [String]) {
        let margin = 6
        var halves: [[UInt8]] = []
        for line in lines {
            let isColoured = line.hasPrefix(Self.blackOnWhite)
            let (ink, paper): (UInt8, UInt8) = isColoured ? (0, 255) : (255, 0)
            let characters = line.dropFirst(isColoured ? Self.blackOnWhite.count : 0).dropLast(isColoured ? 4 : 0)
            var upper: [UInt8] = []
            var lower: [UInt8] = []
            for character in characters {
                guard "█▀▄ ".contains(character) else { return nil }
                upper.append("█▀".contains(character) ? ink : paper)
                lower.append("█▄".contains(character) ? ink : paper)
            }
            halves += [upper, lower]
        }
        let width = (halves.first?.count ?? 0) + 2 * margin
        let dark = [[UInt8]](repeating: [UInt8](repeating: 0, count: width), count: margin)
        let side = [UInt8](repeating: 0, count: margin)
        rows = dark + halves.map { side + $0 + side } + dark
    }

    /// A binary PGM file.
    var portableGraymap: Data {
        let scale = 8
        let width = (rows.first?.count ?? 0) * scale
        var data = Data("P5 \(width) \(rows.count * scale) 255\n".utf8)
        for row in rows {
            let line = row.flatMap { [UInt8](repeating: $0, count: scale) }
            for _ in 0..<scale { data.append(contentsOf: line) }
        }
        return data
    }
}
