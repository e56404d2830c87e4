import Foundation
import JOSE
import Testing

@testable import TokenctlSandbox

/// Authorities that are no Entra: AD FS, and Azure AD B2C.
struct AuthorityShapeTests {
    private static let fred = ["username": "fred@fabrikam.example", "password": "fred-password"]

    @Test func `AD FS has its own document, and no version 2 paths`() async throws {
        try await Sandbox.serve { sandbox in
            let document = try await sandbox.get("/adfs/.well-known/openid-configuration").body
            #expect(document["issuer"]?.stringValue == "\(sandbox.base)/adfs")
            #expect(document["token_endpoint"]?.stringValue == "\(sandbox.base)/adfs/oauth2/token/")
            #expect(document["access_token_issuer"]?.stringValue == "\(sandbox.base)/adfs/services/trust")
            #expect(try await sandbox.get("/adfs/v2.0/.well-known/openid-configuration").status == 404)
            #expect(try await sandbox.token(sandbox.goodRequest(), tenant: "adfs").status == 404)
        }
    }

    private static let appForms: [[String: String]] = [
        ["scope": "api://orders/.default"], ["scope": "", "resource": "api://orders"],
        ["scope": "openid", "resource": "api://orders"], ["scope": "api://orders/openid"],
    ]

    @Test(arguments: appForms)
    func `AD FS gives an app a token of its own key`(changes: [String: String]) async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.post("/adfs/oauth2/token/", sandbox.goodRequest(changes))
            #expect(answer.body["token_type"]?.stringValue == "bearer")
            #expect(answer.body["ext_expires_in"] == nil)
            let token = try CompactJWS(parsing: try #require(answer.body["access_token"]?.stringValue))
            let keys = try await sandbox.get("/adfs/discovery/keys").body["keys"]?.arrayValue
            let key = try PublicKey(jwk: try #require(keys?.first?.objectValue))
            #expect(try token.isSigned(by: key))
            #expect(!sandbox.keys.all.contains { $0.key.publicKey == key })
            let claims = try answer.claims("access_token")
            #expect(claims["iss"]?.stringValue == "\(sandbox.base)/adfs/services/trust")
            #expect(claims["aud"]?.stringValue == "api://orders")
            #expect(claims["apptype"]?.stringValue == "Confidential")
        }
    }

