import Foundation
import JOSE
import Testing

@testable import TokenctlSandbox

struct OnBehalfOfTests {
    @Test func `a token is passed on from API to API, and stays the person's`() async throws {
        try await Sandbox.serve { sandbox in
            let first = try await sandbox.ordersToken()
            let second = try await sandbox.token(sandbox.exchangeRequest(first))
            #expect(second.status == 200, "\(second.body.compact)")
            #expect(second.body["scope"]?.stringValue == "api://billing/Billing.Read")
            for name in ["refresh_token", "id_token", "client_info", "refresh_in"] { #expect(second.body[name] == nil) }
            let claims = try second.claims("access_token")
            let expected = [
                "aud": "api://billing", "ver": "1.0", "appid": Contoso.orders.id, "appidacr": "1",
                "scp": "Billing.Read", "oid": Contoso.alice.id, "upn": Contoso.alice.name, "name": "Alice Adams",
                "tid": Contoso.tenant.id,
            ]
            for (name, value) in expected { #expect(claims[name]?.stringValue == value, "\(name)") }
            #expect(claims["amr"] == .strings(["pwd"]))
            let session = try JSON(parsing: try CompactJWS(parsing: first).payload)["sid"]
            #expect(claims["sid"] == session)

            let third = try await sandbox.token(
                sandbox.exchangeRequest(
                    second.accessToken(), ["client_id": Contoso.billing.id, "scope": "User.Read"]))
            let graph = try third.claims("access_token")
            #expect(graph["appid"]?.stringValue == Contoso.billing.id)
            #expect(graph["oid"]?.stringValue == Contoso.alice.id)
            #expect(graph["sid"] == session)
        }
    }

    @Test(arguments: ["organizations", "common", "contoso.example", Contoso.tenant.id])
    func `any authority will do that the person may sign in at`(tenant: String) async throws {
        try await Sandbox.serve { sandbox in
            let request = sandbox.exchangeRequest(try await sandbox.ordersToken())
            let answer = try await sandbox.token(request, tenant: tenant)
            #expect(answer.status == 200)
        }
    }

    @Test func `what else is asked for comes along`() async throws {
        try await Sandbox.serve { sandbox in
            let scope = "api://billing/Billing.Read openid profile offline_access"
            let answer = try await sandbox.token(
                sandbox.exchangeRequest(try await sandbox.ordersToken(), ["scope": scope, "client_info": "1"]))
            #expect(answer.body["client_info"] != nil)
            #expect(try answer.claims("id_token")["aud"]?.stringValue == Contoso.orders.id)
            let token = try #require(answer.body["refresh_token"]?.stringValue)
            let refreshed = try await sandbox.token(
                sandbox.refreshRequest(
                    token, ["client_id": Contoso.orders.id, "client_secret": sandbox.secret, "scope": "User.Read"]))
            #expect(try refreshed.claims("access_token")["appid"]?.stringValue == Contoso.orders.id)
        }
    }

    @Test func `a certificate proves who the API is`() async throws {
        try await Sandbox.serve { sandbox in
            let pair = sandbox.credentials.p256
            var claims = sandbox.assertionClaims()
            for name in ["iss", "sub"] { claims[name] = .string(Contoso.orders.id) }
            let thumbprint = Base64URL.encode(pair.certificate.sha256Thumbprint)
            let proof = try CompactJWS.sign(
                header: ["x5t#S256": .string(thumbprint)], payload: Array(JSON.object(claims).compact.utf8),
                with: pair.key, using: .es256)
            let answer = try await sandbox.token(
                sandbox.exchangeRequest(
                    try await sandbox.ordersToken(),
                    [
                        "client_secret": "", "client_assertion": proof,
                        "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                    ]))
            #expect(try answer.claims("access_token")["appidacr"]?.stringValue == "2")
        }
    }

    @Test func `version 1 endpoints take a resource and write numbers as strings`() async throws {
        try await Sandbox.serve { sandbox in
            let request = sandbox.exchangeRequest(
                try await sandbox.ordersToken(),
                ["scope": "openid", "resource": "https://graph.microsoft.com/", "client_info": "1"])
            let answer = try await sandbox.token(request, endpoint: "/oauth2/token")
            let expected = [
                "token_type": "Bearer", "scope": "User.Read", "expires_in": "3599", "ext_expires_in": "3599",
                "expires_on": "\(Sandbox.now + 3599)", "not_before": "\(Sandbox.now)",
                "resource": "https://graph.microsoft.com/",
            ]
            for (name, value) in expected { #expect(answer.body[name]?.stringValue == value, "\(name)") }
            for name in ["refresh_token", "id_token", "client_info"] { #expect(answer.body[name] != nil, "\(name)") }
            #expect(try answer.claims("access_token")["aud"]?.stringValue == "https://graph.microsoft.com/")
            let profile = try await sandbox.send(
                "GET", "/v1.0/me", headers: ["Authorization": "Bearer \(answer.accessToken())"])
            #expect(profile.status == 200)

            let missing = try await sandbox.token(
                sandbox.exchangeRequest(try await sandbox.ordersToken()), endpoint: "/oauth2/token")
            #expect(try missing.errorCode() == 900_144)
        }
    }

    /// What a changed request is refused with.
    struct Refusal: CustomTestStringConvertible, Sendable {
        let changes: [String: String]
        var user = "alice"
        var tenant = Contoso.tenant.id
        let code: Int
        var error = "invalid_request"
        var suberror: String?
        var status = 400

        var testDescription: String { "\(changes) by \(user) in \(tenant) → \(code)" }
    }

    @Test(arguments: [
        Refusal(changes: ["requested_token_use": ""], code: 900_144),
        Refusal(changes: ["requested_token_use": "magic"], code: 90023),
        Refusal(changes: ["assertion": ""], code: 900_144), Refusal(changes: ["scope": ""], code: 900_144),
        Refusal(changes: [:], tenant: "consumers", code: 9_002_332),
        Refusal(changes: [:], tenant: "northwind.example", code: 90002),
        Refusal(changes: ["client_secret": ""], code: 7_000_218, error: "invalid_client", status: 401),
        Refusal(changes: ["client_secret": "wrong"], code: 7_000_215, error: "invalid_client", status: 401),
        Refusal(
            changes: ["client_id": Sandbox.terminalID, "client_secret": ""], code: 7_000_218, error: "invalid_client",
            status: 401),
        Refusal(
            changes: ["client_id": Contoso.billing.id, "scope": "User.Read"], code: 500_131, error: "invalid_grant"),
        Refusal(changes: ["client_id": Sandbox.daemonID], code: 500_131, error: "invalid_grant"),
        Refusal(changes: ["assertion": "garbage"], code: 50027), Refusal(changes: ["assertion": "a.b.c"], code: 50027),
        Refusal(changes: ["scope": "Mail.Read"], code: 65001, error: "invalid_grant", suberror: "consent_required"),
        Refusal(changes: ["scope": "api://orders/Orders.Burn"], code: 650_053, error: "invalid_client"),
        Refusal(changes: ["resource": "api://billing"], code: 901_002),
        Refusal(changes: ["requested_token_type": "magic"], code: 90023),
        Refusal(changes: ["claims": "{"], code: 9_002_313),
        Refusal(changes: ["claims": "[]"], code: 9_002_313),
        Refusal(changes: ["claims": #"{"access_token":1}"#], code: 9_002_313),
        Refusal(changes: ["claims": #"{"access_token":{"nbf":{"value":"soon"}}}"#], code: 9_002_313),
    ])
    func `an exchange is refused as Entra does`(refusal: Refusal) async throws {
        try await Sandbox.serve { sandbox in
            let assertion = try await sandbox.ordersToken()
            let answer = try await sandbox.token(
                sandbox.exchangeRequest(assertion, refusal.changes), tenant: refusal.tenant)
            #expect(try answer.errorCode() == refusal.code)
            #expect(answer.body["error"]?.stringValue == refusal.error)
            #expect(answer.body["suberror"]?.stringValue == refusal.suberror)
            #expect(answer.status == refusal.status)
            #expect(!answer.body.compact.contains(assertion))
        }
    }

    @Test func `the audience that is wrong and the one that is right are named`() async throws {
        try await Sandbox.serve { sandbox in
            let request = sandbox.exchangeRequest(
                try await sandbox.ordersToken(), ["client_id": Contoso.billing.id, "scope": "User.Read"])
            let text = try await sandbox.token(request).body["error_description"]?.stringValue ?? ""
            #expect(text.contains("The audience in the assertion was '\(Contoso.orders.id)'"))
            #expect(text.contains("the expected audience is 'api://billing'"))
        }
    }

    @Test func `revoked sessions end a token's exchange, not that of a newer one`() async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            let old = try await sandbox.ordersToken()
            _ = try await sandbox.post("/sandbox/revoke-sessions", ["user": "alice"])
            let answer = try await sandbox.token(sandbox.exchangeRequest(old))
            #expect(try answer.errorCode() == 50173)
            #expect(answer.body["suberror"]?.stringValue == "bad_token")
            let status = try await sandbox.token(sandbox.exchangeRequest(try await sandbox.ordersToken())).status
            #expect(status == 200)
        }
    }
}
