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
    /// As far as the claims tell: few tokens say it outright, and each provider in its own way.
    package var kind: TokenKind {
        if isSaidToBeIDToken { return .idToken }
        if typeOfOtherUse != nil { return .unknown }
        if text("idtyp") == "app" || isOfItsOwnSubject { return .app }
        if text("idtyp") == "user" || !words("scp").isEmpty || !words("scope").isEmpty { return .user }
        if looksLikeIDToken { return .idToken }
        if claims["roles"] != nil || text("oid").map({ $0 == text("sub") }) ?? false { return .app }
        return .unknown
    }

    /// What the token says that it is, where that is neither an access token nor an id token; nil otherwise.
    ///
    /// RFC 8725 section 3.11; Keycloak says it in a claim.
    package var typeOfOtherUse: String? {
        let type = header["typ"]?.stringValue?.lowercased() ?? ""
        let name = type.hasPrefix("application/") ? String(type.dropFirst("application/".count)) : type
        if ["logout+jwt", "secevent+jwt", "dpop+jwt", "oauth-authz-req+jwt", "client-authentication+jwt"].contains(name)
        {
            return name
        }
        return text("typ").flatMap { ["Refresh", "Offline", "Logout"].contains($0) ? $0 : nil }
    }

    /// Hashes of what came with it stand in id tokens only; Keycloak and Cognito say it in words.
    private var isSaidToBeIDToken: Bool {
        text("typ") == "ID" || text("token_use") == "id" || claims["at_hash"] != nil || claims["c_hash"] != nil
    }

    /// The app is its own subject: RFC 9068 section 2.2; Auth0 and Keycloak write it in ways of their own.
    private var isOfItsOwnSubject: Bool {
        if text("gty") == "client-credentials" || text("preferred_username")?.hasPrefix("service-account-") == true {
            return true
        }
        guard let subject = text("sub"), let client else { return false }
        return subject == client || subject == "\(client)@clients"
    }

    /// Access tokens name the client, which of id tokens only some do; of the others, each has one of these.
    private var looksLikeIDToken: Bool {
        if claims["nonce"] != nil { return true }
        return client == nil
            && (claims["auth_time"] != nil || claims["preferred_username"] != nil
                || (text("tid") != nil && claims["sub"] != nil))
    }
}
