import JOSE
import Testing

@testable import TokenctlSandbox

struct RefreshTokenTests {
    @Test func `a refresh token gives new tokens and another one, and works again`() async throws {
        try await Sandbox.serve { sandbox in
            let token = try await sandbox.refreshToken()
            for _ in 1...2 {
                let answer = try await sandbox.token(sandbox.refreshRequest(token))
                #expect(answer.status == 200)
                #expect(answer.body["scope"]?.stringValue == "api://orders/Orders.Read")
                #expect(answer.body["refresh_token"] != .string(token))
                #expect(answer.body["refresh_token"]?.stringValue != nil)
                #expect(try answer.claims("id_token")["oid"]?.stringValue == Contoso.alice.id)
            }
        }
    }

    @Test func `another API's consented permissions may be asked for`() async throws {
        try await Sandbox.serve { sandbox in
            let request = sandbox.refreshRequest(try await sandbox.refreshToken(), ["scope": "User.Read"])
            let answer = try await sandbox.token(request)
            #expect(answer.body["scope"]?.stringValue == "User.Read")
            #expect(answer.body["id_token"] == nil)
            #expect(answer.body["refresh_token"] != nil)
        }
    }

    @Test(arguments: [
        (["scope": "api://orders/Orders.Write"], 65001, "invalid_grant", "consent_required"),
        (["refresh_token": "garbage"], 9_002_313, "invalid_grant", "bad_token"),
        (["refresh_token": "1.ARgarbage"], 70000, "invalid_grant", "bad_token"),
        (["refresh_token": ""], 900_144, "invalid_request", nil),
        (["client_secret": "x"], 700_025, "invalid_client", nil),
    ])
    func `a refresh is refused as Entra does`(
        changes: [String: String], code: Int, error: String, suberror: String?
    ) async throws {
        try await Sandbox.serve { sandbox in
            let token = try await sandbox.refreshToken()
            let answer = try await sandbox.token(sandbox.refreshRequest(token, changes))
            #expect(try answer.errorCode() == code)
            #expect(answer.body["error"]?.stringValue == error)
            #expect(answer.body["suberror"]?.stringValue == suberror)
        }
    }

    @Test func `another client cannot use it`() async throws {
        try await Sandbox.serve { sandbox in
            let token = try await sandbox.refreshToken()
            let answer = try await sandbox.token(
                sandbox.refreshRequest(token, ["client_id": Sandbox.daemonID, "client_secret": sandbox.secret]))
            #expect(try answer.errorCode() == 70000)
            #expect(answer.body["suberror"]?.stringValue == "client_mismatch")
        }
    }

    @Test func `an app of the same family can, and its own tokens come of it`() async throws {
        try await Sandbox.serve { sandbox in
            let signIn = try await sandbox.token(sandbox.passwordRequest(["client_id": Contoso.shell.id]))
            #expect(signIn.body["foci"]?.stringValue == "1")
            let token = try #require(signIn.body["refresh_token"]?.stringValue)
            let answer = try await sandbox.token(sandbox.refreshRequest(token, ["client_id": Contoso.editor.id]))
            #expect(answer.status == 200)
            #expect(answer.body["foci"]?.stringValue == "1")
            #expect(try answer.claims("access_token")["azp"]?.stringValue == Contoso.editor.id)
            let own = try #require(answer.body["refresh_token"]?.stringValue)
            for client in [Contoso.editor.id, Contoso.shell.id] {
                let again = try await sandbox.token(sandbox.refreshRequest(own, ["client_id": client]))
                #expect(again.status == 200, "\(client)")
            }
        }
    }

    @Test func `an app of no family cannot use a family's, nor a family anyone else's`() async throws {
        try await Sandbox.serve { sandbox in
            let family = try await sandbox.refreshToken(["client_id": Contoso.editor.id])
            let alone = try await sandbox.token(sandbox.passwordRequest())
            #expect(alone.body["foci"] == nil)
            let other = try #require(alone.body["refresh_token"]?.stringValue)
            for (token, client) in [(family, Sandbox.terminalID), (other, Contoso.shell.id)] {
                let answer = try await sandbox.token(sandbox.refreshRequest(token, ["client_id": client]))
                #expect(try answer.errorCode() == 70000)
                #expect(answer.body["error"]?.stringValue == "invalid_grant")
                #expect(answer.body["suberror"]?.stringValue == "client_mismatch")
            }
        }
    }

    @Test func `one-use refresh tokens work once`() async throws {
        var settings = ProviderSettings()
        settings.rotatesRefreshTokens = true
        try await Sandbox.serve(settings) { sandbox in
            let token = try await sandbox.refreshToken()
            let first = try await sandbox.token(sandbox.refreshRequest(token))
            let again = try await sandbox.token(sandbox.refreshRequest(token)).errorCode()
            #expect(again == 70000)
            let next = try #require(first.body["refresh_token"]?.stringValue)
            let status = try await sandbox.token(sandbox.refreshRequest(next)).status
            #expect(status == 200)
        }
    }

    @Test func `a refresh token expires`() async throws {
        var settings = ProviderSettings()
        settings.refreshTokenLifetime = 0
        try await Sandbox.serve(settings) { sandbox in
            let answer = try await sandbox.token(sandbox.refreshRequest(try await sandbox.refreshToken()))
            #expect(try answer.errorCode() == 700_082)
        }
    }

    @Test func `revoked sessions end refresh tokens, not new sign-ins`() async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            let token = try await sandbox.refreshToken()
            let revoked = try await sandbox.send("POST", "/sandbox/revoke-sessions?user=alice")
            #expect(revoked.body["user"]?.stringValue == "alice@contoso.example")
            let answer = try await sandbox.token(sandbox.refreshRequest(token))
            #expect(try answer.errorCode() == 50173)
            #expect(answer.body["suberror"]?.stringValue == "bad_token")
            let status = try await sandbox.token(sandbox.refreshRequest(try await sandbox.refreshToken())).status
            #expect(status == 200)
        }
    }

    @Test func `more proof may be wanted later, and the answer says which claims to ask for`() async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            let token = try await sandbox.refreshToken()
            _ = try await sandbox.post("/sandbox/require-mfa", ["user": "alice@contoso.example"])
            let answer = try await sandbox.token(sandbox.refreshRequest(token))
            #expect(try answer.errorCode() == 50076)
            #expect(answer.body["error"]?.stringValue == "interaction_required")
            let claims = try JSON(parsing: try #require(answer.body["claims"]?.stringValue))
            #expect(claims["access_token"]?["capolids"]?["essential"] == .bool(true))
        }
    }
}
