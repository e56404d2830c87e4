import JOSE
import Testing

@testable import TokenctlSandbox

/// Requests of APIs that call on in people's names.
extension Sandbox {
    /// Orders' exchange of an assertion for a token of Billing, with some fields changed; an empty one is left out.
    func exchangeRequest(_ assertion: String, _ changes: [String: String] = [:]) -> [String: String] {
        [
            "grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer", "client_id": Contoso.orders.id,
            "client_secret": secret, "assertion": assertion, "requested_token_use": "on_behalf_of",
            "scope": "api://billing/Billing.Read",
        ].merging(changes) { $1 }.filter { !$0.value.isEmpty }
    }

    /// A person's token for Orders, by password.
    func ordersToken(_ changes: [String: String] = [:]) async throws -> String {
        try await token(passwordRequest(["scope": "api://orders/Orders.Read"].merging(changes) { $1 })).accessToken()
    }

    /// A token that this provider might have signed: one of its own with some claims changed or, where null, removed.
    func forged(
        _ token: String, _ changes: [String: JSON], header: [String: JSON] = [:], by key: PrivateKey? = nil
    ) throws -> String {
        let original = try CompactJWS(parsing: token)
        var claims = try #require(try JSON(parsing: original.payload).objectValue)
        for (name, value) in changes { claims[name] = value == .null ? nil : value }
        var head = original.header
        for (name, value) in header { head[name] = value == .null ? nil : value }
        return try CompactJWS.sign(
            header: head, payload: Array(JSON.object(claims).compact.utf8), with: key ?? keys.current.key,
            using: .rs256)
    }
}

extension Answer {
    func accessToken() throws -> String { try #require(body["access_token"]?.stringValue, "\(body.compact)") }
}
