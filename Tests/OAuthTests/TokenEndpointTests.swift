import FakeWorld
import JOSE
import Testing
import World

@testable import OAuth

struct TokenEndpointTests {
    private static let id = "72f988bf-86f1-41af-91ab-2d7cd011db47"
    private static let contoso = "https://login.microsoftonline.com/contoso.com/v2.0/.well-known/openid-configuration"

    private func resolve(_ authority: String, _ steps: ScriptedTransport.Step...) throws -> TokenEndpoint {
        let transport = ScriptedTransport(steps)
        defer { #expect(transport.isExhausted) }
        return try TokenEndpoint.resolve(
            .authority(try Authority(authority, tenant: nil)),
            using: HTTPClient(transport: transport, options: TransportOptions()))
    }

    @Test(arguments: [
        ("https://login.microsoftonline.com/\(id.uppercased())", id), ("https://sts.contoso.com/adfs", "adfs"),
    ])
    func `a tenant's id and AD FS need no question`(authority: String, realm: String) throws {
        let endpoint = try resolve(authority)
        #expect(endpoint.realm == realm)
        #expect(endpoint.isMicrosoft)
    }

    @Test func `the id of a tenant's domain is looked up once`() throws {
        let endpoint = try resolve(
            "https://login.microsoftonline.com/contoso.com",
            .answer(
                Self.contoso,
                #"{"issuer":"https://login.microsoftonline.com/t/v2.0","token_endpoint":"https://login.microsoftonline.com/\#(Self.id)/oauth2/v2.0/token"}"#
            ))
        #expect(endpoint.realm == Self.id)
        #expect(endpoint.url.description == "https://login.microsoftonline.com/\(Self.id)/oauth2/v2.0/token")
    }

    /// What stands in front of a tenant is none, and tokens of different tenants must not go by one name.
    @Test(
        arguments: [
            ("https://contoso.b2clogin.com/tfp/contoso/b2c_1_a", "/tfp/\(id)/b2c_1_a"),
            ("https://contoso.b2clogin.com/contoso/b2c_1_a", "/\(id)/b2c_1_a"),
            ("https://contoso.b2clogin.com/tfp/contoso/b2c_1_a", "/\(id.uppercased())/b2c_1_a"),
            ("https://dsts.core.example/dstsv2/contoso", "/dstsv2/\(id)"), ("https://contoso.ciamlogin.com", "/\(id)"),
        ])
    func `the realm is the tenant's id, wherever it stands`(authority: String, path: String) throws {
        let parsed = try Authority(authority, tenant: nil)
        let endpoint = try resolve(
            authority,
            .answer(
                parsed.configurationEndpoint().description,
                #"{"issuer":"\#(parsed.server)/","token_endpoint":"\#(parsed.server)\#(path)/oauth2/v2.0/token"}"#))
        #expect(endpoint.realm == Self.id)
    }

    @Test(arguments: [
        ("https://sts.contoso.com/adfs", "RS256"), ("https://d.example/dstsv2/\(id)", "RS256"),
        ("https://login.microsoftonline.com/\(id)", "PS256"), ("https://contoso.ciamlogin.com/\(id)", "PS256"),
        ("https://contoso.b2clogin.com/\(id)/b2c_1_a", "PS256"),
    ])
    func `assertions are signed as the service takes them`(authority: String, algorithm: String) throws {
        #expect(try resolve(authority).preferredAlgorithm(for: .rsa(bits: 2048)).rawValue == algorithm)
    }

    static let bad: [(body: String, status: Int, code: Failure.Code)] = [
        ("{}", 200, .protocolError), ("<html>", 200, .protocolError), (#"{"token_endpoint":5}"#, 200, .protocolError),
        (
            #"{"issuer":"https://login.microsoftonline.com/t/v2.0","token_endpoint":"https://login.microsoftonline.com"}"#,
            200, .protocolError
        ),
        (#"{"issuer":"https://login.microsoftonline.com/t/v2.0","token_endpoint":"nonsense"}"#, 200, .protocolError),
        ("", 503, .tryAgain),
        ("", 404, .protocolError),
        (#"{"error":"invalid_tenant","error_description":"AADSTS90002: No such tenant."}"#, 400, .refused),
    ]

    @Test(arguments: bad)
    func `a tenant that cannot be looked up is named`(body: String, status: Int, code: Failure.Code) {
        let error = #expect(throws: Failure(code, "")) {
            try resolve("https://login.microsoftonline.com/contoso.com", .answer(Self.contoso, body, status: status))
        }
        #expect(error?.message.contains("contoso.com") == true)
    }

    @Test(
        arguments: [
            ("https://idp.example/token", "token"), ("https://idp.example/realms/a/token", "realms"),
            ("https://idp.example", ""),
        ])
    func `the realm of any other provider is what MSAL would call it`(endpoint: String, realm: String) throws {
        #expect(try TestProviders.other(tokenEndpoint: endpoint).realm == realm)
    }

    @Test func `only Microsoft is sent Microsoft's headers`() throws {
        let entra = try resolve("https://login.microsoftonline.com/\(Self.id)").headers(correlationID: "c")
        let request = HTTPRequest(get: try WebURL("https://x"), headers: entra)
        #expect(
            request.headerValues == [
                "Accept": "application/json", "client-request-id": "c", "return-client-request-id": "true",
                "x-client-SKU": "tokenctl",
            ])
        let other = try TestProviders.other().headers(correlationID: "c")
        #expect(
            HTTPRequest(get: try WebURL("https://x"), headers: other).headerValues == ["Accept": "application/json"])
    }
}
