import Foundation
import JOSE
import Testing

@testable import TokenctlSandbox

struct PasswordGrantTests {
    @Test func `a person's tokens are named as Entra does`() async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.token(sandbox.passwordRequest())
            #expect(answer.status == 200)
            #expect(answer.body["scope"]?.stringValue == "api://orders/Orders.Read")
            #expect(answer.body["expires_in"] == .integer(3599))
            #expect(answer.body["ext_expires_in"] == .integer(3599))
            #expect(answer.body["foci"] == nil)
            let info = try #require(Base64URL.decode(answer.body["client_info"]?.stringValue ?? ""))
            #expect(
                try JSON(parsing: info)
                    == .object(["uid": .string(Contoso.alice.id), "utid": .string(Contoso.tenant.id)]))

            let access = try answer.claims("access_token")
            let expected = [
                "aud": Contoso.orders.id, "iss": "\(sandbox.base)/\(Contoso.tenant.id)/v2.0",
                "azp": Sandbox.terminalID, "azpacr": "0", "scp": "Orders.Read", "oid": Contoso.alice.id,
                "tid": Contoso.tenant.id, "preferred_username": "alice@contoso.example", "name": "Alice Adams",
                "ver": "2.0",
            ]
            for (name, value) in expected { #expect(access[name]?.stringValue == value) }
            #expect(access["roles"] == nil)
            #expect(access["idtyp"] == nil)

            let id = try answer.claims("id_token")
            #expect(id["aud"]?.stringValue == Sandbox.terminalID)
            #expect(id["iss"] == access["iss"])
            #expect(id["oid"] == access["oid"])
            #expect(id["sub"] != access["sub"])
            #expect(id["exp"]?.intValue ?? 0 > Sandbox.now)
            #expect(id["nonce"] == nil)
            #expect(id["auth_time"] == nil)
        }
    }

    @Test func `the id token is signed with a published key`() async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.token(sandbox.passwordRequest())
            let token = try CompactJWS(parsing: try #require(answer.body["id_token"]?.stringValue))
            let key = try await sandbox.publishedKey(token.header["kid"])
            #expect(try token.isSigned(by: key))
        }
    }

    @Test func `Graph's tokens are of version 1 and say how the person signed in`() async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.token(sandbox.passwordRequest(["scope": "User.Read openid profile"]))
            #expect(answer.body["scope"]?.stringValue == "openid profile User.Read")
            #expect(answer.body["refresh_token"] == nil)
            let claims = try answer.claims("access_token")
            #expect(claims["aud"]?.stringValue == "https://graph.microsoft.com")
            #expect(claims["scp"]?.stringValue == "User.Read openid profile")
            #expect(claims["appidacr"]?.stringValue == "0")
            #expect(claims["upn"]?.stringValue == "alice@contoso.example")
            #expect(claims["amr"] == .strings(["pwd"]))
            #expect(claims["acr"]?.stringValue == "1")
        }
    }

    @Test(arguments: [
        ("api://orders/.default", "api://orders/Orders.Read api://orders/.default"),
        ("api://orders/orders.read", "api://orders/Orders.Read"),
        (
            "a2a2a2a2-0000-4000-8000-000000000001/Orders.Read",
            "a2a2a2a2-0000-4000-8000-000000000001/Orders.Read"
        ),
        ("https://graph.microsoft.com/User.Read", "https://graph.microsoft.com/User.Read"),
        ("openid", "openid User.Read"), (".default", "User.Read .default"),
    ])
    func `scopes are repeated as they were named`(scope: String, echo: String) async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.token(sandbox.passwordRequest(["scope": scope]))
            #expect(answer.body["scope"]?.stringValue == echo)
        }
    }

    /// What a changed request is refused with.
    struct Refusal: CustomTestStringConvertible, Sendable {
        var changes: [String: String] = [:]
        var user: String?
        var tenant = Contoso.tenant.id
        let code: Int
        var error = "invalid_grant"
        var suberror: String?
        var status = 400

        var testDescription: String { "\(user ?? "") \(changes) in \(tenant) → \(code)" }
    }

    @Test(arguments: [
        Refusal(user: "mfa", code: 50076, suberror: "basic_action"),
        Refusal(user: "expired", code: 50055, suberror: "user_password_expired"),
        Refusal(user: "locked", code: 50053), Refusal(user: "disabled", code: 50057),
        Refusal(user: "noconsent", code: 65001, suberror: "consent_required"), Refusal(user: "nobody", code: 50034),
        Refusal(changes: ["password": "wrong"], code: 50126),
        Refusal(changes: ["scope": "api://orders/Orders.Write"], code: 65001, suberror: "consent_required"),
        Refusal(changes: ["scope": "Mail.Read"], code: 65001, suberror: "consent_required"),
        Refusal(changes: ["scope": "api://billing/.default"], code: 65001, suberror: "consent_required"),
        Refusal(changes: ["scope": "User.Read api://orders/Orders.Read"], code: 28000, error: "invalid_request"),
        Refusal(
            changes: ["scope": "api://orders/.default api://orders/Orders.Read"], code: 70011, error: "invalid_scope"),
        Refusal(changes: ["scope": "api://orders/Orders.Burn"], code: 650_053, error: "invalid_client"),
        Refusal(changes: ["scope": "api://nothing/Read"], code: 500_011, error: "invalid_resource"),
        Refusal(changes: ["scope": ""], code: 900_144, error: "invalid_request"),
        Refusal(changes: ["username": ""], code: 900_144, error: "invalid_request"),
        Refusal(changes: ["password": ""], code: 900_144, error: "invalid_request"),
        Refusal(tenant: "common", code: 9_001_023, error: "invalid_request"),
        Refusal(tenant: "consumers", code: 9_001_023, error: "invalid_request"),
        Refusal(
            changes: ["username": "x@northwind.example"], tenant: "organizations", code: 50059, error: "invalid_request"
        ),
        Refusal(changes: ["client_secret": "x"], code: 700_025, error: "invalid_client", status: 401),
        Refusal(changes: ["client_id": Sandbox.daemonID], code: 7_000_218, error: "invalid_client", status: 401),
    ])
    func `a password is refused as Entra does`(refusal: Refusal) async throws {
        try await Sandbox.serve { sandbox in
            var changes = refusal.changes
            if let user = refusal.user {
                changes["username"] = "\(user)@contoso.example"
                changes["password"] = "\(user)-password"
            }
            let answer = try await sandbox.token(sandbox.passwordRequest(changes), tenant: refusal.tenant)
            #expect(try answer.errorCode() == refusal.code)
            #expect(answer.body["error"]?.stringValue == refusal.error)
            #expect(answer.body["suberror"]?.stringValue == refusal.suberror)
            #expect(answer.status == refusal.status)
        }
    }

    @Test func `organizations finds the tenant by the name's domain`() async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.token(
                sandbox.passwordRequest(["username": "ALICE@contoso.example"]), tenant: "organizations")
            #expect(try answer.claims("id_token")["tid"]?.stringValue == Contoso.tenant.id)
        }
    }

    @Test func `a confidential client proves who it is`() async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.token(
                sandbox.passwordRequest(["client_id": Sandbox.daemonID, "client_secret": sandbox.secret]))
            #expect(try answer.claims("access_token")["azpacr"]?.stringValue == "1")
        }
    }

    @Test(arguments: [
        ("alice@contoso.example", "Managed", "contoso.example"), ("x@CONTOSO.example", "Managed", "contoso.example"),
        ("a@northwind.example", "Unknown", nil), ("alice", "Unknown", nil),
    ])
    func `a realm is managed when the domain is the tenant's`(
        user: String, type: String, domain: String?
    ) async throws {
        try await Sandbox.serve { sandbox in
            let realm = try await sandbox.get("/common/userrealm/\(user)?api-version=1.0").body
            #expect(realm["account_type"]?.stringValue == type)
            #expect(realm["domain_name"]?.stringValue == domain)
        }
    }
}
