import Foundation
import Testing

extension AnswerTable {
    /// Answers that are broken below their content.
    static let framing = AnswerTable(
        "framing",
        [
            OddAnswer("closed at once", RawAnswer(""), status: 69, says: "closed before the whole answer"),
            OddAnswer("reset at once", RawAnswer("", then: .reset), status: 69, says: "reset"),
            OddAnswer(
                "closed within the headers", RawAnswer("HTTP/1.1 200 OK\r\nContent-Le"), status: 76, says: "empty body"),
            OddAnswer(
                "a body shorter than it was said to be", RawAnswer(head + "Content-Length: 500\r\n\r\n" + body),
                status: 69, says: "closed before the whole answer"),
            OddAnswer(
                "reset within the body", RawAnswer(head + "Content-Length: 500\r\n\r\n" + body, then: .reset),
                status: 69, says: "127.0.0.1"),
            OddAnswer(
                "a body longer than it was said to be", RawAnswer(head + "Content-Length: 20\r\n\r\n" + body),
                status: 76, says: "cut off or damaged"),
            OddAnswer(
                "chunks that stop", RawAnswer(head + chunked + "400\r\n" + body), status: 69,
                says: "closed before the whole answer"),
            OddAnswer(
                "lengths that contradict each other",
                RawAnswer(head + "Content-Length: 10\r\nContent-Length: 500\r\n\r\n" + body), status: 69,
                says: "closed before the whole answer"),
            OddAnswer(
                "an encoding that was not asked for",
                RawAnswer(head + "Content-Encoding: gzip\r\n\r\n\u{1F}\u{8B}\u{8}garbage"), status: 76,
                says: "no OAuth answer"),
            OddAnswer(
                "two megabytes", .token(#""x":"\#(String(repeating: "x", count: 2 << 20))""#), status: 76,
                says: "more than a token endpoint has to say"),
            OddAnswer(
                "a token of a megabyte", .http(200, #"{"access_token":"\#(String(repeating: "x", count: 1 << 20))"}"#),
                status: 76, says: "more than a token endpoint has to say"),
            OddAnswer(
                "nothing, and the connection stays open", RawAnswer("", then: .hold), status: 75, says: "--timeout",
                timeout: 1),
            OddAnswer(
                "half a body, and the connection stays open",
                RawAnswer(head + "Content-Length: 500\r\n\r\n" + body, then: .hold), status: 75, says: "--timeout",
                timeout: 1),
            OddAnswer(
                "a byte now and then", RawAnswer(head + "Content-Length: 500\r\n\r\n" + body, then: .drip), status: 75,
                says: "--timeout", timeout: 1),
            OddAnswer(
                "a promise of an answer, and no more",
                RawAnswer("HTTP/1.1 100 Continue\r\n\r\n", then: .hold), status: 75, says: "--timeout", timeout: 1),
        ])

    private static let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
    private static let chunked = "Transfer-Encoding: chunked\r\n\r\n"
    private static let body = #"{"access_token":"\#(OddAnswer.token)","expires_in":3599}"#
}
