import Testing
import World

struct HTTPResponseTests {
    @Test func `an answer's header is found whatever its case, and the first one counts`() {
        let response = HTTPResponse(status: 200, headers: [("Retry-After", "1"), ("retry-after", "2")], body: [])
        #expect(response.header("RETRY-AFTER") == "1")
        #expect(response.header("Date") == nil)
    }
}
