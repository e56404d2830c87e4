import JOSE

/// A SAML assertion: a grant, or what came in an access token's place.
package struct SAMLAssertion: Sendable {
    /// As it was signed, byte for byte.
    package let xml: String

    package init(xml: String) { self.xml = xml }

    /// What came in an access token's place.
    ///
    /// - Parameter token: base64url or plain base64, with padding or without.
    package init?(_ token: String) {
        guard let bytes = Base64URL.decodeAny(token), bytes.first == UInt8(ascii: "<"),
            let xml = String(validating: bytes, as: UTF8.self)
        else { return nil }
        self.xml = xml
    }
}
