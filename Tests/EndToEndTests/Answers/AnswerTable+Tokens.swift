import Foundation
import Testing

extension AnswerTable {
    /// Answers that look like a token, and are none of use.
    static let tokens = AnswerTable(
        "tokens",
        [
            OddAnswer(
                "an id token alone", .http(200, #"{"id_token":"\#(OddAnswer.token)"}"#), status: 76,
                says: "access_token"),
            OddAnswer(
                "a misspelt one", .http(200, #"{"accessToken":"\#(OddAnswer.token)"}"#), status: 76,
                says: "access_token"),
            OddAnswer(
                "in an object of its own", .http(200, #"{"data":{"access_token":"\#(OddAnswer.token)"}}"#), status: 76,
                says: "access_token"),
        ]
            + [
                "null", "true", "17", #"["t0ken"]"#, #"{"t0ken":"t0ken"}"#, #""""#, #"" ""#, #""t0ken\nHost: x""#,
                #""t0\u0000ken""#, #""t0k\u00e9n""#, #""t0ken\u001b[31m""#, #""t0\u200bken""#, #""\ud800t0ken""#,
            ].map { json in
                OddAnswer(
                    "access_token \(json)", .http(200, #"{"access_token":\#(json),"expires_in":3599}"#), status: 76,
                    says: "no usable access_token", neverSays: "t0k")
            }
            + ["MAC", "DPoP", "pop", "", "N_A"].map { type in
                OddAnswer(
                    "the type '\(type)'", .token(#""token_type":"\#(type)""#), status: 76, says: "'\(type)'",
                    "not a bearer token")
            }
            + [
                OddAnswer(
                    "a type of control characters", .token(#""token_type":"\u001b]0;x\u0007\u202e""#), status: 76,
                    says: "not a bearer token"),
                OddAnswer("a type that is a number", .token(#""token_type":17"#), status: 76, says: "type"),
            ]
            + [
                "-1", #""-1""#, "true", "[3599]", "{}", #""""#, #""soon""#, #""NaN""#, #"" 3599 ""#, "-1e400",
                #""0x10""#,
            ].map { json in
                OddAnswer("expires_in \(json)", .token(#""expires_in":\#(json)"#), status: 76, says: "expires_in")
            })

    /// Answers that are odd, and good enough.
    static let accepted = AnswerTable(
        "accepted",
        [
            OddAnswer("nothing but a token", .http(200, #"{"access_token":"\#(OddAnswer.token)"}"#), status: 0),
            OddAnswer("the type in lower case", .token(#""token_type":"bearer""#), status: 0),
            OddAnswer("the type in upper case", .token(#""token_type":"BEARER""#), status: 0),
            OddAnswer("the type null", .token(#""token_type":null"#), status: 0),
            OddAnswer("an error that is null", .token(#""error":null"#), status: 0),
            OddAnswer(
                "a member twice", .http(200, #"{"access_token":"first","access_token":"\#(OddAnswer.token)"}"#),
                status: 0),
            OddAnswer(
                "escapes in names and values",
                .http(200, #"{"access\u005ftoken":"\#(OddAnswer.token.replacing("0", with: #"\u0030"#))"}"#), status: 0),
            OddAnswer("no content type", RawAnswer("HTTP/1.1 200 OK\r\n\r\n" + body), status: 0),
            OddAnswer("the wrong content type", .http(200, body, "Content-Type: text/html; charset=latin1"), status: 0),
            OddAnswer("HTTP/1.0", RawAnswer("HTTP/1.0 200 OK\r\n\r\n" + body), status: 0),
            OddAnswer(
                "line feeds alone", RawAnswer("HTTP/1.1 200 OK\nContent-Length: \(body.utf8.count)\n\n" + body),
                status: 0),
            OddAnswer(
                "chunks",
                RawAnswer(
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n\(String(body.utf8.count - 1, radix: 16));x=y\r\n\(body.dropFirst())\r\n0\r\nX: y\r\n\r\n"
                ), status: 0),
            OddAnswer(
                "interim answers first",
                RawAnswer(
                    "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"
                        + body), status: 0),
            OddAnswer(
                "a header that is not UTF-8",
                RawAnswer(Data("HTTP/1.1 200 OK\r\nX: ".utf8) + [0xFF, 0xFE] + Data("\r\n\r\n\(body)".utf8)), status: 0),
        ]
            + [
                #""3599""#, "null", "3599.7", "3.599e3", "0", "1e400", "1e30", "1" + String(repeating: "0", count: 400),
                #""99999999999""#,
            ].map { json in
                OddAnswer("expires_in \(json.prefix(20))", .token(#""expires_in":\#(json)"#), status: 0)
            }
            + [
                #""ext_expires_in":"soon""#, #""ext_expires_in":-1"#, #""refresh_in":1e300"#, #""refresh_in":"x""#,
                #""refresh_in":-5"#, #""scope":17"#, #""scope":"\u001b[31m""#, #""refresh_token":17"#,
                #""id_token":"not.a.token""#, #""client_info":"%%%""#,
            ].map { member in
                OddAnswer(member, .token(#""expires_in":3599,\#(member)"#), status: 0)
            })

    private static let body = #"{"access_token":"\#(OddAnswer.token)","expires_in":3599}"#
}
