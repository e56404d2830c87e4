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
                "a chunk of no length", RawAnswer(head + chunked + "zz\r\n" + body), status: 76,
                says: "does not speak HTTP", "chunk"),
            OddAnswer(
                "a negative length", RawAnswer(head + "Content-Length: -1\r\n\r\n" + body), status: 76,
                says: "does not speak HTTP", "ength"),
            OddAnswer("no status line", RawAnswer(body), status: 76, says: "does not speak HTTP"),
            OddAnswer("HTTP/0.9", RawAnswer("<html>" + OddAnswer.token), status: 76, says: "does not speak HTTP"),
            OddAnswer(
                "bytes of TLS", RawAnswer(Data([0x15, 3, 1, 0, 2, 2, 0x46])), status: 76, says: "does not speak HTTP"),
            OddAnswer(
                "a status that is none", RawAnswer("HTTP/1.1 abc OK\r\n\r\n" + body), status: 76,
                says: "does not speak HTTP"),
            OddAnswer(
                "a version of HTTP to come", RawAnswer("HTTP/9.9 200 OK\r\n\r\n" + body), status: 76,
                says: "does not speak HTTP", "ersion"),
            OddAnswer(
                "a megabyte of headers", RawAnswer(head + String(repeating: filler, count: 1000) + "\r\n" + body),
                status: 76,
                says: "does not speak HTTP"),
            OddAnswer(
                "one header of a megabyte",
                RawAnswer(head + "X: " + String(repeating: "x", count: 1 << 20) + "\r\n\r\n" + body), status: 76,
                says: "does not speak HTTP", "too long"),
            OddAnswer(
                "a header without a colon", RawAnswer(head + "nonsense\r\n\r\n" + body), status: 76,
                says: "does not speak HTTP", "colon"),
            OddAnswer(
                "two megabytes", .token(#""x":"\#(String(repeating: "x", count: 2 << 20))""#), status: 76,
                says: "more than a megabyte"),
            OddAnswer(
                "a token of a megabyte", .http(200, #"{"access_token":"\#(String(repeating: "x", count: 1 << 20))"}"#),
                status: 76, says: "more than a megabyte"),
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
    private static let filler = "X-Filler: " + String(repeating: "x", count: 1000) + "\r\n"
}
