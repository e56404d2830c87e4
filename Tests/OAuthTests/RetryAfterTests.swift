import FakeWorld
import Testing
import World

@testable import OAuth

struct RetryAfterTests {
    private func response(_ headers: [String: String], receivedOn: Int? = nil) -> HTTPResponse {
        var response = HTTPResponse(status: 429, headers: headers.map { ($0.key, $0.value) }, body: [])
        response.receivedOn = receivedOn
        return response
    }

    private static let year = 365 * 86400

    static let waits: [(text: String, seconds: Int?)] = [
        ("0", 0), ("1", 1), ("120", 120), (" 120 ", 120), ("007", 7), ("31536000", year), ("31536001", year),
        ("9223372036854775807", year), ("9223372036854775808", year), ("99999999999999999999999", year), ("", nil),
        (" ", nil), ("-5", nil), ("+5", nil), ("1.5", nil), ("1e3", nil), ("0x10", nil), ("5 s", nil), ("soon", nil),
        ("١٢", nil), ("5,6", nil), ("Mon, 21 Sep 2026 14:15:20 GMT", 120), ("Mon, 21 Sep 2026 14:13:20 GMT", 0),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Fri, 31 Dec 9999 23:59:59 GMT", year),
        ("Mon, 21 Sep 2026 14:15:20 CET", nil), ("Mon, 99 Foo 2026 99:99:99 GMT", nil),
    ]

    @Test(arguments: waits)
    func `a wait is a number of seconds or a date, and a year at most`(text: String, seconds: Int?) {
        #expect(response(["retry-after": text], receivedOn: FakeClock.start).retryAfter == seconds)
    }

    @Test func `a date is counted from the server's own clock, where it tells that`() {
        let headers = ["Retry-After": "Mon, 21 Sep 2026 14:15:20 GMT", "Date": "Mon, 21 Sep 2026 14:15:00 GMT"]
        #expect(response(headers, receivedOn: FakeClock.start).retryAfter == 20)
        #expect(response(headers).retryAfter == 20)
    }

    @Test func `a date without any clock is of no use, and neither is an answer without a wish`() {
        #expect(response(["Retry-After": "Mon, 21 Sep 2026 14:15:20 GMT"]).retryAfter == nil)
        #expect(response([:], receivedOn: FakeClock.start).retryAfter == nil)
    }
}
