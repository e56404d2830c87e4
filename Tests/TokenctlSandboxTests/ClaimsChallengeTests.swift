import JOSE
import Testing

@testable import TokenctlSandbox

/// Payroll wants a second factor; who lacks one is told which claims to ask for.
struct ClaimsChallengeTests {
    private static let claims =
        #"{"access_token":{"polids":{"essential":true,"values":["9ab03e19-ed42-4168-b6b7-7001fb3e933a"]}}}"#
    private static let payroll = ["scope": "api://payroll/Payroll.Read"]

    private func expectChallenge(_ answer: Answer) throws {
        #expect(try answer.errorCode() == 50079)
        #expect(answer.status == 400)
        #expect(answer.body["error"]?.stringValue == "interaction_required")
        #expect(answer.body["suberror"]?.stringValue == "basic_action")
        #expect(answer.body["claims"]?.stringValue == Self.claims)
        let text = answer.body["error_description"]?.stringValue ?? ""
        #expect(
            text.hasPrefix(
                "AADSTS50079: Due to a configuration change made by your administrator, or because you moved to a new "
                    + "location, you must enroll in multi-factor authentication to access '\(Contoso.payroll.id)'."))
    }

    @Test func `an exchange is challenged, and a sign-in with the claims satisfies it`() async throws {
        try await Sandbox.serve { sandbox in
            let refused = try await sandbox.token(
                sandbox.exchangeRequest(try await sandbox.ordersToken(), Self.payroll))
            try expectChallenge(refused)

            let claims = try #require(refused.body["claims"]?.stringValue)
            let code = try #require(try await sandbox.authorize(["claims": claims])["code"])
            let tokens = try await sandbox.redeem(code, ["claims": claims])
            let answer = try await sandbox.token(sandbox.exchangeRequest(tokens.accessToken(), Self.payroll))
            let access = try answer.claims("access_token")
            #expect(access["aud"]?.stringValue == Contoso.payroll.id)
            #expect(access["oid"]?.stringValue == Contoso.alice.id)

            let token = try #require(tokens.body["refresh_token"]?.stringValue)
            let refreshed = try await sandbox.token(sandbox.refreshRequest(token))
            let again = try await sandbox.token(sandbox.exchangeRequest(refreshed.accessToken(), Self.payroll))
            #expect(again.status == 200)
        }
    }

    @Test func `a device's sign-in with the claims satisfies it`() async throws {
        try await Sandbox.serve { sandbox in
            let device = try await sandbox.post(
                "/organizations/oauth2/v2.0/devicecode",
                ["client_id": Sandbox.terminalID, "scope": "api://orders/Orders.Read", "claims": Self.claims])
            _ = try await sandbox.decide("approve", device)
            let token = try await sandbox.poll(device).accessToken()
            let answer = try await sandbox.token(sandbox.exchangeRequest(token, Self.payroll))
            #expect(answer.status == 200)
        }
    }

    @Test func `a second factor is enough, also without claims`() async throws {
        try await Sandbox.serve { sandbox in
            let code = try #require(try await sandbox.authorize(as: "mfa")["code"])
            let token = try await sandbox.redeem(code).accessToken()
            let answer = try await sandbox.token(sandbox.exchangeRequest(token, Self.payroll))
            #expect(answer.status == 200)
        }
    }

    @Test func `no other grant gets around it`() async throws {
        try await Sandbox.serve { sandbox in
            try expectChallenge(try await sandbox.token(sandbox.passwordRequest(Self.payroll)))
            let token = try await sandbox.refreshToken()
            try expectChallenge(try await sandbox.token(sandbox.refreshRequest(token, Self.payroll)))
            let code = try #require(try await sandbox.authorize()["code"])
            try expectChallenge(try await sandbox.redeem(code, Self.payroll))
            let app = try await sandbox.token(sandbox.goodRequest(["scope": "api://payroll/.default"]))
            #expect(app.status == 200)
        }
    }

    @Test(arguments: [["claims": claims], payroll])
    func `the second factor is asked for, and cannot be skipped by accepting`(changes: [String: String]) async throws {
        try await Sandbox.serve { sandbox in
            var client = LoopbackClient()
            let page = try await client.send(try sandbox.authorizationURL(changes))
            let form = try #require(PageForm(in: page.body))
            let second = try await client.send(
                sandbox.base + form.action, form: form.hidden + [("pick", Contoso.alice.name)])
            #expect(PageForm(in: second.body)?.choices == ["verify", "cancel"])
            let answer = try await client.send(sandbox.base + form.action, form: form.hidden + [("action", "accept")])
            #expect(PageForm(in: answer.body)?.choices == ["verify", "cancel"])
        }
    }

    @Test func `a session without one is not enough in silence, one with it is`() async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            var browser = ScriptedBrowser(user: "alice")
            _ = try await sandbox.authorize(with: &browser)
            let silent = Self.payroll.merging(["prompt": "none"]) { $1 }
            let refused = try await sandbox.authorize(silent, with: &browser)
            #expect(refused["error"] == "interaction_required")
            #expect(refused["error_description"]?.hasPrefix("AADSTS50079") == true)
            _ = try await sandbox.authorize(["claims": Self.claims], with: &browser)
            let granted = try await sandbox.authorize(silent, with: &browser)
            #expect(granted["code"] != nil)
        }
    }

    @Test func `malformed claims are told to the client`() async throws {
        try await Sandbox.serve { sandbox in
            let redirect = try await sandbox.authorize(["claims": "{"])
            #expect(redirect["error"] == "invalid_request")
            #expect(redirect["error_description"]?.hasPrefix("AADSTS9002313") == true)
            let device = try await sandbox.post(
                "/organizations/oauth2/v2.0/devicecode",
                ["client_id": Sandbox.terminalID, "scope": "openid", "claims": "x"])
            #expect(try device.errorCode() == 9_002_313)
        }
    }

    private static let capable = #"{"access_token":{"xms_cc":{"values":["cp1"]}}}"#

    @Test func `a client that can be challenged gets a token that lives a day, and says so`() async throws {
        try await Sandbox.serve { sandbox in
            let user = try await sandbox.token(sandbox.passwordRequest(["claims": Self.capable]))
            #expect(user.body["expires_in"] == .integer(86_400))
            #expect(user.body["refresh_in"] == .integer(43_200))
            #expect(try user.claims("access_token")["xms_cc"] == .strings(["CP1"]))
            #expect(try user.claims("access_token")["exp"] == .integer(Sandbox.now + 86_400))
            let token = try #require(user.body["refresh_token"]?.stringValue)
            let plain = try await sandbox.token(sandbox.refreshRequest(token))
            #expect(plain.body["expires_in"] == .integer(3599))
            #expect(try plain.claims("access_token")["xms_cc"] == nil)
            let capable = try await sandbox.token(sandbox.refreshRequest(token, ["claims": Self.capable]))
            #expect(try capable.claims("access_token")["xms_cc"] == .strings(["CP1"]))
            let app = try await sandbox.token(sandbox.goodRequest(["claims": Self.capable]))
            #expect(try app.claims("access_token")["xms_cc"] == .strings(["CP1"]))
            #expect(app.body["expires_in"] == .integer(3599))
            let exchanged = try await sandbox.token(
                sandbox.exchangeRequest(try user.accessToken(), ["claims": Self.capable]))
            #expect(try exchanged.claims("access_token")["xms_cc"] == .strings(["CP1"]))
        }
    }

    @Test(arguments: [
        (Sandbox.now - 10, Sandbox.now - 10), (Sandbox.now, Sandbox.now), (Sandbox.now + 10, Sandbox.now),
        (Sandbox.now - 1000, Sandbox.now - 300),
    ])
    func `a token may be asked to start later, not in the future`(asked: Int, start: Int) async throws {
        try await Sandbox.serve { sandbox in
            for value in ["\"\(asked)\"", "\(asked)"] {
                let claims = #"{"access_token":{"nbf":{"essential":true,"value":\#(value)}}}"#
                let access = try await sandbox.token(sandbox.passwordRequest(["claims": claims])).claims("access_token")
                #expect(access["nbf"] == .integer(start))
                #expect(access["iat"] == .integer(start))
            }
        }
    }
}
