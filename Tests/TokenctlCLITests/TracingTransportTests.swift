import FakeWorld
import Testing
import World

@testable import TokenctlCLI

struct TracingTransportTests {
    private let lines = Remarks()

    private func send(_ step: ScriptedTransport.Step) throws -> HTTPResponse {
        let transport = TracingTransport(inner: ScriptedTransport(step), clock: FakeClock(), salt: [1, 2]) { [lines] in
            lines.add($0)
        }
        return try transport.send(
            HTTPRequest(
                post: [.init("grant_type", "client_credentials"), .init("client_secret", Secret("s3cret"))],
                to: try WebURL("https://idp.example/token"),
                headers: [.init("Accept", "application/json"), .init("Authorization", Secret("Basic s3cret"))]),
            options: TransportOptions())
    }

    @Test func `the request and the answer are shown in the order of the wire`() throws {
        let answer = try send(
            .answer(
                "https://idp.example/token", #"{"access_token":"t0ken","echo":"s3cret"}"#,
                headers: [("X-Echo", "s3cret")]))
        #expect(
            answer.body == Array(#"{"access_token":"t0ken","echo":"s3cret"}"#.utf8), "the answer itself is untouched")
        let mask = "[6 bytes, fingerprint f238a85a]"
        #expect(
            lines.lines.filter { !$0.hasPrefix("> Authorization") } == [
                "> POST https://idp.example/token", "> Accept: application/json", "> grant_type=client_credentials",
                "> client_secret=\(mask)", "* HTTP 200 after 0 ms", "< X-Echo: \(mask)",
                #"< {"access_token":"\#(TraceMask(secrets: [], salt: [1, 2]).fingerprint(of: "t0ken"))","echo":"\#(mask)"}"#,
            ])
        #expect(!lines.lines.joined().contains("s3cret"))
        #expect(!lines.lines.joined().contains("t0ken"))
    }

    @Test func `a failure is shown and passed on`() {
        #expect(throws: Failure(.unavailable, "")) {
            try send(.failure("https://idp.example/token", Failure(.unavailable, "no route")))
        }
        #expect(lines.lines.last == "* failed after 0 ms: no route")
    }
}
