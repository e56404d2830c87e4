import TestSupport
import Testing
import World

@testable import Platform

@Suite(.requires(.tool("python3")))
struct CurlTransportTests {
    /// On a connection that was used before, libcurl takes a close for an idle one's end, and sends again by itself.
    @Test func `what was sent and got no answer is not sent again, but for what only asks`() async throws {
        let server = try await Server(script: "second-time-silent")
        let base = try #require(server.announced(as: [String: String].self)["base"])
        let url = try WebURL("\(base)/")
        let transport = CurlTransport()
        let options = TransportOptions(timeoutSeconds: 10)
        _ = try transport.send(HTTPRequest(get: url), options: options)
        #expect(throws: Failure(.unavailable, "")) {
            try transport.send(HTTPRequest(post: [.init("password", Secret("word"))], to: url), options: options)
        }
        #expect(try server.lines == ["\"GET\"", "\"POST\""])

        // Asking twice does no harm.
        for _ in 0..<2 { _ = try transport.send(HTTPRequest(get: url), options: options) }
        #expect(try server.lines.dropFirst(2) == ["\"GET\"", "\"GET\"", "\"GET\""])
    }

    @Test func `what a proxy refused for want of a login is sent again with one`() async throws {
        let proxy = try await Server(script: "asking-proxy")
        let address = try #require(proxy.announced(as: [String: String].self)["base"])
        let options = TransportOptions(
            timeoutSeconds: 10, proxies: ProxySettings(environment: Environment { $0 == "http_proxy" ? address : nil }))
        let request = HTTPRequest(post: [.init("a", "b")], to: try WebURL("http://idp.localhost/"))
        #expect(try CurlTransport().send(request, options: options).status == 200)
        #expect(try proxy.lines == ["407", "200"])
    }
}
