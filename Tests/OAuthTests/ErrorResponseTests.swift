import FakeWorld
import OAuth
import Testing
import World

struct ErrorResponseTests {
    private func failure(
        _ body: String, status: Int = 400, headers: [(name: String, value: String)] = []
    ) -> Failure {
        Failure(response: HTTPResponse(status: status, headers: headers, body: Array(body.utf8)), to: "get a token")
    }

    private func entra(_ number: Int, _ error: String, status: Int = 400) -> Failure {
        failure(
            """
            {"error":"\(error)","error_description":"AADSTS\(number): What went wrong. Trace ID: t\\r\\nTimestamp: now",
             "error_codes":[\(number)],"timestamp":"2026-01-01 00:00:00Z","trace_id":"t","correlation_id":"c",
             "suberror":"s","claims":"{\\"a\\": 1}"}
            """, status: status)
    }

    static let numbers: [(number: Int, error: String, code: Failure.Code)] = [
        (50034, "invalid_grant", .badCredentials), (50053, "invalid_grant", .badCredentials),
        (50055, "invalid_grant", .badCredentials), (50057, "invalid_grant", .badCredentials),
        (50126, "invalid_grant", .badCredentials), (50076, "invalid_grant", .interactionRequired),
        (50079, "invalid_grant", .interactionRequired), (65001, "invalid_grant", .interactionRequired),
        (53000, "invalid_grant", .denied), (53001, "interaction_required", .denied), (53002, "access_denied", .denied),
        (53003, "access_denied", .denied), (53003, "invalid_grant", .denied), (53003, "interaction_required", .denied),
        (530003, "invalid_grant", .denied), (530035, "access_denied", .denied), (50105, "invalid_grant", .denied),
        (700016, "unauthorized_client", .badCredentials), (700024, "invalid_client", .badCredentials),
        (700027, "invalid_client", .badCredentials), (700030, "invalid_client", .badCredentials),
        (7000112, "unauthorized_client", .denied), (7000215, "invalid_client", .badCredentials),
        (7000218, "invalid_request", .badCredentials), (7000222, "invalid_client", .badCredentials),
        (70021, "invalid_request", .badCredentials), (700211, "invalid_client", .badCredentials),
        (700212, "invalid_client", .badCredentials), (700213, "invalid_client", .badCredentials),
        (500011, "invalid_resource", .refused), (90002, "invalid_request", .refused),
        (900144, "invalid_request", .refused), (1002012, "invalid_scope", .refused),
        (9001023, "invalid_grant", .refused),
    ]

    @Test(arguments: numbers)
    func `Entra's number decides, and is told with a hint`(number: Int, error: String, code: Failure.Code) throws {
        let failure = entra(number, error)
        #expect(failure.code == code)
        #expect(failure.message == "cannot get a token: \(error): What went wrong (AADSTS\(number))")
        #expect(try !#require(failure.hint).isEmpty)
        #expect(!failure.isRetryable)
    }

    @Test func `an answer's members are kept as the server sent them`() throws {
        let answer = try #require(entra(50126, "invalid_grant").answer)
        #expect(answer.error == "invalid_grant")
        #expect(answer.suberror == "s")
        #expect(answer.description == "AADSTS50126: What went wrong. Trace ID: t\r\nTimestamp: now")
        #expect(answer.number == 50126)
        #expect(answer.correlationID == "c")
        #expect(answer.traceID == "t")
        #expect(answer.timestamp == "2026-01-01 00:00:00Z")
        #expect(answer.claims == #"{"a": 1}"#)
    }

    static let errors: [(error: String, status: Int, code: Failure.Code)] = [
        ("invalid_client", 401, .badCredentials), ("unauthorized_client", 400, .badCredentials),
        ("interaction_required", 400, .interactionRequired), ("login_required", 400, .interactionRequired),
        ("consent_required", 400, .interactionRequired), ("account_selection_required", 400, .interactionRequired),
        ("access_denied", 400, .denied), ("authorization_declined", 400, .denied), ("expired_token", 400, .expired),
        ("code_expired", 400, .expired), ("temporarily_unavailable", 400, .tryAgain),
        ("temporarily_unavailable", 503, .tryAgain), ("server_error", 500, .unavailable),
        ("invalid_scope", 400, .refused), ("invalid_request", 400, .refused), ("invalid_grant", 400, .refused),
        ("unsupported_grant_type", 400, .refused), ("made_up", 400, .refused), ("invalid_client", 429, .tryAgain),
        ("internal", 500, .unavailable), ("internal", 502, .unavailable), ("busy", 503, .tryAgain),
        ("slow", 504, .tryAgain), ("late", 408, .tryAgain), ("invalid_client", 500, .badCredentials),
    ]

