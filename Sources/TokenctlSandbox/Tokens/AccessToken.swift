package import JOSE

/// The claims of an access token, named and ordered as Entra does.
package struct AccessToken: Sendable {
    /// Whom it speaks for.
    package enum Subject: Sendable {
        /// The client itself.
        case app
        /// A person, and the permissions that they let the client have.
        case user(SignIn, permissions: [String])
    }

    package let client: AuthenticatedClient
    package let subject: Subject
    package let api: API
    /// The API as the request named it: version 1 tokens repeat it in `aud`.
    package let resource: String
    package let tenant: Tenant
    package let base: BaseURL
    /// Seconds since 1970.
    package let now: Int
    package let lifetime: Int
    /// What the client wants of it.
    package var asked = ClaimsRequest()

    /// Entra backdates tokens, for APIs whose clock is slow.
    package static let backdating = 300

    package var claims: JSONObject {
        switch tenant.shape {
        case .entra: entraClaims
        case .adfs: ADFSToken.accessClaims(self)
        case .b2c(let policy): B2CToken.accessClaims(self, policy: policy)
        }
    }

    private var entraClaims: JSONObject {
        var claims: JSONObject = [
            "aud": .string(isVersion1 ? resource : api.id),
            "iss": .string(issuer),
            "iat": .integer(start),
            "nbf": .integer(start),
            "exp": .integer(now + lifetime),
        ]
        let others = common.merging(ofSubject) { $1 }
        for (name, value) in others.sorted(by: { $0.key < $1.key }) { claims[name] = value }
        return claims
    }

    /// Who asks for a later start gets one, though not in the future.
    private var start: Int { max(now - Self.backdating, min(asked.notBefore ?? 0, now)) }
    private var isVersion1: Bool { api.tokenVersion == .v1 }
    private var issuer: String { api.tokenVersion.issuer(of: tenant.id, at: base) }

    private var common: [String: JSON] {
        var claims: [String: JSON] = [
            isVersion1 ? "appid" : "azp": .string(client.app.id),
            isVersion1 ? "appidacr" : "azpacr": .string(client.method.rawValue),
            "rh": .string("1." + Identifier.opaque(bytes: 36) + "."),
            "tid": .string(tenant.id),
            "uti": .string(Identifier.opaque(bytes: 16)),
            "ver": .string(api.tokenVersion.rawValue),
        ]
        if asked.canBeChallenged { claims["xms_cc"] = .strings(["CP1"]) }
        return claims
    }

    private var ofSubject: [String: JSON] {
        switch subject {
        case .app: ofApp
        case .user(let signIn, let permissions):
            Self.ofUser(signIn, permissions, api).merging(isVersion1 ? Self.version1(signIn) : Self.version2(signIn)) {
                $1
            }
        }
    }

    private var ofApp: [String: JSON] {
        var claims: [String: JSON] = [
            "aio": .string(Identifier.opaque(bytes: 30)), "idtyp": .string("app"),
            "oid": .string(client.app.objectID), "sub": .string(client.app.objectID),
        ]
        claims["idp"] = isVersion1 ? .string(issuer) : nil
        claims["roles"] = client.app.roles[api.id].map { .strings($0) }
        return claims
    }

    private static func ofUser(_ signIn: SignIn, _ permissions: [String], _ api: API) -> [String: JSON] {
        [
            "aio": .string(signIn.record),
            "name": .string(signIn.user.displayName),
            "oid": .string(signIn.user.id),
            "scp": .string(permissions.joined(separator: " ")),
            "sid": .string(signIn.sessionID),
            "sub": .string(PairwiseSubject.of(signIn.user, for: api.id)),
        ]
    }

    /// Only version 1 says how the person signed in.
    private static func version1(_ signIn: SignIn) -> [String: JSON] {
        [
            "acr": .string("1"),
            "amr": .strings(signIn.methods),
            "unique_name": .string(signIn.user.name),
            "upn": .string(signIn.user.name),
        ]
    }

    private static func version2(_ signIn: SignIn) -> [String: JSON] {
        ["preferred_username": .string(signIn.user.name)]
    }
}
