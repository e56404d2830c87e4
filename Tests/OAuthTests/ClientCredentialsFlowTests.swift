import FakeWorld
import Testing
import World

@testable import OAuth

struct ClientCredentialsFlowTests {
    private static let tenant = TestProviders.tenant
    private static let entra = "https://login.microsoftonline.com/\(tenant)/oauth2/v2.0/token"

    private func run(
        _ provider: Provider, scopes: String, _ transport: ScriptedTransport
    ) throws -> AcquiredToken {
        let client = OAuthClient(authMethod: nil) { () throws(Failure) in
            .secret(Secret("s3cret"))
        } http: { () throws(Failure) in
            HTTPClient(transport: transport, options: TransportOptions())
        }
        let flow = ClientCredentialsFlow(client: client)
        let request = TokenRequest(provider: provider, clientID: "app", scopes: Scopes(scopes))
        return try flow.run(request, in: .fake(transport: transport))
    }

    @Test func `Entra is asked as MSAL asks it`() throws {
        let transport = ScriptedTransport(
            .answer(Self.entra, #"{"token_type":"Bearer","expires_in":3599,"ext_expires_in":7199,"access_token":"t"}"#))
        let authority = try Authority("https://login.microsoftonline.com", tenant: Self.tenant)
        let token = try run(.authority(authority), scopes: "api/.default", transport)
        let request = try #require(transport.requests.first)
        #expect(
            request.form == [
                "grant_type": "client_credentials", "scope": "api/.default", "client_info": "1", "client_id": "app",
                "client_secret": "s3cret",
            ])
        let correlationID = try #require(request.headerValues["client-request-id"])
        #expect(Authority.isGUID(correlationID))
        #expect(token.accessToken == "t")
        #expect(token.correlationID == correlationID)
        #expect(token.realm == Self.tenant)
        #expect(token.scopes.text == "api/.default")
        #expect(token.obtainedOn == FakeClock.start)
        #expect(token.expiresOn == FakeClock.start + 3599)
        #expect(token.extendedExpiresOn == FakeClock.start + 7199)
        #expect(token.refreshOn == nil)
        #expect(token.source == .network)
    }

    @Test func `any other provider is asked as it wants, without Microsoft's additions`() throws {
        let transport = ScriptedTransport(
            .answer(
                "https://idp.example/.well-known/openid-configuration",
                #"{"issuer":"https://idp.example","token_endpoint":"https://idp.example/t"}"#),
            .answer("https://idp.example/t", #"{"access_token":"t","scope":"b a","refresh_in":60}"#))
        let token = try run(.issuer(try Issuer("https://idp.example")), scopes: "", transport)
        let request = try #require(transport.requests.last)
        #expect(request.form == ["grant_type": "client_credentials"])
        #expect(request.headerValues["Authorization"]?.hasPrefix("Basic ") == true)
        #expect(request.headerValues["client-request-id"] == nil)
        #expect(token.scopes.text == "a b", "what was granted, not what was asked for")
        #expect(token.refreshOn == FakeClock.start + 60)
    }

    @Test func `neither the credential nor the network is touched before the flow runs`() {
        let client = OAuthClient(authMethod: nil) { () throws(Failure) in
            Issue.record("the credential was read")
            throw Failure(.internalError, "")
        } http: { () throws(Failure) in
            Issue.record("the network was prepared")
            throw Failure(.internalError, "")
        }
        _ = ClientCredentialsFlow(client: client)
    }

    @Test func `a missing credential is told before anything is sent`() throws {
        let client = OAuthClient(authMethod: nil) { () throws(Failure) in
            nil
        } http: { () throws(Failure) in
            HTTPClient(transport: Missing(), options: TransportOptions())
        }
        let flow = ClientCredentialsFlow(client: client)
        let request = TokenRequest(
            provider: .issuer(try Issuer("https://idp.example")), clientID: "app", scopes: Scopes(""))
        #expect(throws: Failure(.usage, "")) { try flow.run(request, in: .fake()) }
    }

    @Test(
        arguments: [
            ("https://a/contoso.com", "s", true), ("https://a/common", "s", false), ("https://a/consumers", "s", false),
            ("https://a/organizations", "s", false), ("https://a/contoso.com", "", false), ("https://a/adfs", "", true),
        ])
    func `what Entra would refuse is refused at once`(authority: String, scopes: String, isGood: Bool) throws {
        let authority = try Authority(authority, tenant: nil)
        if isGood {
            try ClientCredentialsFlow.check(Scopes(scopes), at: authority)
        } else {
            #expect(throws: Failure(.usage, "")) { try ClientCredentialsFlow.check(Scopes(scopes), at: authority) }
        }
    }
}