    @Test(arguments: errors)
    func `the OAuth error decides where there is no number`(error: String, status: Int, code: Failure.Code) {
        let failure = failure(#"{"error":"\#(error)"}"#, status: status)
        #expect(failure.code == code)
        #expect(failure.message == "cannot get a token: \(error)")
        #expect(failure.isRetryable == (code == .tryAgain || code == .unavailable))
    }

    static let silent: [(body: String, status: Int, code: Failure.Code)] = [
        ("", 400, .refused), ("", 401, .badCredentials), ("<html>", 403, .badCredentials), ("", 404, .protocolError),
        ("", 408, .tryAgain), ("", 429, .tryAgain), ("oops", 500, .unavailable), ("", 502, .unavailable),
        ("", 503, .tryAgain), ("", 504, .tryAgain), ("", 599, .unavailable), ("", 200, .protocolError),
        ("", 302, .protocolError), ("", 0, .protocolError), (#"{"error":null}"#, 503, .tryAgain),
    ]

    @Test(arguments: silent)
    func `the status decides where the body says nothing`(body: String, status: Int, code: Failure.Code) {
        let failure = failure(body, status: status)
        #expect(failure.code == code)
        #expect(failure.answer == nil)
        #expect(!failure.message.contains("html"))
    }

    @Test(
        arguments: [
            ("120", "try again in 120 s"), ("soon", "try again in a minute"), ("-5", "try again in a minute"),
            (nil, "try again in a minute"),
        ] as [(String?, String)])
    func `the wait is told`(retryAfter: String?, hint: String) {
        let headers = retryAfter.map { [("Retry-After", $0)] } ?? []
        #expect(failure("", status: 429, headers: headers).hint == hint)
        #expect(failure(#"{"error":"temporarily_unavailable"}"#, headers: headers).hint == hint)
    }

    static let skews: [(received: Int?, date: String?, words: String?)] = [
        (FakeClock.start + 400, now, "this machine's clock is 400 s ahead of the server's"),
        (FakeClock.start - 3600, now, "this machine's clock is 3600 s behind the server's"),
        (FakeClock.start + 5, now, "this machine's clock agrees with the server's"),
        (FakeClock.start - 6, now, "this machine's clock is 6 s behind the server's"), (FakeClock.start, "now", nil),
        (FakeClock.start, nil, nil), (nil, now, nil),
    ]

    private static let now = "Mon, 21 Sep 2026 14:13:20 GMT"

    @Test(arguments: skews, [700_024, 500_133, 700_027])
    func `an error of clocks tells how far they are apart`(
        skew: (received: Int?, date: String?, words: String?), number: Int
    ) throws {
        let body = #"{"error":"invalid_client","error_codes":[\#(number)]}"#
        var response = HTTPResponse(
            status: 401, headers: skew.date.map { [("date", $0)] } ?? [], body: Array(body.utf8))
        response.receivedOn = skew.received
        let hint = try #require(Failure(response: response, to: "get a token").hint)
        let known = try #require(EntraError.known[number]?.hint)
        let words = number == 700_027 ? nil : skew.words
        #expect(hint == known + (words.map { "; \($0)" } ?? ""))
    }

    @Test func `the address of a redirect is told up to a length`() {
        let headers = [("Location", String(repeating: "x", count: 50000))]
        #expect(failure("", status: 302, headers: headers).message.count < 1200)
    }

    @Test(
        arguments: [
            ("AADSTS50126: Wrong.", 50126), ("Something, AADSTS7000215 in the middle", 7_000_215), ("AADSTS", nil),
            ("AADSTSx", nil), ("AADSTS99999999999999999999999", nil), ("AADSTS５０１２６: no ASCII", nil), ("none", nil),
        ] as [(String, Int?)])
    func `the number is found in the description too`(description: String, number: Int?) {
        #expect(failure(#"{"error":"x","error_description":"\#(description)"}"#).answer?.number == number)
    }

    private static let correlation = "3f2504e0-4f89-41d3-9a0c-0305e82c3301"

    private func b2c(_ number: Int, _ error: String) -> Failure {
        failure(
            #"{"error":"\#(error)","error_description":"AADB2C\#(number): Wrong.\r\n"#
                + #"Correlation ID: \#(Self.correlation)\r\nTimestamp: 2026-01-01 00:00:00Z\r\n"}"#)
    }

    @Test(
        arguments: [
            (90225, "access_denied", .badCredentials), (90081, "invalid_request", .badCredentials),
            (90080, "invalid_grant", .interactionRequired), (90006, "invalid_request", .refused),
        ] as [(Int, String, Failure.Code)])
    func `B2C's number decides, and means not what Entra's does`(number: Int, error: String, code: Failure.Code) {
        let failure = b2c(number, error)
        #expect(failure.code == code)
        #expect(failure.message == "cannot get a token: \(error): AADB2C\(number): Wrong")
        #expect(failure.hint == EntraError.known(toB2C: number)?.hint)
        #expect(failure.answer?.number == nil)
        #expect(failure.answer?.correlationID == Self.correlation)
    }

    @Test func `another number of B2C's is told with where to look it up`() {
        let failure = b2c(90047, "invalid_request")
        #expect(failure.code == .refused)
        #expect(failure.hint == "look the number up at \(EntraError.listOfB2C)")
    }

    @Test func `an error of the management kind, nested, is read`() {
        let nested = failure(#"{"error":{"code":"InvalidThing","message":"It is wrong."}}"#, status: 400)
        #expect(nested.message == "cannot get a token: InvalidThing: It is wrong")
        #expect(failure(#"{"error":{}}"#).message == "cannot get a token: unknown_error")
        #expect(failure(#"{"error":17}"#).message == "cannot get a token: unknown_error")
    }

    @Test func `a redirect is named and not followed`() {
        let message = failure("", status: 302, headers: [("location", "https://elsewhere")]).message
        #expect(message.contains("'https://elsewhere'"))
    }
}
