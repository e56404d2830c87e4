import Foundation
import JOSE
import Testing

@testable import TokenctlSandbox

struct TokenErrorTests {
    /// Changes to a good request, and the refusal that they bring.
    struct Refusal: CustomTestStringConvertible, Sendable {
        let changes: [String: String]
        var tenant = Contoso.tenant.id
        let code: Int
        let error: String
        var status = 400
        var names = ""

        var testDescription: String { "\(changes) in \(tenant) → \(code)" }
    }

    private static let unknownID = "a1a1a1a1-0000-4000-8000-00000000ffff"
    private static let disabledID = "a1a1a1a1-0000-4000-8000-000000000003"

    @Test(arguments: [
        Refusal(changes: ["grant_type": ""], code: 900_144, error: "invalid_request", names: "'grant_type'"),
        Refusal(changes: ["client_id": ""], code: 900_144, error: "invalid_request", names: "'client_id'"),
        Refusal(changes: ["scope": ""], code: 900_144, error: "invalid_request", names: "'scope'"),
        Refusal(changes: ["client_secret": "", "client_assertion": "x"], code: 900_144, error: "invalid_request"),
        Refusal(changes: ["grant_type": "magic"], code: 70003, error: "unsupported_grant_type", names: "'magic'"),
        Refusal(changes: [:], tenant: "northwind.example", code: 90002, error: "invalid_request"),
        Refusal(changes: [:], tenant: "common", code: 9_001_023, error: "invalid_request"),
        Refusal(changes: [:], tenant: "consumers", code: 9_001_023, error: "invalid_request"),
        Refusal(changes: [:], tenant: "organizations", code: 50059, error: "invalid_request"),
        Refusal(changes: ["client_id": unknownID], code: 700_016, error: "unauthorized_client", names: unknownID),
        Refusal(changes: ["client_id": disabledID], code: 7_000_112, error: "unauthorized_client"),
        Refusal(changes: ["client_secret": "wrong"], code: 7_000_215, error: "invalid_client", status: 401),
        Refusal(changes: ["client_secret": ""], code: 7_000_216, error: "invalid_client", status: 401),
        Refusal(changes: ["scope": "api://orders"], code: 1_002_012, error: "invalid_scope"),
        Refusal(changes: ["scope": "openid"], code: 1_002_012, error: "invalid_scope"),
        Refusal(
            changes: ["scope": "api://orders/.default api://billing/.default"], code: 1_002_012, error: "invalid_scope"),
        Refusal(
            changes: ["scope": "api://nothing/.default"], code: 500_011, error: "invalid_resource", names: "Contoso"),
        Refusal(changes: ["resource": "api://orders"], code: 901_002, error: "invalid_request"),
        Refusal(
            changes: ["client_assertion": "x", "client_assertion_type": "y"], code: 70002, error: "invalid_client",
            status: 401),
        Refusal(
            changes: [
                "client_assertion": "x",
                "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ], code: 9_002_313, error: "invalid_request"),
    ])
    func `a request is refused as Entra does`(refusal: Refusal) async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.token(sandbox.goodRequest(refusal.changes), tenant: refusal.tenant)
            #expect(try answer.errorCode() == refusal.code)
            #expect(answer.body["error"]?.stringValue == refusal.error)
            #expect(answer.status == refusal.status)
            #expect(answer.body["timestamp"]?.stringValue == "2026-11-18 11:06:40Z")
            let description = try #require(answer.body["error_description"]?.stringValue)
            #expect(refusal.names.isEmpty || description.contains(refusal.names))
            #expect(!description.contains(sandbox.secret))
        }
    }

    @Test func `an expired secret is told from a wrong one`() async throws {
        try await Sandbox.serve { sandbox in
            let request = sandbox.goodRequest(["client_secret": sandbox.credentials.expiredSecret])
            let code = try await sandbox.token(request).errorCode()
            #expect(code == 7_000_222)
        }
    }

    @Test func `a wrong secret in a Basic header is challenged`() async throws {
        try await Sandbox.serve { sandbox in
            let value = Data("\(Sandbox.daemonID):wrong".utf8).base64EncodedString()
            let answer = try await sandbox.token(
                sandbox.goodRequest(["client_secret": ""]), headers: ["Authorization": "Basic \(value)"])
            #expect(try answer.errorCode() == 7_000_215)
            #expect(answer.headers["www-authenticate"]?.hasPrefix("Basic ") == true)
        }
    }

    @Test(arguments: [
        ("application/x-www-form-urlencoded", "grant_type=%zz", 9_002_313),
        ("application/x-www-form-urlencoded", "grant_type=%ff", 9_002_313),
        ("application/x-www-form-urlencoded", "scope=a&scope=b", 9_000_411),
        ("application/x-www-form-urlencoded", "", 900_144),
        ("application/json", "{\"grant_type\":\"client_credentials\"}", 900_144),
    ])
    func `a body that is no good form is refused`(type: String, body: String, code: Int) async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.send(
                "POST", "/contoso.example/oauth2/v2.0/token", headers: ["Content-Type": type], body: Data(body.utf8))
            #expect(try answer.errorCode() == code)
        }
    }
}
