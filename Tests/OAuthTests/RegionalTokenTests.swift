import FakeWorld
import JOSE
import Testing
import World

@testable import OAuth

/// An app's token from the endpoint of a region.
struct RegionalTokenTests {
    private static let tenant = TestProviders.tenant
    private static let regional = "https://westus2.login.microsoft.com/\(tenant)/oauth2/v2.0/token"

    private func run(
        _ authority: String, _ region: RegionChoice, credential: ClientCredential = .secret(Secret("s3cret")),
        environment: [String: String] = [:], _ transport: ScriptedTransport
    ) throws -> AcquiredToken {
        let client = OAuthClient(authMethod: nil) { () throws(Failure) in
            credential
        } http: { () throws(Failure) in
            HTTPClient(transport: transport, options: TransportOptions())
        }
        let request = TokenRequest(
            provider: .authority(try Authority(authority, tenant: nil)), clientID: "app", scopes: Scopes("api/.default")
        )
        return try ClientCredentialsFlow(client: client, region: region).run(
            request, in: .fake(transport: transport, environment: environment))
    }

    @Test(arguments: ["login.microsoftonline.com", "login.windows.net", "login.microsoft.com", "sts.windows.net"])
    func `the region is asked, and a client assertion is for its endpoint`(host: String) throws {
        let key = try PrivateKey.generate(.p256)
        let transport = ScriptedTransport(.answer(Self.regional, #"{"access_token":"t"}"#))
        let token = try run(
            "https://\(host)/\(Self.tenant)", try RegionChoice("westus2", by: ""),
            credential: .key(AssertionKey(key: key, chain: [])), transport)
        #expect(token.accessToken == "t")
        #expect(token.realm == Self.tenant)
        let assertion = try #require(transport.requests.first?.form["client_assertion"])
        let claims = try JSON(parsing: CompactJWS(parsing: assertion).payload)
        #expect(claims["aud"]?.stringValue == Self.regional)
    }

    @Test func `a tenant is looked up at the global host`() throws {
        let token = "https://login.microsoftonline.com/\(Self.tenant)/oauth2/v2.0/token"
        let transport = ScriptedTransport(
            .answer(
                "https://login.microsoftonline.com/contoso.com/v2.0/.well-known/openid-configuration",
                #"{"issuer":"https://login.microsoftonline.com/\#(Self.tenant)/v2.0","token_endpoint":"\#(token)"}"#),
            .answer(Self.regional, #"{"access_token":"t"}"#))
        let region = try RegionChoice("westus2", by: "")
        #expect(try run("https://login.microsoftonline.com/contoso.com", region, transport).realm == Self.tenant)
        #expect(transport.isExhausted)
    }

    @Test func `where no region is found the global endpoint is asked`() throws {
        let transport = ScriptedTransport(
            .answer("https://login.microsoftonline.com/\(Self.tenant)/oauth2/v2.0/token", #"{"access_token":"t"}"#))
        let token = try run(
            "https://login.microsoftonline.com/\(Self.tenant)", .detected, environment: ["REGION_NAME": "no/region"],
            transport)
        #expect(token.accessToken == "t")
    }

    @Test func `a region that Entra refuses is no mystery`() throws {
        let body = #"{"error":"invalid_request","error_codes":[100007],"error_description":"AADSTS100007: No."}"#
        let failure = try #require(
            #expect(throws: Failure.self) {
                try run(
                    "https://login.microsoftonline.com/\(Self.tenant)", try RegionChoice("westus2", by: ""),
                    ScriptedTransport(.answer(Self.regional, body, status: 400)))
            })
        #expect(failure.code == .refused)
        #expect(failure.hint?.contains("--region") == true)
    }
}
