import FakeWorld
import JOSE
import Testing
import World

@testable import OAuth

struct OnBehalfOfFlowTests {
    private static let endpoint = "https://login.microsoftonline.com/\(AssertionText.tenant)/oauth2/v2.0/token"
    private let clock = FakeClock()

    private func run(
        _ answer: String, status: Int = 200, assertion: String? = AssertionText.user(), scopes: String = "api/Read",
        subject: OnBehalfKey? = nil, type: RequestedTokenType = .accessToken, claims: ClaimsRequest = ClaimsRequest(),
        credential: ClientCredential? = .secret(Secret("s3cret"))
    ) throws -> (token: AcquiredToken, form: [String: String]) {
        let transport = ScriptedTransport(.answer(Self.endpoint, answer, status: status))
        let client = OAuthClient(
            authMethod: nil, credential: { () throws(Failure) in credential },
            http: { () throws(Failure) in HTTPClient(transport: transport, options: TransportOptions()) })
        let flow = OnBehalfOfFlow(client: client, assertion: try assertion.map { try UserAssertion(Secret($0)) })
        let authority = try Authority("https://login.microsoftonline.com/\(AssertionText.tenant)", tenant: nil)
        let request = TokenRequest(
            provider: .authority(authority), clientID: AssertionText.api, scopes: Scopes(scopes),
            subject: .onBehalf(subject ?? .assertion(Secret(assertion ?? ""))), claims: claims, tokenType: type)
        let token = try flow.run(request, in: .fake(clock: clock, transport: transport))
        return (token, transport.requests.first?.form ?? [:])
    }

    private static let success = #"{"token_type":"Bearer","access_token":"at","expires_in":3269,"scope":"api/Read"}"#

    @Test func `the request is Entra's, and one is enough`() throws {
        let (token, form) = try run(Self.success)
        #expect(
            form == [
                "grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion": AssertionText.user(),
                "requested_token_use": "on_behalf_of", "scope": "api/Read", "client_id": AssertionText.api,
                "client_secret": "s3cret", "client_info": "1",
            ])
        #expect(token.accessToken == "at")
        #expect(token.expiresOn == clock.now + 3269)
        #expect(token.account?.username == "ann@contoso.com", "as the assertion tells")
    }

    @Test func `a refresh token is asked for in a session only, or by name`() throws {
        let session = OnBehalfKey.session("job", user: nil)
        #expect(try run(Self.success, subject: session).form["scope"] == "api/Read offline_access")
        #expect(
            try run(Self.success, scopes: "offline_access api/Read").form["scope"] == "api/Read offline_access")
    }

    @Test func `claims and capabilities go along`() throws {
        let claims = ClaimsRequest(challenge: try ClaimsChallenge(#"{"a" : 1}"#))
        #expect(try run(Self.success, claims: claims).form["claims"] == #"{"a" : 1}"#)
    }

    @Test func `who is meant is taken from Entra's own word first`() throws {
        let info = Base64URL.encode(#"{"uid":"u","utid":"t"}"#.utf8)
        let answer = #"{"token_type":"Bearer","access_token":"at","expires_in":1,"client_info":"\#(info)"}"#
        #expect(try run(answer).token.account?.homeAccountID == "u.t")
        #expect(try run(answer).token.account?.localAccountID == "o-1")
    }

    private static func saml(_ xml: String, issued: String? = nil) -> String {
        let type = issued.map { #","issued_token_type":"urn:ietf:params:oauth:token-type:\#($0)""# } ?? ""
        return #"{"token_type":"Bearer","access_token":"\#(Base64URL.encode(xml.utf8))","expires_in":3600\#(type)}"#
    }

    @Test(arguments: [nil, "saml2"] as [String?])
    func `a SAML assertion is asked for by name`(issued: String?) throws {
        let (token, form) = try run(Self.saml("<a>é</a>", issued: issued), type: .saml2)
        #expect(form["requested_token_type"] == "urn:ietf:params:oauth:token-type:saml2")
        #expect(SAMLAssertion(token.accessToken)?.xml == "<a>é</a>")
    }

    @Test func `kinds of token are never taken for each other`() {
        let cases: [(String, RequestedTokenType)] = [
            (Self.success, .saml2), (Self.saml("<a/>", issued: "saml1"), .saml2), (Self.saml("<a/>"), .accessToken),
            (Self.saml("no xml"), .saml1), (Self.saml("<a/>", issued: "access_token"), .saml1),
        ]
        for (answer, type) in cases {
            #expect(throws: Failure(.protocolError, ""), "\(answer)") { try run(answer, type: type) }
        }
    }

    @Test func `nothing is sent with an expired assertion, without one, or without a credential`() {
        let expired = AssertionText.user(["exp": .integer(clock.now - 1)])
        #expect(throws: Failure(.expired, "")) { try run(Self.success, assertion: expired) }
        #expect(throws: Failure(.interactionRequired, "")) { try run(Self.success, assertion: nil) }
        #expect(throws: Failure(.usage, "")) { try run(Self.success, credential: nil) }
    }

    @Test func `a challenge is passed on whole`() throws {
        let claims = #"{\"access_token\":{\"polids\":{\"essential\":true,\"values\":[\"9ab03e19\"]}}}"#
        let failure = #expect(throws: Failure(.interactionRequired, "")) {
            try run(#"{"error":"interaction_required","error_codes":[50079],"claims":"\#(claims)"}"#, status: 400)
        }
        #expect(
            failure?.answer?.claims == #"{"access_token":{"polids":{"essential":true,"values":["9ab03e19"]}}}"#)
    }
}
