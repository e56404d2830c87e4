import FakeWorld
import OAuth
import Testing
import World

@testable import WSTrust

struct UserPasswordFlowTests {
    private static let user = "fred@fabrikam.example"

    private func run(
        _ steps: [ScriptedTransport.Step], username: String = user
    ) throws -> (AcquiredToken, ScriptedTransport) {
        let transport = ScriptedTransport(steps)
        let retries = RetryPolicy(clock: FakeClock(), randomness: CountingRandomness()) { _ in }
        let client = FederatedDomain.client(over: transport, retries: retries)
        let flow = UserPasswordFlow(client: client, username: username) {
            () throws(Failure) in Secret("pass & <word>")
        }
        return (try flow.run(FederatedDomain.request(), in: .fake()), transport)
    }

    /// What the flow ends with, and what was sent until then.
    private func failure(
        _ steps: [ScriptedTransport.Step], username: String = user
    ) -> (Failure?, ScriptedTransport) {
        let transport = ScriptedTransport(steps)
        let flow = UserPasswordFlow(client: FederatedDomain.client(over: transport), username: username) {
            () throws(Failure) in Secret("pass & <word>")
        }
        do {
            _ = try flow.run(FederatedDomain.request(), in: .fake())
            return (nil, transport)
        } catch { return (error as? Failure, transport) }
    }

    @Test func `a federated user's password goes to the federation server, and its assertion to Entra as it is`() throws
    {
        let steps: [ScriptedTransport.Step] = [
            FederatedDomain.realm(of: Self.user, FederatedDomain.federated),
            .answer("\(FederatedDomain.server)/mex", FederatedDomain.metadata),
            .answer("\(FederatedDomain.server)/13/usernamemixed", FederatedDomain.answer),
        ]
        let (token, transport) = try run(steps + FederatedDomain.tokens)
        #expect(token.accessToken == "AT")
        #expect(token.account?.username == Self.user)
        guard case .document(let envelope, let type) = transport.requests[2].body else {
            Issue.record("no document was sent")
            return
        }
        #expect(type == "application/soap+xml; charset=utf-8")
        #expect(envelope.contains("pass &amp; &lt;word"))
        #expect(envelope.contains("urn:cloud"))
        let form = try #require(transport.requests.last).form
        #expect(form["grant_type"] == "urn:ietf:params:oauth:grant-type:saml1_1-bearer")
        let sent = try #require(form["assertion"].flatMap(SAMLAssertion.init))
        #expect(sent.xml == FederatedDomain.assertion)
        #expect(form["scope"] == "User.Read offline_access openid profile")
        // To Entra the password never goes.
        for request in transport.requests where request.url.host == "login.microsoftonline.com" {
            #expect(!request.secrets.contains { $0.reveal().contains("word") })
        }
    }

    /// A server may refuse (HTTP 406) to send its metadata as something else.
    @Test func `the metadata may be of any type`() throws {
        let (_, transport) = try run(
            [
                FederatedDomain.realm(of: Self.user, FederatedDomain.federated), Self.metadata,
                .answer(Self.endpoint, FederatedDomain.answer),
            ] + FederatedDomain.tokens)
        #expect(transport.requests.prefix(2).map { $0.headerValues["Accept"] } == ["application/json", "*/*"])
    }

    /// The metadata is asked for once only.
    @Test(arguments: [404, 503]) func `without metadata the address that Entra knows does`(status: Int) throws {
        let steps: [ScriptedTransport.Step] = [
            FederatedDomain.realm(of: Self.user, FederatedDomain.federated),
            .answer("\(FederatedDomain.server)/mex", "", status: status),
            .answer("\(FederatedDomain.server)/2005/usernamemixed", FederatedDomain.answer.asOf2005),
        ]
        let (token, _) = try run(steps + FederatedDomain.tokens)
        #expect(token.accessToken == "AT")
    }

    @Test func `without another address the metadata is asked for again`() throws {
        let (token, _) = try run(
            [
                FederatedDomain.realm(
                    of: Self.user, FederatedDomain.federated.replacing("active_auth_url", with: "no_url")),
                .answer("\(FederatedDomain.server)/mex", "", status: 503), Self.metadata,
                .answer(Self.endpoint, FederatedDomain.answer),
            ] + FederatedDomain.tokens)
        #expect(token.accessToken == "AT")
    }

