import FakeWorld
import Testing
import World

@testable import OAuth

struct RetryPolicyTests {
    private static let url = "https://idp.example/token"

    /// What became of one operation.
    private struct Outcome {
        let result: Result<HTTPResponse, Failure>
        /// Ticks of each request, from the first one on.
        let times: [Int]
        /// What each try was given, in milliseconds.
        let timeouts: [Int]
        let remarks: [String]
    }

    /// The same byte for ever.
    private struct Constant: Randomness {
        let byte: UInt8

        func bytes(_ count: Int) -> [UInt8] { Array(repeating: byte, count: count) }
    }

    private func send(
        _ steps: [ScriptedTransport.Step], timeout: Int = 30, random byte: UInt8 = 0
    ) throws -> Outcome {
        let clock = FakeClock()
        let start = clock.ticks
        let transport = TimedTransport(ScriptedTransport(steps), clock: clock)
        let remarks = Remarks()
        let client = HTTPClient(
            transport: transport, options: TransportOptions(timeoutSeconds: timeout),
            retries: RetryPolicy(clock: clock, randomness: Constant(byte: byte)) { remarks.add($0) })
        let url = try WebURL(Self.url)
        let result = Result { () throws(Failure) in
            try client.send { HTTPRequest(post: [.init("a", "b")], to: url) }
        }
        return Outcome(
            result: result, times: transport.tries.map { $0.ticks - start }, timeouts: transport.tries.map(\.timeout),
            remarks: remarks.lines)
    }

    private static func answers(_ status: Int, _ count: Int, retryAfter: String? = nil) -> [ScriptedTransport.Step] {
        let headers = retryAfter.map { [("Retry-After", $0)] } ?? []
        return Array(repeating: .answer(url, "", status: status, headers: headers), count: count)
    }

    @Test(arguments: [408, 429, 500, 502, 503, 504])
    func `a busy or troubled server is asked again, at most ten times`(status: Int) throws {
        let outcome = try send(Self.answers(status, 10), timeout: 600)
        #expect(try outcome.result.get().status == status)
        #expect(outcome.times.count == 10)
    }

    @Test(arguments: [200, 204, 301, 400, 401, 403, 404, 413, 501, 505, 599])
    func `any other answer is the last`(status: Int) throws {
        let outcome = try send(Self.answers(status, 1))
        #expect(try outcome.result.get().status == status)
        #expect(outcome.remarks.isEmpty)
    }

    static let errors: [(body: String, status: Int, isRetried: Bool)] = [
        (#"{"error":"temporarily_unavailable"}"#, 400, true), (#"{"error":"temporarily_unavailable"}"#, 200, true),
        (#"{"error":"server_error"}"#, 400, true), (#"{"error":"x","error_codes":[90033]}"#, 400, true),
        (#"{"error":"x","error_description":"AADSTS90033: busy"}"#, 400, true),
        (#"{"error":"x","error_codes":[50196]}"#, 400, false), (#"{"error":"x","error_codes":[50196]}"#, 503, false),
        (#"{"error":"x","error_codes":[50196]}"#, 429, true), (#"{"error":"x","error_codes":[53003]}"#, 500, false),
        (#"{"error":"x","error_codes":[987654321]}"#, 503, true), (#"{"error":"invalid_grant"}"#, 400, false),
        (#"{"access_token":"t","error":null}"#, 200, false), (#"{"error":"invalid_client"}"#, 200, false),
    ]

    @Test(arguments: errors)
    func `an error decides whether it will pass`(body: String, status: Int, isRetried: Bool) throws {
        let last = isRetried ? [ScriptedTransport.Step.answer(Self.url, #"{"access_token":"t"}"#)] : []
        let outcome = try send([.answer(Self.url, body, status: status)] + last)
        #expect(try outcome.result.get().status == (isRetried ? 200 : status))
        #expect(outcome.times.count == (isRetried ? 2 : 1))
    }

    @Test(
        arguments: [
            (0, [0, 250, 750, 1750, 3750, 7750, 11750, 15750, 19750, 23750]),
            (255, [0, 500, 1500, 3500, 7500, 15500, 23500, 31500, 39500, 47500]),
        ] as [(UInt8, [Int])])
    func `pauses double up to eight seconds, and chance takes up to half of each`(byte: UInt8, times: [Int]) throws {
        #expect(try send(Self.answers(503, 10), timeout: 60, random: byte).times == times)
    }

    @Test(arguments: [(0, [0, 3000, 6000]), (255, [0, 3250, 6500])] as [(UInt8, [Int])])
    func `the server's wish counts, and chance adds a little`(byte: UInt8, times: [Int]) throws {
        let steps = Self.answers(429, 2, retryAfter: "3") + Self.answers(200, 1)
        #expect(try send(steps, random: byte).times == times)
    }

    @Test func `a wish for no pause is not granted for ever`() throws {
        #expect(try send(Self.answers(503, 10, retryAfter: "0")).times.count == 10)
    }

    @Test(arguments: [("29", 2), ("30", 1), ("31", 1), ("120", 1), ("99999999999999999999", 1)])
    func `a wait that ends after the time is not begun`(retryAfter: String, tries: Int) throws {
        let steps = Self.answers(429, 1, retryAfter: retryAfter) + (tries == 2 ? Self.answers(200, 1) : [])
        let outcome = try send(steps)
        #expect(outcome.times.count == tries)
        #expect(outcome.remarks.count == tries - 1)
    }

    @Test func `all tries share the time of one`() throws {
        let outcome = try send(Self.answers(503, 4), timeout: 2)
        #expect(outcome.times == [0, 250, 750, 1750])
        #expect(outcome.timeouts == [2000, 1750, 1250, 250])
        #expect(outcome.remarks == Array(repeating: "the server answered HTTP 503: trying again in 1 s", count: 3))
    }

    @Test(arguments: [Failure.Code.unavailable, .tryAgain, .protocolError])
    func `what got no answer is not sent again`(code: Failure.Code) throws {
        let failure = Failure(code, "no answer", isRetryable: true)
        let first = try send([.failure(Self.url, failure)])
        #expect(throws: failure) { try first.result.get() }
        #expect(first.times.count == 1)
        let second = try send(Self.answers(503, 1) + [.failure(Self.url, failure)])
        #expect(throws: failure) { try second.result.get() }
        #expect(second.times.count == 2)
    }

    @Test func `without a policy there is one try`() throws {
        let transport = ScriptedTransport(Self.answers(503, 1))
        let url = try WebURL(Self.url)
        let response = try HTTPClient(transport: transport, options: TransportOptions()).get(url)
        #expect(response.status == 503)
        #expect(response.receivedOn == nil)
    }
}
