import Foundation
import JOSE
import Testing

@testable import TokenctlSandbox

struct AuthorizeTests {
    @Test(arguments: [
        (["response_type": "token"], "unsupported_response_type", 700_051),
        (["response_type": "id_token"], "unsupported_response_type", 700_054),
        (["response_type": ""], "invalid_request", 900_144), (["scope": ""], "invalid_request", 900_144),
        (["scope": "api://orders/Orders.Burn"], "invalid_client", 650_053),
        (["scope": "User.Read api://orders/Orders.Read"], "invalid_request", 28000),
        (["code_challenge": ""], "invalid_request", 9_002_325),
        (["code_challenge": "short"], "invalid_request", 501_491),
        (["code_challenge_method": "plain"], "invalid_request", 50147),
        (["response_mode": "pigeon"], "invalid_request", 70007), (["prompt": "please"], "invalid_request", 90023),
        (["prompt": "none login"], "invalid_request", 90023), (["max_age": "x"], "invalid_request", 9_002_313),
        (["prompt": "none"], "login_required", 50058),
    ])
    func `the client is told what is wrong with its request`(
        changes: [String: String], error: String, code: Int
    ) async throws {
        try await Sandbox.serve { sandbox in
            let redirect = try await sandbox.authorize(changes)
            #expect(redirect["error"] == error)
            #expect(redirect["error_description"]?.hasPrefix("AADSTS\(code): ") == true)
            #expect(redirect["state"] == "s t&<\"")
            #expect(redirect["code"] == nil)
        }
    }

    @Test(arguments: [
        (["redirect_uri": "https://evil.example/"], 50011), (["redirect_uri": ""], 900_144),
        (["client_id": "a1a1a1a1-0000-4000-8000-00000000ffff"], 700_016), (["client_id": ""], 900_144),
    ])
    func `what is wrong with the client itself is told to the person only`(
        changes: [String: String], code: Int
    ) async throws {
        try await Sandbox.serve { sandbox in
            let url = try sandbox.authorizationURL(changes)
            let answer = try await sandbox.get(String(url.dropFirst(sandbox.base.count)))
            #expect(answer.status == 400)
            #expect(answer.headers["location"] == nil)
            #expect(answer.text.contains("AADSTS\(code)"))
        }
    }

    private static let redirectURIs: [(uri: String, isGood: Bool)] = [
        ("http://localhost", true), ("http://localhost/", true), ("http://localhost:5000", true),
        ("http://localhost:5000/", true), ("http://127.0.0.1:5000/a/b?c=d", true), ("http://127.0.0.1", true),
        (Contoso.nativeClient, true), ("http://localhost:5000/path", false), ("https://localhost:5000", false),
        ("http://localhost.evil.example", false), ("http://localhost:80@evil.example/", false),
        ("http://127.0.0.1.evil.example/", false), ("http://127.0.0.1:99999/", false), ("http://127.0.0.1:/", false),
        ("http://127.0.0.1:1/#x", false), ("http://127.0.0.1:1/\r\nX: y", false), ("http://127.0.0.1:1/\"", false),
        (Contoso.nativeClient + "/", false), ("http://[::1]:1/", false),
    ]

    @Test(arguments: redirectURIs)
    func `only registered redirect URIs are good, loopback ones on any port`(uri: String, isGood: Bool) {
        #expect(Contoso.terminal.redirectURIs.contains { $0.matches(uri) } == isGood)
    }

