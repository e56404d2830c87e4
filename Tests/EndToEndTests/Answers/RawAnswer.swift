import Foundation

/// What a server sends, byte for byte, and what it does then.
struct RawAnswer: Encodable, Sendable {
    /// See `Tests/Servers/scripted-answers`.
    enum Ending: String, Encodable {
        case close, reset, hold, drip
    }

    let bytes: Data
    let ending: Ending

    init(_ bytes: Data, then ending: Ending = .close) {
        self.bytes = bytes
        self.ending = ending
    }

    init(_ text: String, then ending: Ending = .close) { self.init(Data(text.utf8), then: ending) }

    /// An answer as HTTP wants it.
    ///
    /// - Parameters:
    ///   - body: what follows the headers; JSON, if the headers do not say otherwise.
    ///   - headers: whole lines, without their ends.
    static func http(_ status: Int, _ body: String = "", _ headers: String...) -> RawAnswer {
        http(status, Data(body.utf8), headers: headers)
    }

    static func http(_ status: Int, _ body: Data, headers: [String] = []) -> RawAnswer {
        let type = headers.contains { $0.hasPrefix("Content-Type:") } ? [] : ["Content-Type: application/json"]
        let length = status == 204 || status == 304 ? [] : ["Content-Length: \(body.count)"]
        let head = ["HTTP/1.1 \(status) X"] + type + length + ["Connection: close"] + headers
        return RawAnswer(Data(head.map { $0 + "\r\n" }.joined().utf8) + Data("\r\n".utf8) + body)
    }

    /// A success whose JSON object has members beside the token.
    static func token(_ members: String) -> RawAnswer {
        http(200, #"{"access_token":"\#(OddAnswer.token)",\#(members)}"#)
    }

    /// A refusal as Entra words it.
    static func entra(_ number: Int, _ error: String, status: Int = 400, _ headers: String..., more: String = "")
        -> RawAnswer
    {
        let body = """
            {"error":"\(error)","error_description":"AADSTS\(number): No. Trace ID: t\\r\\nCorrelation ID: c",\
            "error_codes":[\(number)],"timestamp":"2026-01-01 00:00:00Z","trace_id":"t","correlation_id":"c"\(more)}
            """
        return http(status, Data(body.utf8), headers: headers)
    }

    /// A web page, as proxies and sign-in portals of networks send them.
    static func page(_ status: Int) -> RawAnswer {
        http(
            status, "<!DOCTYPE html><html><body>Welcome to the \(OddAnswer.token) hotel</body></html>",
            "Content-Type: text/html")
    }
}
