import JOSE
import Testing

@testable import TokenctlSandbox

/// What lets an API call on in a person's name (`noconsent` has consented to nothing beforehand).
struct ConsentTests {
    private static let noConsent = ["username": Contoso.noConsent.name, "password": Contoso.noConsent.password]

    /// Orders' exchange of a token of `noconsent`'s.
    private func exchange(
        _ token: String, _ changes: [String: String], _ sandbox: Sandbox
    ) async throws -> Answer {
        try await sandbox.token(sandbox.exchangeRequest(token, changes))
    }

    /// A token for Orders after a sign-in that asks for `scope`.
    private func signIn(_ scope: String, _ sandbox: Sandbox) async throws -> String {
        let code = try #require(try await sandbox.authorize(["scope": scope], as: "noconsent")["code"])
        return try await sandbox.redeem(code).accessToken()
    }

    @Test func `an API's own permissions want a consent, unless it is pre-authorized`() async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            let token = try await signIn("api://orders/Orders.Read", sandbox)
            let preauthorized = try await exchange(token, [:], sandbox)
            #expect(preauthorized.body["scope"]?.stringValue == "api://billing/Billing.Read")
            let refused = try await exchange(token, ["scope": "User.Read"], sandbox)
            #expect(try refused.errorCode() == 65001)
            #expect(refused.body["error"]?.stringValue == "invalid_grant")
            #expect(refused.body["suberror"]?.stringValue == "consent_required")
            #expect(refused.body["error_description"]?.stringValue?.contains(Contoso.orders.id) == true)
        }
    }

    @Test func `one sign-in of a known client collects the whole chain's consents`() async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            let token = try await signIn("api://orders/.default", sandbox)
            let graph = try await exchange(token, ["scope": "User.Read"], sandbox)
            #expect(graph.status == 200, "\(graph.body.compact)")
            let billing = try await exchange(token, [:], sandbox).accessToken()
            let last = try await exchange(
                billing, ["client_id": Contoso.billing.id, "scope": "User.Read"], sandbox)
            #expect(last.status == 200, "\(last.body.compact)")
        }
    }

    @Test func `the page lists what the client and the APIs behind it want`() async throws {
        try await Sandbox.serve { sandbox in
            var client = LoopbackClient()
            let page = try await client.send(try sandbox.authorizationURL(["scope": "api://orders/.default"]))
            let form = try #require(PageForm(in: page.body))
            let consent = try await client.send(
                sandbox.base + form.action, form: form.hidden + [("pick", Contoso.noConsent.name)])
            let items = consent.body.split(separator: "<li>").dropFirst().map { $0.prefix { $0 != "<" } }
            #expect(
                items == [
                    "Orders: Orders.Read", "Microsoft Graph: User.Read (for Orders)",
                    "Payroll: Payroll.Read (for Orders)", "Microsoft Graph: User.Read (for Billing)",
                    "know who you are",
                ])
        }
    }

    @Test func `a client that the API does not know collects only its own`() async throws {
        let now = Sandbox.now
        let directory = Contoso.directory(try Sandbox.credentials.get(), now: now)
        let daemon = try #require(directory.apps.first { $0.id == Sandbox.daemonID })
        let scopes = try directory.delegatedScopes("api://orders/.default", for: daemon, in: Contoso.tenant)
        #expect(directory.consentItems(for: scopes, of: daemon).map(\.app.id) == [Sandbox.daemonID])
    }

    @Test func `a device's approval collects them too`() async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            let device = try await sandbox.deviceCode(scope: "api://orders/.default")
            _ = try await sandbox.decide("approve", device, user: "noconsent")
            let token = try await sandbox.poll(device).accessToken()
            let status = try await exchange(token, ["scope": "User.Read"], sandbox).status
            #expect(status == 200)
        }
    }

    @Test func `an administrator consents for everybody`() async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            for app in [Contoso.orders.id, Sandbox.terminalID] {
                let answer = try await sandbox.post("/sandbox/admin-consent", ["client_id": app])
                #expect(answer.body["client_id"]?.stringValue == app)
            }
            let token = try await sandbox.ordersToken(Self.noConsent)
            let answer = try await exchange(token, ["scope": "User.Read"], sandbox)
            #expect(answer.status == 200)
            let unregistered = try await exchange(token, ["scope": "Mail.Read"], sandbox).errorCode()
            #expect(unregistered == 65001)
        }
    }

    @Test(arguments: [([:], 900_144), (["client_id": "x"], 700_016)])
    func `an administrator's consent is for one application`(form: [String: String], code: Int) async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.post("/sandbox/admin-consent", form)
            #expect(try answer.errorCode() == code)
        }
    }
}
