import Foundation
import Testing

extension AnswerTable {
    /// Bodies that are not the JSON object that they should be.
    static let json = AnswerTable(
        "JSON",
        [
            OddAnswer("nothing", .http(200), status: 76, says: "empty body"),
            OddAnswer("white space", .http(200, " \r\n\t "), status: 76, says: "empty body"),
            OddAnswer("a word", .http(200, "pong"), status: 76, says: "no OAuth answer"),
            OddAnswer("a form", .http(200, "access_token=\(OddAnswer.token)"), status: 76, says: "no OAuth answer"),
            OddAnswer(
                "an array", .http(200, #"[{"access_token":"\#(OddAnswer.token)"}]"#), status: 76,
                says: "no OAuth answer"),
            OddAnswer("a text", .http(200, #""\#(OddAnswer.token)""#), status: 76, says: "no OAuth answer"),
            OddAnswer("a number", .http(200, "3599"), status: 76, says: "no OAuth answer"),
            OddAnswer("null", .http(200, "null"), status: 76, says: "no OAuth answer"),
            OddAnswer("an empty object", .http(200, "{}"), status: 76, says: "access_token"),
            OddAnswer("cut off", .http(200, String(good.dropLast(5))), status: 76, says: "cut off or damaged"),
            OddAnswer("two objects", .http(200, good + good), status: 76, says: "cut off or damaged"),
            OddAnswer(
                "single quotes", .http(200, "{'access_token':'\(OddAnswer.token)'}"), status: 76,
                says: "cut off or damaged"),
            OddAnswer("a comma too many", .http(200, good.dropLast() + ",}"), status: 76, says: "cut off or damaged"),
            OddAnswer("a byte order mark", .http(200, "\u{FEFF}" + good), status: 76, says: "no OAuth answer"),
            OddAnswer(
                "UTF-16", .http(200, good.data(using: .utf16LittleEndian) ?? Data()), status: 76,
                says: "cut off or damaged"),
            OddAnswer(
                "bytes that are not UTF-8",
                .http(200, Data(good.dropLast().utf8) + Data(#","x":""#.utf8) + [0xFF, 0xC3] + Data(#""}"#.utf8)),
                status: 76, says: "cut off or damaged"),
            OddAnswer(
                "a zero byte", .http(200, good.dropLast() + ",\"x\":\"\0\"}"), status: 76, says: "cut off or damaged"),
            OddAnswer(
                "10,000 arrays in each other", .http(200, String(repeating: "[", count: 10000)), status: 76,
                says: "no OAuth answer"),
            OddAnswer(
                "10,000 objects in each other",
                .token(
                    #""x":"# + String(repeating: #"{"x":"#, count: 10000) + "1" + String(repeating: "}", count: 10000)),
                status: 76, says: "cut off or damaged"),
            OddAnswer(
                "padding without an end", .http(200, String(repeating: " ", count: 500_000)), status: 76,
                says: "HTTP 200"),
            OddAnswer(
                "502 with JSON that is cut off, and no second one", .http(502, #"{"err"#), .http(400, "?"), status: 77,
                says: "HTTP 400", requests: 2...2),
        ])

    private static let good = #"{"access_token":"\#(OddAnswer.token)","expires_in":3599}"#
}
