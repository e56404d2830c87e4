import Testing
import World

@testable import WSTrust

struct SecurityTokenResponseTests {
    @Test func `an empty answer makes no sense`() {
        #expect(throws: Failure(.protocolError, "")) { try SecurityTokenResponse(HTTPResponse(status: 200, body: [])) }
    }
}
