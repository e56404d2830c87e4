import JOSE
import Testing

@testable import TokenctlSandbox

struct AuthorizationCodeTests {
    @Test func `a sign-in gives a code, and the code tokens`() async throws {
        try await Sandbox.serve { sandbox in
            let redirect = try await sandbox.authorize()
            #expect(redirect["state"] == "s t&<\"")
            #expect(redirect["session_state"] != nil)
            #expect(redirect["iss"] == nil)
            #expect(redirect["client_info"] == nil)
            let answer = try await sandbox.redeem(try #require(redirect["code"]))
            let id = try answer.claims("id_token")
            #expect(id["nonce"]?.stringValue == "n")
            #expect(id["auth_time"] == nil)
            #expect(id["preferred_username"]?.stringValue == "alice@contoso.example")
            #expect(try answer.claims("access_token")["azpacr"]?.stringValue == "0")
            let token = try #require(answer.body["refresh_token"]?.stringValue)
            let refreshed = try await sandbox.token(sandbox.refreshRequest(token))
            #expect(try refreshed.claims("id_token")["nonce"] == nil)
        }
    }

    @Test func `max_age puts the time of the sign-in into the id token`() async throws {
        try await Sandbox.serve { sandbox in
            let code = try #require(try await sandbox.authorize(["max_age": "60", "client_info": "1"])["code"])
            let id = try await sandbox.redeem(code).claims("id_token")
            #expect(id["auth_time"] == .integer(Sandbox.now))
        }
    }

    @Test func `a confidential client redeems its code with its secret`() async throws {
        try await Sandbox.serve { sandbox in
            let uri = "https://daemon.contoso.example/signin"
            let client = ["client_id": Sandbox.daemonID, "redirect_uri": uri]
            var browser = ScriptedBrowser(user: "bob")
            let url = try sandbox.authorizationURL(
                client.merging(["code_challenge": "", "code_challenge_method": ""]) { $1 })
            let redirect = try sandbox.redirectParameters(try #require(try await browser.authorize(url)))
            let code = try #require(redirect["code"])
            let answer = try await sandbox.redeem(
                code, client.merging(["client_secret": sandbox.secret, "code_verifier": ""]) { $1 })
            #expect(try answer.claims("access_token")["azpacr"]?.stringValue == "1")
        }
    }

    @Test(arguments: [
        (["code_verifier": "another-verifier-of-enough-characters-0123456789"], 501_481, "invalid_grant"),
        (["code_verifier": ""], 501_481, "invalid_grant"),
        (["redirect_uri": "http://localhost"], 500_112, "invalid_grant"),
        (["redirect_uri": ""], 900_144, "invalid_request"), (["code": ""], 900_144, "invalid_request"),
        (["code": "garbage"], 9_002_313, "invalid_grant"), (["code": "1.AQgarbage"], 70000, "invalid_grant"),
        (["client_secret": "x"], 700_025, "invalid_client"),
        (["client_id": Sandbox.daemonID], 7_000_218, "invalid_client"),
    ])
    func `a redemption is refused as Entra does`(changes: [String: String], code: Int, error: String) async throws {
        try await Sandbox.serve { sandbox in
            let good = try #require(try await sandbox.authorize()["code"])
            let answer = try await sandbox.redeem(good, changes)
            #expect(try answer.errorCode() == code)
            #expect(answer.body["error"]?.stringValue == error)
        }
    }

    @Test func `a code works once, for its client`() async throws {
        try await Sandbox.serve { sandbox in
            let code = try #require(try await sandbox.authorize()["code"])
            let other = try await sandbox.redeem(
                code, ["client_id": Sandbox.daemonID, "client_secret": sandbox.secret])
            #expect(try other.errorCode() == 70000)
            let status = try await sandbox.redeem(code).status
            #expect(status == 200)
            let again = try await sandbox.redeem(code).errorCode()
            #expect(again == 54005)
        }
    }

    @Test(arguments: ["query", "fragment", "form_post"])
    func `the answer comes to a listener in the mode asked for`(mode: String) async throws {
        let listener = try await RedirectListener.start()
        try await Sandbox.serve { sandbox in
            var browser = ScriptedBrowser(user: "alice")
            let url = try sandbox.authorizationURL(["response_mode": mode, "redirect_uri": listener.uri])
            let left = try await browser.authorize(url)
            #expect(left == nil)
            let request = try #require(listener.requests.first)
            #expect(request.method == (mode == "form_post" ? "POST" : "GET"))
            #expect(request.path == "/some/path")
            let fields = try mode == "form_post" ? request.form() : request.queryFields()
            // A fragment does not leave the browser.
            #expect((fields["code"] != nil) == (mode != "fragment"))
            #expect(fields["state"] == (mode == "fragment" ? nil : "s t&<\""))
        }
    }

    @Test func `the issuer is named on demand, and announced`() async throws {
        var settings = ProviderSettings()
        settings.sendsIssuerParameter = true
        try await Sandbox.serve(settings) { sandbox in
            let issuer = "\(sandbox.base)/\(Contoso.tenant.id)/v2.0"
            let good = try await sandbox.authorize()
            #expect(good["iss"] == issuer)
            let bad = try await sandbox.authorize(["prompt": "none"])
            #expect(bad["iss"] == issuer)
            let document = try await sandbox.get("/common/v2.0/.well-known/openid-configuration").body
            #expect(document["authorization_response_iss_parameter_supported"] == .bool(true))
        }
    }
}
