import JOSE

/// What a SAML assertion says of a person, for APIs that take those in place of access tokens.
package struct SAMLAssertion: Sendable {
    /// Something said of the person; the namespace is the name's.
    package struct Attribute: Sendable {
        package let namespace: String
        package let name: String
        package let value: String
    }

    package let issuer: String
    /// The person, in the words of the issuer.
    package let subject: String
    /// The API as the request named it, or whom else it is for.
    package let audience: String
    package let attributes: [Attribute]
    /// How the person signed in, in version 1.1's words and in 2.0's.
    package var methods = (
        v1: "urn:oasis:names:tc:SAML:1.0:am:password", v2: "urn:oasis:names:tc:SAML:2.0:ac:classes:Password"
    )
    /// When the person signed in, in seconds since 1970.
    package let signInTime: Int
    /// Seconds since 1970.
    package let now: Int
    /// From when and until when it holds, in seconds since 1970.
    package let period: Range<Int>
    /// Of the names in version 1.1; empty for none.
    package var prefix = ""
    /// Its own id, which must start with a letter or an underscore.
    package let identifier = "_" + Identifier.guid()

    /// The signed assertion, of version 2.0 or 1.1, as Entra puts it into `access_token`: base64url of the XML.
    package func token(_ type: RequestedTokenType, by key: SigningKey) throws(EntraError) -> String {
        Base64URL.encode(try xml(type, by: key).utf8)
    }

    /// The signed assertion.
    package func xml(_ type: RequestedTokenType, by key: SigningKey) throws(EntraError) -> String {
        var element = type == .saml1 ? version1.prefixed(prefix) : version2
        do {
            let signature = try XMLSignature.of(element, identifier: identifier, by: key)
            // After the issuer in version 2.0, at the end in 1.1.
            element.children.insert(signature, at: type == .saml1 ? element.children.count : 1)
        } catch {
            throw .signingFailed(error.message)
        }
        return element.canonical
    }

    var issued: String { Timestamp.iso8601(now) }
    var signedIn: String { Timestamp.iso8601(signInTime) }

    var validity: [String: String] {
        [
            "NotBefore": Timestamp.iso8601(period.lowerBound),
            "NotOnOrAfter": Timestamp.iso8601(period.upperBound),
        ]
    }
}

extension SAMLAssertion {
    /// Entra's, in place of an access token.
    ///
    /// - Parameters:
    ///   - now: seconds since 1970.
    ///   - lifetime: in seconds.
    package init(signIn: SignIn, audience: String, base: BaseURL, now: Int, lifetime: Int) {
        let microsoft = "http://schemas.microsoft.com/identity/claims"
        let soap = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims"
        self.init(
            issuer: PlatformVersion.v1.issuer(of: signIn.tenant.id, at: base),
            subject: PairwiseSubject.of(signIn.user, for: audience), audience: audience,
            attributes: [
                Attribute(namespace: microsoft, name: "tenantid", value: signIn.tenant.id),
                Attribute(namespace: microsoft, name: "objectidentifier", value: signIn.user.id),
                Attribute(namespace: microsoft, name: "displayname", value: signIn.user.displayName),
                Attribute(namespace: soap, name: "name", value: signIn.user.name),
            ], signInTime: signIn.time, now: now, period: now - AccessToken.backdating..<now + lifetime)
    }
}
