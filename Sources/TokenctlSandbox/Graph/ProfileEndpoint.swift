import JOSE

/// `GET /v1.0/me`: an API that takes the sandbox's tokens, shaped like Microsoft Graph's.
package struct ProfileEndpoint: Endpoint {
    package let directory: Directory
    package let keys: SigningKeys
    package let hosts: HostNames
    package let policies: SignInPolicies

    package var place: Fault.Place? { .me }

    package func respond(to exchange: Exchange) throws(EntraError) -> Response {
        let tenant = try directory.tenant(of: .organizations)
        do throws(GraphError) {
            return Response(body: Self.profile(of: try caller(in: exchange, tenant), at: exchange.base))
        } catch {
            return error.response(in: exchange)
        }
    }

    /// Whom the request's token is about.
    private func caller(in exchange: Exchange, _ tenant: Tenant) throws(GraphError) -> User {
        let parts = exchange.request.headers["authorization", default: ""].split(separator: " ")
        guard parts.count == 2, parts[0].lowercased() == "bearer" else {
            throw .invalidToken("Access token is empty.")
        }
        let token: IssuedToken
        do throws(IssuedToken.Flaw) {
            token = try IssuedToken(
                parsing: String(parts[1]), keys: keys, tenant: tenant, hosts: hosts, cloud: exchange.cloud,
                knowsNonce: true,
                now: exchange.now)
        } catch {
            throw .flaw(error)
        }
        let api = directory.apis.first { $0.isNamed(token.claims["aud"]?.stringValue ?? "") }
        guard api?.hidesSignature == true else {
            throw .invalidToken("Access token validation failure. Invalid audience.")
        }
        guard token.kind == .user else {
            throw .denied("/me request is only valid with delegated authentication flow.")
        }
        let permissions = (token.claims["scp"]?.stringValue ?? "").split(separator: " ")
        guard permissions.contains("User.Read") else {
            throw .denied("Insufficient privileges to complete the operation.")
        }
        guard let user = try? directory.user(id: token.claims["oid"]?.stringValue ?? "", in: tenant),
            let signIn = SignIn(of: token.claims, by: user, in: tenant)
        else { throw .flaw(.malformed) }
        try check(token, of: signIn)
        return user
    }

    /// Continuous access evaluation: clients that can handle it hear at once that sessions were revoked.
    private func check(_ token: IssuedToken, of signIn: SignIn) throws(GraphError) {
        let canBeChallenged = token.claims["xms_cc"] == .strings(["CP1"])
        if canBeChallenged, policies.isRevoked(signIn) {
            throw .challenge(notBefore: policies.lastRevocation(of: signIn.user))
        }
        let challenge = policies.lastChallenge(of: signIn.user)
        guard token.claims["nbf"]?.intValue ?? 0 >= challenge else { throw .challenge(notBefore: challenge) }
    }

    private static func profile(of user: User, at base: BaseURL) -> JSON {
        let names = user.displayName.split(separator: " ", maxSplits: 1).map(String.init)
        return .object([
            "@odata.context": .string("\(base)/v1.0/$metadata#users/$entity"), "businessPhones": .array([]),
            "displayName": .string(user.displayName), "givenName": .optional(names.first), "jobTitle": .null,
            "mail": .string(user.name), "mobilePhone": .null, "officeLocation": .null, "preferredLanguage": .null,
            "surname": .optional(names.dropFirst().first), "userPrincipalName": .string(user.name),
            "id": .string(user.id),
        ])
    }
}
