import FakeWorld
import Testing
import World

@testable import OAuth

/// What Entra is asked about a host, and what comes of it.
struct HostAdmissionTests {
    private static let place = "https://login.microsoftonline.com/common/discovery/instance?api-version=1.1"
    private static let yes = #"{"tenant_discovery_endpoint":"https://login.contoso.com/x"}"#

    private func admit(_ provider: Provider, _ steps: ScriptedTransport.Step...) throws {
        let transport = ScriptedTransport(steps)
        defer { #expect(transport.isExhausted) }
        try HTTPClient(transport: transport, options: TransportOptions()).admit(provider)
    }

    private func authority(_ url: String) throws -> Provider { .authority(try Authority(url, tenant: "common")) }

    @Test(
        arguments: [
            ("https://login.contoso.com", "login.contoso.com"), ("https://LOGIN.contoso.com:443/", "login.contoso.com"),
            ("https://login.contoso.com:8443", "login.contoso.com%3A8443"),
            // It cannot be anything but one value of the query, whatever the host.
            ("https://l\u{43E}gin.microsoftonline.com", "l%D0%BEgin.microsoftonline.com"),
            ("https://[2001:db8::1]", "%5B2001%3Adb8%3A%3A1%5D"),
        ])
    func `the question names the host's own sign-in page`(url: String, host: String) throws {
        let question = "\(Self.place)&authorization_endpoint=https%3A%2F%2F\(host)%2Fcommon%2Foauth2%2Fv2.0%2Fauthorize"
        try admit(try authority(url), .answer(question, Self.yes))
    }

    @Test(
        arguments: [
            "https://login.microsoftonline.com", "https://login.windows.net", "https://westus2.login.microsoft.com",
            "https://contoso.ciamlogin.com", "https://dsts.core.example/dstsv2", "http://localhost:8080",
        ])
    func `nobody is asked about a host that is known`(url: String) throws { try admit(try authority(url)) }

    @Test func `nobody is asked about other providers, or twice`() throws {
        try admit(.issuer(try Issuer("https://login.contoso.com/common")))
        let request = TokenRequest(
            provider: try authority("https://login.contoso.com"), clientID: "app", scopes: Scopes("s"))
        try admit(request.admitted.provider)
    }

    static let refusals: [(body: String, status: Int, code: Failure.Code, words: String)] = [
        (#"{"error":"invalid_instance"}"#, 400, .refused, "invalid_instance"),
        (#"{"error":"invalid_instance","tenant_discovery_endpoint":"https://x"}"#, 200, .refused, "invalid_instance"),
        (#"{"error":"x","error_description":"AADSTS50049: Unknown instance."}"#, 400, .refused, "invalid_instance"),
        (#"{"error":"invalid_request"}"#, 400, .refused, "cannot find out"), ("", 503, .tryAgain, "cannot find out"),
        ("<html>", 200, .protocolError, "cannot find out"),
        (#"{"metadata":[]}"#, 200, .protocolError, "cannot find out"),
        (yes, 302, .protocolError, "cannot find out"), (yes, 404, .protocolError, "cannot find out"),
    ]

    @Test(arguments: refusals)
    func `without a yes the host is not admitted`(body: String, status: Int, code: Failure.Code, words: String) {
        let question =
            "\(Self.place)&authorization_endpoint=https%3A%2F%2Fevil.example%2Fcommon%2Foauth2%2Fv2.0%2Fauthorize"
        let error = #expect(throws: Failure(code, "")) {
            try admit(try authority("https://evil.example"), .answer(question, body, status: status))
        }
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
        #expect(error?.message.contains("evil.example") == true)
        #expect(error?.hint?.contains("--no-instance-discovery") == true)
    }

    @Test func `where Microsoft's public cloud is out of reach, that is said, and what to do`() throws {
        let question =
            "\(Self.place)&authorization_endpoint=https%3A%2F%2Fentra.internal%2Fcommon%2Foauth2%2Fv2.0%2Fauthorize"
        let error = #expect(throws: Failure(.unavailable, "")) {
            try admit(
                try authority("https://entra.internal"),
                .failure(question, Failure(.unavailable, "cannot resolve 'login.microsoftonline.com'", hint: "check")))
        }
        #expect(error?.message.contains("entra.internal") == true)
        #expect(error?.message.contains("cannot resolve 'login.microsoftonline.com'") == true)
        #expect(error?.hint?.hasPrefix("check; ") == true)
        #expect(error?.hint?.contains("--no-instance-discovery") == true)
    }
}
