import JOSE

/// What a token is for, and whom it speaks for.
package enum TokenKind: String, Sendable {
    /// Tells a client who signed in; no API takes it.
    case idToken = "id"
    /// An app may do something for a person.
    case user
    /// An app may do something by itself.
    case app
    case unknown
}

extension TokenClaims {
    /// As far as the claims tell; nothing in a token says it outright.
    package var kind: TokenKind {
        if text("idtyp") == "app" || isOfItsOwnSubject { return .app }
        // Keycloak says it; its id tokens name the client too.
        if text("typ") == "ID" { return .idToken }
        // Okta's scp is a list.
        if text("idtyp") == "user" || (claims["scp"] ?? .null) != .null || text("scope") != nil { return .user }
        if isIDToken { return .idToken }
        if claims["roles"] != nil || text("oid").map({ $0 == text("sub") }) ?? false { return .app }
        return .unknown
    }

    /// The app is its own subject: RFC 9068 section 2.2; Okta calls it `cid`, Auth0 says so in a claim of its own.
    private var isOfItsOwnSubject: Bool {
        text("gty") == "client-credentials" || text("sub").map { $0 == client || $0 == text("cid") } ?? false
    }

    /// Access tokens name the client; of those that do not, an id token has at least one of these.
    private var isIDToken: Bool {
        let onlyInIDTokens = ["nonce", "at_hash", "c_hash"]
        let usual =
            onlyInIDTokens
            + ["auth_time", "preferred_username", text("tid") == nil ? nil : "sub"]
            .compactMap(\.self)
        return (client == nil ? usual : onlyInIDTokens).contains { claims[$0] != nil }
    }
}
