import FakeWorld
import Testing
import World

@testable import OAuth

struct ProviderMetadataTests {
    private static let openID = "https://idp.example/.well-known/openid-configuration"
    private static let oauth = "https://idp.example/.well-known/oauth-authorization-server"
    private static let good = #"{"issuer":"https://idp.example","token_endpoint":"https://idp.example/token"}"#

    private func discover(
        _ issuer: String = "https://idp.example", _ steps: ScriptedTransport.Step...
    ) throws -> ProviderMetadata {
        let transport = ScriptedTransport(steps)
        defer { #expect(transport.isExhausted) }
        let client = HTTPClient(transport: transport, options: TransportOptions())
        return try ProviderMetadata.discover(.issuer(try Issuer(issuer)), using: client)
    }

    @Test(
        arguments: [
            ("https://idp.example", "https://idp.example/.well-known/openid-configuration"),
            ("https://idp.example/", "https://idp.example/.well-known/openid-configuration"),
            ("https://idp.example:8443/a/b", "https://idp.example:8443/a/b/.well-known/openid-configuration"),
            ("https://idp.example/a/", "https://idp.example/a/.well-known/openid-configuration"),
        ])
    func `OpenID discovery is behind the issuer's path`(issuer: String, place: String) throws {
        let metadata = try discover(
            issuer, .answer(place, #"{"issuer":"\#(issuer)","token_endpoint":"https://idp.example/token"}"#))
        #expect(metadata.issuer == issuer)
        #expect(try metadata.tokenEndpoint().description == "https://idp.example/token")
        #expect(metadata.tokenEndpointAuthMethods == nil)
        #expect(metadata.assertionAlgorithms == nil)
    }

    @Test(arguments: [("", 404), ("<html>", 200), ("[]", 200), ("{", 200), (good, 302), ("", 401)])
    func `RFC 8414 is asked when OpenID discovery has nothing`(body: String, status: Int) throws {
        let metadata = try discover(
            "https://idp.example", .answer(Self.openID, body, status: status), .answer(Self.oauth, Self.good))
        #expect(try metadata.tokenEndpoint().description == "https://idp.example/token")
    }

    @Test func `RFC 8414 puts its name in front of the issuer's path`() throws {
        _ = try discover(
            "https://idp.example/a",
            .answer("https://idp.example/a/.well-known/openid-configuration", "", status: 404),
            .answer(
                Self.oauth + "/a", #"{"issuer":"https://idp.example/a","token_endpoint":"https://idp.example/token"}"#))
    }

    @Test func `both places are named when neither has anything`() throws {
        let error = #expect(throws: Failure(.protocolError, "")) {
            try discover(
                "https://idp.example", .answer(Self.openID, "", status: 404), .answer(Self.oauth, "", status: 410))
        }
        #expect(error?.message.contains("\(Self.openID) answered HTTP 404") == true)
        #expect(error?.message.contains("\(Self.oauth) answered HTTP 410") == true)
    }

    static let otherIssuers = [
        "https://idp.example/", "https://IDP.example", "https://idp.example:443", "https://evil.example",
        "https://idp.example.evil.example", "http://idp.example", "",
        "https://idp.example'; rm -rf ~; '\\n\\u001b[31mhint: run this",
    ]

    @Test(arguments: otherIssuers)
    func `another issuer's metadata is refused, however alike`(other: String) {
        let error = #expect(throws: Failure(.protocolError, "")) {
            try discover(
                "https://idp.example",
                .answer(Self.openID, #"{"issuer":"\#(other)","token_endpoint":"https://idp.example/token"}"#))
        }
        #expect(error?.hint?.contains("rm -rf") == false, "people copy commands out of hints")
    }

    @Test(
        arguments: [
            ("https://contoso.ciamlogin.com", "https://72f988bf.ciamlogin.com/72f988bf/v2.0"),
            ("https://contoso.b2clogin.com/contoso/b2c_1_a/v2.0", "https://contoso.b2clogin.com/72f988bf/v2.0/"),
            ("https://login.microsoftonline.com/contoso.com/v2.0", "https://login.microsoftonline.com/72f988bf/v2.0"),
        ])
    func `one of Microsoft's is better given as an authority`(asked: String, named: String) {
        let place = asked + "/.well-known/openid-configuration"
        let other = #expect(throws: Failure(.protocolError, "")) {
            try discover(asked, .answer(place, #"{"issuer":"\#(named)","token_endpoint":"https://idp.example/token"}"#))
        }
        #expect(other?.hint?.contains("--authority") == true)
        let host = asked.split(separator: "/")[1], path = asked.split(separator: "/").dropFirst(2)
        let none = #expect(throws: Failure(.protocolError, "")) {
            try discover(
                asked, .answer(place, "", status: 404),
                .answer(
                    (["https:/", String(host), ".well-known/oauth-authorization-server"] + path.map(String.init))
                        .joined(separator: "/"), "", status: 404))
        }
        #expect(none?.hint?.contains("--authority") == true)
    }

    @Test func `Entra behind a domain of the customer's is better given as an authority`() {
        let asked = "https://login.contoso.com/72f988bf/v2.0"
        let error = #expect(throws: Failure(.protocolError, "")) {
            try discover(
                asked,
                .answer(
                    asked + "/.well-known/openid-configuration",
                    #"{"issuer":"https://72f988bf.ciamlogin.com/72f988bf/v2.0"}"#))
        }
        #expect(error?.hint?.contains("--authority") == true)
        #expect(error?.hint?.contains("login.contoso.com is your own host, then with --no-instance-discovery") == true)
    }

    @Test func `issuers are compared byte for byte`() {
        #expect(throws: Failure(.protocolError, "")) {
            try discover(
                "https://caf\u{E9}.example",
                .answer(
                    "https://caf\u{E9}.example/.well-known/openid-configuration",
                    #"{"issuer":"https://cafe\u0301.example","token_endpoint":"https://idp.example/token"}"#))
        }
    }

    static let hostile = [
        "{}", #"{"token_endpoint":"https://idp.example/token"}"#,
        #"{"issuer":null,"token_endpoint":"https://idp.example/token"}"#,
        #"{"issuer":["https://idp.example"],"token_endpoint":"https://idp.example/token"}"#,
        #"{"issuer":"https://idp.example","jwks_uri":"http://localhost:8080/keys"}"#,
        #"{"issuer":"https://idp.example","token_endpoint":"http://idp.example/token"}"#,
        #"{"issuer":"https://idp.example","token_endpoint":"http://localhost:8080/token"}"#,
        #"{"issuer":"https://idp.example","authorization_endpoint":"http://localhost:8080/sign-in"}"#,
        #"{"issuer":"https://idp.example","device_authorization_endpoint":"http://localhost:8080/device"}"#,
        #"{"issuer":"https://idp.example","revocation_endpoint":"http://localhost:8080/revoke"}"#,
        #"{"issuer":"https://idp.example","token_endpoint":"https://127.0.0.1:8443/token"}"#,
        #"{"issuer":"https://idp.example","jwks_uri":"https://localhost/keys"}"#,
        #"{"issuer":"https://idp.example","token_endpoint":"/token"}"#,
        #"{"issuer":"https://idp.example","token_endpoint":"file:///etc/passwd"}"#,
        #"{"issuer":"https://idp.example","token_endpoint":"https://idp.example@evil.example/"}"#,
    ]

    @Test(arguments: hostile)
    func `metadata that makes no sense is refused`(document: String) {
        #expect(throws: Failure(.protocolError, "")) {
            try discover("https://idp.example", .answer(Self.openID, document))
        }
    }

    /// CI systems and clusters issue tokens and publish keys, and nobody can ask them for a token.
    @Test(arguments: [#"{"issuer":"https://idp.example"}"#, #"{"issuer":"https://idp.example","token_endpoint":17}"#])
    func `a provider without a token endpoint is one until a token is asked of it`(document: String) throws {
        let metadata = try discover("https://idp.example", .answer(Self.openID, document))
        #expect(throws: Failure(.protocolError, "")) { try metadata.tokenEndpoint() }
        #expect(throws: Failure(.protocolError, "")) { try metadata.keys() }
    }

    @Test func `a provider on this machine may have its token endpoint there`() throws {
        let metadata = try discover(
            "http://localhost:1",
            .answer(
                "http://localhost:1/.well-known/openid-configuration",
                #"{"issuer":"http://localhost:1","token_endpoint":"http://localhost:1/token"}"#))
        #expect(try metadata.tokenEndpoint().description == "http://localhost:1/token")
    }

    @Test func `what the provider takes is read, and odd members of the lists are passed over`() throws {
        let metadata = try discover(
            "https://idp.example",
            .answer(
                Self.openID,
                """
                {"issuer":"https://idp.example","token_endpoint":"https://idp.example/token",
                 "token_endpoint_auth_methods_supported":["private_key_jwt",1,null],
                 "token_endpoint_auth_signing_alg_values_supported":["ES256"]}
                """))
        #expect(metadata.tokenEndpointAuthMethods == ["private_key_jwt"])
        #expect(metadata.assertionAlgorithms == ["ES256"])
    }

    @Test(arguments: [(503, Failure.Code.tryAgain), (429, .tryAgain), (500, .unavailable), (502, .unavailable)])
    func `a provider in trouble is not a provider without metadata`(status: Int, code: Failure.Code) {
        #expect(throws: Failure(code, "")) {
            try discover("https://idp.example", .answer(Self.openID, "", status: status))
        }
    }

    @Test func `a failing connection is reported as it is`() {
        #expect(throws: Failure(.unavailable, "")) {
            try discover("https://idp.example", .failure(Self.openID, Failure(.unavailable, "no route")))
        }
    }
}
