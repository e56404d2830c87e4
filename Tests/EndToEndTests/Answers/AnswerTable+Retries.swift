import Testing

extension AnswerTable {
    /// Answers after which tokenctl asks again, or does not.
    static let retries = AnswerTable(
        "retries",
        [(429, 75), (500, 69), (502, 69), (503, 75), (504, 75), (408, 75)].map { status, exit in
            OddAnswer(
                "\(status) for ever", .http(status), status: Int32(exit), says: "HTTP \(status)", requests: 2...10,
                timeout: 2)
        }
            + [
                OddAnswer(
                    "temporarily_unavailable for ever", .http(400, #"{"error":"temporarily_unavailable"}"#), status: 75,
                    says: "temporarily_unavailable", "hint: ", requests: 2...10, timeout: 1),
                OddAnswer(
                    "AADSTS90033 for ever", .entra(90033, "invalid_grant"), status: 75, says: "(AADSTS90033)",
                    requests: 2...10, timeout: 1),
                OddAnswer(
                    "a Retry-After of 0 for ever", .http(503, "", "Retry-After: 0"), status: 75, says: "HTTP 503",
                    requests: 2...10, timeout: 1),
                OddAnswer(
                    "server_error with 400", .http(400, #"{"error":"server_error"}"#), status: 69, says: "server_error",
                    requests: 2...10, timeout: 1),
                OddAnswer(
                    "500 with the word of another status", .http(500, #"{"error":"invalid_client"}"#), status: 22,
                    says: "invalid_client", requests: 2...10, timeout: 1),
                OddAnswer(
                    "429 with another error", .http(429, #"{"error":"invalid_client"}"#), status: 75,
                    says: "invalid_client", requests: 2...10, timeout: 1),
                OddAnswer(
                    "a long wait", .http(429, "", "Retry-After: 120"), status: 75, says: "HTTP 429", "hint: ", "120 s",
                    timeout: 2),
                OddAnswer(
                    "a long wait with 500", .http(500, "", "Retry-After: 120"), status: 75, says: "HTTP 500", "120 s",
                    timeout: 2),
                OddAnswer(
                    "a long wait with an OAuth error",
                    .http(400, #"{"error":"temporarily_unavailable"}"#, "Retry-After: 120"), status: 75, says: "120 s",
                    timeout: 2),
                OddAnswer(
                    "a long wait until a date", .http(503, "", "Date: @NOW@", "Retry-After: @NOW+120@"), status: 75,
                    says: "120 s", timeout: 2),
                OddAnswer(
                    "a long wait until a date, by this machine's clock", .http(503, "", "Retry-After: @NOW+120@"),
                    status: 75, says: "hint: try again in 1", timeout: 2),
                OddAnswer(
                    "a wait of ages", .http(429, "", "Retry-After: 99999999999999999999"), status: 75,
                    says: "hint: try again in 31536000 s", timeout: 2),
                OddAnswer(
                    "a wait of 19 digits", .http(429, "", "Retry-After: 9223372036854775807"), status: 75,
                    says: "hint: try again in", timeout: 2),
                OddAnswer(
                    "a wait until the year 9999", .http(429, "", "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT"),
                    status: 75, says: "hint: try again in", timeout: 2),
                OddAnswer(
                    "a wait until long ago", .http(429, "", "Retry-After: Thu, 01 Jan 1970 00:00:00 GMT"), status: 75,
                    says: "HTTP 429", requests: 2...10, timeout: 1),
            ]
            + ["soon", "-5", "1.5", "", "0x10", "Fri, 99 Foo 2026 99:99:99 GMT", "\u{1B}[31m"].map { wait in
                OddAnswer(
                    "Retry-After: \(wait.debugDescription)", .http(429, "", "Retry-After: \(wait)"), status: 75,
                    says: "HTTP 429", "hint: try again in a minute", requests: 2...10, timeout: 1)
            }
            + [
                OddAnswer("busy, then closed", .http(503), RawAnswer(""), status: 69, says: "closed", requests: 2...2),
                OddAnswer(
                    "busy, then silent", .http(503), RawAnswer("", then: .hold), status: 75, says: "--timeout",
                    requests: 2...2, timeout: 2),
                OddAnswer(
                    "busy, then refused", .http(503), .entra(7_000_215, "invalid_client", status: 401), status: 22,
                    says: "(AADSTS7000215)", requests: 2...2),
                OddAnswer("busy, then a page", .http(429), .page(200), status: 76, says: "web page", requests: 2...2),
            ])

    /// Trouble that passes.
    static let recoveries = AnswerTable(
        "recoveries",
        [
            OddAnswer(
                "after a second, as the server wants it", .http(429, "", "Retry-After: 1"), good, status: 0,
                requests: 2...2),
            OddAnswer(
                "at a time, as the server wants it", .http(503, "", "Date: @NOW@", "Retry-After: @NOW+1@"), good,
                status: 0, requests: 2...2),
            OddAnswer(
                "at once, as the server wants it", .http(503, "", "Retry-After: 0"), good, status: 0, requests: 2...2),
            OddAnswer("at a time that is past", .http(503, "", "Retry-After: @NOW@"), good, status: 0, requests: 2...2),
            OddAnswer(
                "after three kinds of trouble", .http(500), .page(502), .entra(90033, "invalid_grant"), good, status: 0,
                requests: 4...4),
            OddAnswer(
                "after an error with 200", .http(200, #"{"error":"temporarily_unavailable"}"#), good, status: 0,
                requests: 2...2),
        ])

    private static let good = RawAnswer.token(#""expires_in":3599"#)
}