    @Test func `AD FS takes its people's passwords, and refreshes`() async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.post("/adfs/oauth2/token", sandbox.passwordRequest(Self.fred))
            #expect(try answer.claims("access_token")["upn"]?.stringValue == "fred@fabrikam.example")
            #expect(try answer.claims("id_token")["iss"]?.stringValue == "\(sandbox.base)/adfs")
            #expect(try answer.claims("id_token")["unique_name"]?.stringValue == "FABRIKAM\\fred")
            #expect(answer.body["client_info"] == nil)
            #expect(answer.body["scope"]?.stringValue == "offline_access openid profile Orders.Read")
            let token = try #require(answer.body["refresh_token"]?.stringValue)
            let again = try await sandbox.post("/adfs/oauth2/token", sandbox.refreshRequest(token))
            #expect(again.status == 200)
            let elsewhere = try await sandbox.token(sandbox.refreshRequest(token))
            #expect(try elsewhere.errorCode() == 70000)
        }
    }

    @Test(arguments: [
        (["password": "wrong"], "MSIS9659: "), (["username": "alice@contoso.example"], "MSIS9659: "),
        (["client_id": "a1a1a1a1-0000-4000-8000-0000000000ff"], "MSIS9223: "),
    ])
    func `AD FS words errors in its own way`(changes: [String: String], start: String) async throws {
        try await Sandbox.serve { sandbox in
            let form = sandbox.passwordRequest(Self.fred.merging(changes) { $1 })
            let answer = try await sandbox.post("/adfs/oauth2/token", form)
            #expect(answer.status == 400)
            #expect(answer.body["error_description"]?.stringValue?.hasPrefix(start) == true, "\(answer.text)")
            #expect(answer.body["error_codes"] == nil)
        }
    }

    @Test(arguments: [
        ("/adfs/oauth2/authorize", "/adfs/oauth2/token", "fred@fabrikam.example", "/adfs"),
        ("/adfs/oauth2/authorize/", "/adfs/oauth2/token/", "bob@fabrikam.example", "/adfs"),
        (
            "/contoso.example/b2c_1_signin/oauth2/v2.0/authorize", "/contoso.example/b2c_1_signin/oauth2/v2.0/token",
            "alice", "/\(Contoso.tenant.id)/v2.0/"
        ),
    ])
    func `a browser's sign-in gives a code at each`(
        authorize: String, token: String, user: String, issuer: String
    ) async throws {
        try await Sandbox.serve { sandbox in
            var browser = ScriptedBrowser(user: user)
            let url = try sandbox.authorizationURL()
                .replacing("/organizations/oauth2/v2.0/authorize", with: authorize)
            let redirect = try #require(try await browser.authorize(url))
            let code = try #require(try sandbox.redirectParameters(redirect)["code"])
            let answer = try await sandbox.post(
                token,
                [
                    "grant_type": "authorization_code", "client_id": Sandbox.terminalID, "code": code,
                    "redirect_uri": Sandbox.nativeClient, "code_verifier": Sandbox.verifier,
                ])
            let claims = try answer.claims("id_token")
            #expect(claims["iss"]?.stringValue == sandbox.base + issuer)
            #expect(claims["nonce"]?.stringValue == "n")
        }
    }

    @Test func `AD FS signs nobody of another domain in`() async throws {
        try await Sandbox.serve { sandbox in
            var browser = ScriptedBrowser(user: "alice")
            let url = try sandbox.authorizationURL()
                .replacing("/organizations/oauth2/v2.0/authorize", with: "/adfs/oauth2/authorize")
            await #expect(throws: (any Error).self) { try await browser.authorize(url) }
        }
    }

    @Test func `AD FS has a device code flow`() async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            let started = try await sandbox.post(
                "/adfs/oauth2/devicecode", ["client_id": Sandbox.terminalID, "resource": "api://orders"])
            let code = try #require(started.body["device_code"]?.stringValue)
            let poll = [
                "grant_type": "urn:ietf:params:oauth:grant-type:device_code", "client_id": Sandbox.terminalID,
                "device_code": code,
            ]
            let pending = try await sandbox.post("/adfs/oauth2/token", poll)
            #expect(pending.body["error"]?.stringValue == "authorization_pending")
            let userCode = try #require(started.body["user_code"]?.stringValue)
            let approval = try await sandbox.send(
                "POST", "/sandbox/approve?user_code=\(userCode)&user=fred@fabrikam.example")
            #expect(approval.status == 200, "\(approval.text)")
            let answer = try await sandbox.post("/adfs/oauth2/token", poll)
            #expect(try answer.claims("access_token")["upn"]?.stringValue == "fred@fabrikam.example")
        }
    }

    @Test(arguments: [("", "contoso.example"), ("tfp/", Contoso.tenant.id)])
    func `B2C's policies have endpoints of their own`(prefix: String, tenant: String) async throws {
        try await Sandbox.serve { sandbox in
            let path = "/\(prefix)\(tenant)/B2C_1_ropc"
            let document = try await sandbox.get("\(path)/v2.0/.well-known/openid-configuration").body
            let authority = "\(sandbox.base)/\(prefix)\(tenant)/b2c_1_ropc"
            #expect(document["issuer"]?.stringValue == "\(sandbox.base)/\(Contoso.tenant.id)/v2.0/")
            #expect(document["token_endpoint"]?.stringValue == "\(authority)/oauth2/v2.0/token")
            #expect(document["jwks_uri"]?.stringValue == "\(authority)/discovery/v2.0/keys")
            #expect(try await sandbox.get("\(path)/discovery/v2.0/keys").body["keys"]?.arrayValue?.count == 2)
            let app = try await sandbox.post("\(path)/oauth2/v2.0/token", sandbox.goodRequest())
            #expect(try app.claims("access_token")["tfp"]?.stringValue == "b2c_1_ropc")
            let answer = try await sandbox.post("\(path)/oauth2/v2.0/token", sandbox.passwordRequest())
            #expect(try answer.claims("access_token")["tfp"]?.stringValue == "b2c_1_ropc")
            #expect(try answer.claims("id_token")["iss"] == document["issuer"])
            let info = Base64URL.decode(try #require(answer.body["client_info"]?.stringValue)).map {
                try? JSON(parsing: $0)
            }
            #expect(info??["uid"]?.stringValue == "\(Contoso.alice.id)-b2c_1_ropc")
        }
    }

    @Test func `a custom policy of B2C names itself in acr, and another one is unknown`() async throws {
        try await Sandbox.serve { sandbox in
            let path = "/contoso.example/b2c_1a_signin/oauth2/v2.0/token"
            let answer = try await sandbox.post(path, sandbox.passwordRequest())
            #expect(try answer.claims("id_token")["acr"]?.stringValue == "b2c_1a_signin")
            #expect(try answer.claims("id_token")["tfp"] == nil)
            let wrong = try await sandbox.post(path, sandbox.passwordRequest(["password": "wrong"]))
            #expect(wrong.body["error"]?.stringValue == "access_denied")
            #expect(wrong.body["error_description"]?.stringValue?.hasPrefix("AADB2C90225: ") == true)
            #expect(
                try await sandbox.get("/contoso.example/b2c_1_x/v2.0/.well-known/openid-configuration").status == 404)
        }
    }
}
