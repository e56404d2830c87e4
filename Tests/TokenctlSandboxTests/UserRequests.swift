import Foundation
import JOSE
import Testing

@testable import TokenctlSandbox

/// Requests in people's names.
extension Sandbox {
    static let terminalID = "a1a1a1a1-0000-4000-8000-000000000004"

    /// Alice's password grant, with some fields changed; an empty one is left out.
    func passwordRequest(_ changes: [String: String] = [:]) -> [String: String] {
        [
            "grant_type": "password", "client_id": Self.terminalID, "username": "alice@contoso.example",
            "password": "alice-password", "scope": "api://orders/Orders.Read openid profile offline_access",
            "client_info": "1",
        ].merging(changes) { $1 }.filter { !$0.value.isEmpty }
    }

    func refreshRequest(_ token: String, _ changes: [String: String] = [:]) -> [String: String] {
        ["grant_type": "refresh_token", "client_id": Self.terminalID, "refresh_token": token]
            .merging(changes) { $1 }.filter { !$0.value.isEmpty }
    }

    /// Posts a form anywhere.
    func post(_ path: String, _ fields: [String: String]) async throws -> Answer {
        try await token(fields, tenant: String(path.dropFirst()), endpoint: "")
    }

    /// A refresh token of alice's.
    func refreshToken(_ changes: [String: String] = [:]) async throws -> String {
        let answer = try await token(passwordRequest(changes))
        return try #require(answer.body["refresh_token"]?.stringValue, "\(answer.body.compact)")
    }
}

extension Answer {
    /// The claims of a token in the answer, whose signature is not looked at.
    func claims(_ name: String) throws -> JSON {
        let text = try #require(body[name]?.stringValue, "\(body.compact)")
        return try JSON(parsing: try CompactJWS(parsing: text).payload)
    }
}
