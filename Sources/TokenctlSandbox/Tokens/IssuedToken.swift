package import JOSE

/// A token of this provider's own that comes back to it: as an assertion, or at an API.
package struct IssuedToken: Sendable {
    /// Why one is not believed.
    package enum Flaw: Error {
        case malformed
        /// The key's `kid`.
        case unknownKey(String)
        case signature(SigningKey)
        case issuer
        /// Since when, in seconds since 1970.
        case expired(Int)
    }

    /// What it is for.
    package enum Kind: Sendable {
        case identity, app, user
    }

    package let claims: JSONObject

    /// Checks signature, issuer and expiry.
    ///
    /// - Parameters:
    ///   - cloud: which of the two is asked.
    ///   - knowsNonce: whether the reader is the API that alone can validate its tokens.
    ///   - now: seconds since 1970.
    package init(
        parsing text: String, keys: SigningKeys, tenant: Tenant, hosts: HostNames, cloud: String,
        knowsNonce: Bool = false, now: Int
    ) throws(Flaw) {
        guard let shown = try? CompactJWS(parsing: text), let claims = try? JSON(parsing: shown.payload).objectValue
        else { throw .malformed }
        self.claims = claims
        let identifier = shown.header["kid"]?.stringValue ?? ""
        guard let key = keys.all.first(where: { $0.id == identifier }) else { throw .unknownKey(identifier) }
        let token = knowsNonce && shown.header["nonce"] != nil ? try? SigningKeys.unhide(shown, text) : shown
        guard let token, (try? token.isSigned(by: key.key.publicKey)) == true else { throw .signature(key) }
        guard Self.isIssuer(claims["iss"]?.stringValue ?? "", tenant, hosts, cloud) else { throw .issuer }
        let expiry = claims["exp"]?.intValue ?? 0
        guard now < expiry else { throw .expired(expiry) }
    }

    /// Only access tokens name the client, and only an app's says that it is one.
    package var kind: Kind {
        guard claims["azp"] != nil || claims["appid"] != nil else { return .identity }
        return claims["idtyp"]?.stringValue == "app" ? .app : .user
    }

    /// Whether it is the tenant's issuer by any of the names that this server has in its cloud.
    private static func isIssuer(_ issuer: String, _ tenant: Tenant, _ hosts: HostNames, _ cloud: String) -> Bool {
        let parts = issuer.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 5 && hosts.accept(String(parts[2]))
            && hosts.cloud(of: HostNames.host(of: String(parts[2]))) == cloud && parts[3] == tenant.id
            && ["", "v2.0"].contains(parts[4])
    }
}
