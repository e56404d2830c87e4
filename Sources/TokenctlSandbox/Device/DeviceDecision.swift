import JOSE

/// `POST /sandbox/approve` and `/sandbox/decline`: a person's answer to a user code without the pages, for tests.
package struct DeviceDecision: Endpoint {
    package let isApproval: Bool
    package let directory: Directory
    package let users: UserAuthenticator
    package let consents: Consents
    package let codes: DeviceCodes

    /// Signs in `user` (by default the first one) and consents to whatever is asked for.
    package func respond(to exchange: Exchange) throws(EntraError) -> Response {
        let parameters = try exchange.request.control()
        let code = try parameters.required("user_code")
        let user = try directory.sandboxUser(parameters["user"] ?? Contoso.alice.name)
        let authorization = try codes.pending(code, now: exchange.now)
        if isApproval {
            let needsMFA = authorization.claims.wantsMFA || authorization.scopes.api.policy != nil
            let signIn = try users.signIn(user, in: authorization.tenant, needsMFA: needsMFA, now: exchange.now)
            let items = directory.consentItems(for: authorization.scopes, of: authorization.app)
            try consents.give(items, by: user)
            try codes.settle(code, as: .approved(signIn), now: exchange.now)
        } else {
            try codes.settle(code, as: .declined, now: exchange.now)
        }
        return Response(
            body: .object([
                "user_code": .string(authorization.userCode), "status": .string(isApproval ? "approved" : "declined"),
                "user": .string(user.name), "client_id": .string(authorization.app.id),
            ]))
    }
}
