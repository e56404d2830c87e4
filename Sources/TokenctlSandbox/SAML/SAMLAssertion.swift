import JOSE

/// What a SAML assertion says of a person, for APIs that take those in place of access tokens.
package struct SAMLAssertion: Sendable {
    package let signIn: SignIn
    /// The API as the request named it.
    package let audience: String
    package let base: BaseURL
    /// Seconds since 1970.
    package let now: Int
    package let lifetime: Int
    /// Its own id, which must start with a letter or an underscore.
    package let identifier = "_" + Identifier.guid()

    /// The signed assertion, of version 2.0 or 1.1, as Entra puts it into `access_token`: base64url of the XML.
    package func token(_ type: RequestedTokenType, by key: SigningKey) throws(EntraError) -> String {
        var element = type == .saml1 ? version1 : version2
        do {
            let signature = try XMLSignature.of(element, identifier: identifier, by: key)
            // After the issuer in version 2.0, at the end in 1.1.
            element.children.insert(signature, at: type == .saml1 ? element.children.count : 1)
        } catch {
            throw .signingFailed(error.message)
        }
        return Base64URL.encode(element.canonical.utf8)
    }

    var issuer: String { PlatformVersion.v1.issuer(of: signIn.tenant.id, at: base) }
    var issued: String { Timestamp.iso8601(now) }
    var signedIn: String { Timestamp.iso8601(signIn.time) }
    var subject: String { PairwiseSubject.of(signIn.user, for: audience) }

    var validity: [String: String] {
        [
            "NotBefore": Timestamp.iso8601(now - AccessToken.backdating),
            "NotOnOrAfter": Timestamp.iso8601(now + lifetime),
        ]
    }

    /// Names and values by the namespace of the names.
    var attributes: [(namespace: String, name: String, value: String)] {
        let microsoft = "http://schemas.microsoft.com/identity/claims"
        let soap = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims"
        return [
            (microsoft, "tenantid", signIn.tenant.id), (microsoft, "objectidentifier", signIn.user.id),
            (microsoft, "displayname", signIn.user.displayName), (soap, "name", signIn.user.name),
        ]
    }
}
