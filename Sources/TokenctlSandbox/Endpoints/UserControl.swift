import JOSE

/// `POST /sandbox/revoke-sessions?user=`, `/sandbox/require-mfa?user=` and `/sandbox/challenge?user=`, for tests; no part
/// of Entra.
package struct UserControl: Endpoint {
    package enum Action: Sendable {
        case revokeSessions, requireMFA, challenge
    }

    package let action: Action
    package let directory: Directory
    package let policies: SignInPolicies

    package func respond(to exchange: Exchange) throws(EntraError) -> Response {
        let user = try directory.sandboxUser(exchange.request.control().required("user"))
        switch action {
        case .revokeSessions: policies.revokeSessions(of: user, now: exchange.now)
        case .requireMFA: policies.requireMFA(of: user)
        case .challenge: policies.challenge(user, now: exchange.now)
        }
        return Response(body: .object(["user": .string(user.name)]))
    }
}

extension Directory {
    /// A person by name, or by the part before the at sign.
    package func sandboxUser(_ name: String) throws(EntraError) -> User {
        let tenant = try tenant(of: .organizations)
        if let user = users.first(where: { $0.shortName == name.lowercased() }) { return user }
        return try user(name, in: tenant)
    }
}

extension Request {
    /// The parameters of a request to `/sandbox/…`: in the query, or in a form.
    package func control() throws(EntraError) -> Form { try query.isEmpty ? form() : queryFields() }
}
