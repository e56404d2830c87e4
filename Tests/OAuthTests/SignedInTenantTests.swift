import FakeWorld
import JOSE
import Testing
import World

@testable import OAuth

/// In which tenant the cache finds whoever has signed in.
struct SignedInTenantTests {
    private static let tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47"
    private static let clientInfo = Base64URL.encode(Array(#"{"uid":"u","utid":"\#(tenant)"}"#.utf8))

    private func signIn(_ url: String, clientInfo: String = clientInfo) throws -> AcquiredToken {
        let metadata = JSON.object([
            "issuer": .string(url + "/v2.0"), "token_endpoint": .string(url + "/oauth2/v2.0/token"),
        ])
        let transport = ScriptedTransport(
            .answer(url + "/v2.0/.well-known/openid-configuration", metadata.compact),
            .answer(
                url + "/oauth2/v2.0/token",
                #"{"access_token":"at","token_type":"Bearer","expires_in":3600,"client_info":"\#(clientInfo)"}"#))
        let flow = PasswordFlow(client: SigningIssuer.client(transport), username: "ann") { () throws(Failure) in
            Secret("password")
        }
        let request = TokenRequest(
            provider: .authority(try Authority(url, tenant: nil)), clientID: "app", scopes: Scopes("a"),
            subject: .user(nil))
        return try flow.run(request, in: World.fake(transport: transport))
    }

    /// Else one person would stand in the list twice, by the tenant's domain and by its id.
    @Test(arguments: ["contoso.com", tenant])
    func `at B2C it is the tenant of client_info, by whichever name it was asked for`(name: String) throws {
        let token = try signIn("https://contoso.b2clogin.com/\(name)/b2c_1_ropc")
        #expect(token.realm == Self.tenant)
        #expect(token.account?.realm == Self.tenant)
        #expect(token.account?.homeAccountID == "u.\(Self.tenant)")
    }

    @Test(arguments: ["", Base64URL.encode(Array(#"{"uid":"u","utid":""}"#.utf8))])
    func `where B2C does not tell, it is the one that was asked for`(clientInfo: String) throws {
        #expect(
            try signIn("https://contoso.b2clogin.com/contoso.com/b2c_1_ropc", clientInfo: clientInfo).realm
                == "contoso.com")
    }

    /// There, `client_info` has a guest's own tenant.
    @Test func `at Entra it is never the tenant of client_info`() throws {
        let other = "11112222-bbbb-3333-cccc-4444dddd5555"
        #expect(try signIn("https://login.microsoftonline.com/\(other)").realm == other)
    }
}