    @Test func `an endpoint in the clear gets no password`() throws {
        let metadata = FederatedDomain.metadata.replacing(
            "\(FederatedDomain.server)/13/usernamemixed", with: "http://localhost/13/usernamemixed")
        let (token, _) = try run(
            [
                FederatedDomain.realm(of: Self.user, FederatedDomain.federated),
                .answer("\(FederatedDomain.server)/mex", metadata),
                .answer("\(FederatedDomain.server)/2005/usernamemixed", FederatedDomain.answer.asOf2005),
            ] + FederatedDomain.tokens)
        #expect(token.accessToken == "AT")
    }

    /// In a path, dots would lead elsewhere.
    @Test(arguments: ["", ".", ".."]) func `what is no user name is asked of nobody`(name: String) {
        let (failure, transport) = failure([], username: name)
        #expect(failure?.code == .usage)
        #expect(failure?.hint?.contains("--username") == true)
        #expect(transport.requests.isEmpty)
    }

    @Test func `a managed user's password goes to Entra`() throws {
        let (_, transport) = try run(
            [FederatedDomain.realm(of: Self.user, #"{"account_type": "Managed"}"#)] + FederatedDomain.tokens)
        #expect(try #require(transport.requests.last).form["password"] == "pass & <word>")
    }

    /// A row of the table: what comes after the user realm, what comes of it, and what nobody may be asked again.
    struct Obstacle: Sendable, CustomTestStringConvertible {
        let name: String
        let realm: String
        var steps: [ScriptedTransport.Step] = []
        let code: Failure.Code
        let words: [String]

        var testDescription: String { name }
    }

    private static let metadata = ScriptedTransport.Step.answer(
        "\(FederatedDomain.server)/mex", FederatedDomain.metadata)
    private static let endpoint = "\(FederatedDomain.server)/13/usernamemixed"

    @Test(arguments: [
        Obstacle(
            name: "nobody's domain", realm: #"{"account_type": "Unknown"}"#, code: .badCredentials,
            words: ["unknown_user_type", "fred@fabrikam.example", "check the user name"]),
        Obstacle(
            name: "no kind at all", realm: "{}", code: .badCredentials, words: ["unknown_user_type"]),
        Obstacle(
            name: "no JSON", realm: "<html>", code: .protocolError, words: ["user_realm_discovery_failed"]),
        Obstacle(
            name: "an insecure server",
            realm: #"{"account_type": "Federated", "federation_metadata_url": "http://sts.fabrikam.example/mex"}"#,
            code: .protocolError, words: ["federation_metadata_url", "https"]),
        Obstacle(
            name: "an insecure server on this machine",
            realm: #"{"account_type": "Federated", "federation_metadata_url": "http://localhost:1/mex"}"#,
            code: .protocolError, words: ["federation_metadata_url", "https"]),
        Obstacle(
            name: "no server", realm: #"{"account_type": "Federated"}"#, code: .refused, words: ["usernamemixed"]),
        Obstacle(
            name: "a wrong password", realm: FederatedDomain.federated,
            steps: [metadata, .answer(endpoint, FederatedDomain.fault, status: 500)], code: .badCredentials,
            words: ["ID3242", "password"]),
        Obstacle(
            name: "a page", realm: FederatedDomain.federated,
            steps: [metadata, .answer(endpoint, "<!DOCTYPE html><html></html>")], code: .protocolError,
            words: ["parsing_wstrust_response_failed"]),
    ])
    func `each obstacle has its own words`(_ row: Obstacle) {
        let (failure, transport) = failure([FederatedDomain.realm(of: Self.user, row.realm)] + row.steps)
        #expect(failure?.code == row.code, "\(failure?.message ?? "")")
        let text = "\(failure?.message ?? "")\n\(failure?.hint ?? "")"
        for word in row.words { #expect(text.contains(word), "\(text)") }
        #expect(!text.contains("<word>"))
        #expect(transport.isExhausted)
    }
}

extension String {
    /// The answer of the older version.
    fileprivate var asOf2005: String {
        replacing(
            "http://docs.oasis-open.org/ws-sx/ws-trust/200512", with: "http://schemas.xmlsoap.org/ws/2005/02/trust"
        )
        .replacing(
            "<trust:RequestSecurityTokenResponseCollection xmlns", with: "<trust:RequestSecurityTokenResponse xmlns"
        )
        .replacing("<trust:RequestSecurityTokenResponse>", with: "")
        .replacing("</trust:RequestSecurityTokenResponseCollection>", with: "")
    }
}