    @Test func `a second sign-in in the same browser is silent`() async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            var browser = ScriptedBrowser(user: "alice")
            _ = try await sandbox.authorize(with: &browser)
            let silent = try await sandbox.authorize(["prompt": "none"], with: &browser)
            #expect(silent["code"] != nil)
            let hinted = try await sandbox.authorize(
                ["prompt": "none", "login_hint": "bob@contoso.example"], with: &browser)
            #expect(hinted["error"] == "login_required")
            _ = try await sandbox.post("/sandbox/revoke-sessions", ["user": "alice"])
            let revoked = try await sandbox.authorize(["prompt": "none"], with: &browser)
            #expect(revoked["error"] == "login_required")
        }
    }

    @Test(arguments: [("login", false), ("select_account", true), ("create", false)])
    func `a prompt asks again in spite of the session`(prompt: String, offersSession: Bool) async throws {
        try await Sandbox.serve { sandbox in
            var client = LoopbackClient()
            let page = try await client.send(try sandbox.authorizationURL())
            let form = try #require(PageForm(in: page.body))
            #expect(form.fields == ["username", "password"])
            _ = try await client.send(sandbox.base + form.action, form: form.hidden + [("pick", Contoso.bob.name)])
            let silent = try await client.send(try sandbox.authorizationURL())
            #expect(silent.location?.contains("code=") == true)

            let again = try await client.send(try sandbox.authorizationURL(["prompt": prompt]))
            #expect(again.location == nil)
            #expect(again.body.contains("Continue as bob@contoso.example") == offersSession)
            let next = try #require(PageForm(in: again.body))
            let insisting = try await client.send(
                sandbox.base + next.action, form: next.hidden + [("action", "continue")])
            #expect((insisting.location != nil) == offersSession)
        }
    }

    @Test func `more permissions want a consent, once`() async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            var browser = ScriptedBrowser(user: "alice")
            _ = try await sandbox.authorize(with: &browser)
            let more = ["scope": "openid api://orders/Orders.Write", "prompt": "none"]
            let refused = try await sandbox.authorize(more, with: &browser)
            #expect(refused["error"] == "interaction_required")
            #expect(refused["error_description"]?.hasPrefix("AADSTS65001") == true)
            let asked = try await sandbox.authorize(["scope": "openid api://orders/Orders.Write"], with: &browser)
            let answer = try await sandbox.redeem(try #require(asked["code"]))
            #expect(answer.body["scope"]?.stringValue == "api://orders/Orders.Read api://orders/Orders.Write")
            let silent = try await sandbox.authorize(more, with: &browser)
            #expect(silent["code"] != nil)
        }
    }

    @Test func `who consented to nothing can do so, and then use a password`() async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            let request = sandbox.passwordRequest([
                "username": Contoso.noConsent.name, "password": Contoso.noConsent.password,
            ])
            let before = try await sandbox.token(request).errorCode()
            #expect(before == 65001)
            _ = try await sandbox.authorize(as: "noconsent")
            let after = try await sandbox.token(request).status
            #expect(after == 200)
        }
    }

    @Test(arguments: ["alice", "mfa", "noconsent"])
    func `a person may decline`(user: String) async throws {
        try await Sandbox.serve { sandbox in
            let redirect = try await sandbox.authorize(as: user, declines: true)
            #expect(redirect["error"] == "access_denied")
            #expect(redirect["error_subcode"] == "cancel")
            #expect(redirect["error_description"]?.hasPrefix("AADSTS65004") == true)
        }
    }

    @Test func `a second factor is asked for, and remembered`() async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            var browser = ScriptedBrowser(user: "mfa")
            let code = try #require(try await sandbox.authorize(["scope": "User.Read"], with: &browser)["code"])
            let claims = try await sandbox.redeem(code).claims("access_token")
            #expect(claims["amr"] == .strings(["pwd", "mfa"]))
            let silent = try await sandbox.authorize(["prompt": "none"], with: &browser)
            #expect(silent["code"] != nil)
        }
    }

    @Test(arguments: [("locked", 50053), ("disabled", 50057), ("expired", 50055), ("nobody", 50034)])
    func `who cannot sign in stays on the page and reads why`(user: String, code: Int) async throws {
        try await Sandbox.serve { sandbox in
            let error = await #expect(throws: SandboxError.self) { _ = try await sandbox.authorize(as: user) }
            #expect(error?.description.contains("AADSTS\(code)") == true)
        }
    }

    @Test(arguments: ["accept", "verify", "continue"])
    func `no page can be skipped`(action: String) async throws {
        try await Sandbox.serve { sandbox in
            var client = LoopbackClient()
            let page = try await client.send(try sandbox.authorizationURL())
            let form = try #require(PageForm(in: page.body))
            let answer = try await client.send(
                sandbox.base + form.action, form: form.hidden + [("action", action)])
            #expect(answer.location == nil)
            #expect(PageForm(in: answer.body)?.fields == ["username", "password"])
        }
    }

    @Test func `the second factor cannot be skipped by accepting`() async throws {
        try await Sandbox.serve { sandbox in
            var client = LoopbackClient()
            let page = try await client.send(try sandbox.authorizationURL())
            let form = try #require(PageForm(in: page.body))
            let second = try await client.send(
                sandbox.base + form.action, form: form.hidden + [("pick", Contoso.mfa.name)])
            #expect(PageForm(in: second.body)?.choices == ["verify", "cancel"])
            let answer = try await client.send(sandbox.base + form.action, form: form.hidden + [("action", "accept")])
            #expect(PageForm(in: answer.body)?.choices == ["verify", "cancel"])
        }
    }

    @Test func `a form without its token is refused`() async throws {
        try await Sandbox.serve { sandbox in
            for form in [["action": "accept"], ["action": "accept", "flow": "x"]] {
                let answer = try await sandbox.post("/login", form)
                #expect(answer.status == 400)
                #expect(answer.text.contains("AADSTS"))
            }
        }
    }

    @Test func `what a client sends is escaped on the pages`() async throws {
        try await Sandbox.serve { sandbox in
            let evil = "\"><script>alert(1)</script>'&"
            let url = try sandbox.authorizationURL(["login_hint": evil])
            let answer = try await sandbox.get(String(url.dropFirst(sandbox.base.count)))
            #expect(!answer.text.contains("<script"))
            #expect(answer.text.contains("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39;&amp;\""))
            #expect(answer.headers["content-security-policy"]?.contains("frame-ancestors 'none'") == true)
        }
    }
}
