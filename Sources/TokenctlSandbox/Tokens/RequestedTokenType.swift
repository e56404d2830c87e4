/// What an API that calls on wants to have in `access_token` (`requested_token_type`, RFC 8693 section 3).
package enum RequestedTokenType: String, Sendable {
    case accessToken = "urn:ietf:params:oauth:token-type:access_token"
    case saml1 = "urn:ietf:params:oauth:token-type:saml1"
    case saml2 = "urn:ietf:params:oauth:token-type:saml2"

    /// Nil where the form says nothing (AADSTS90023 for another one).
    package init?(in form: Form) throws(EntraError) {
        guard let text = form["requested_token_type"] else { return nil }
        guard let type = Self(rawValue: text) else { throw .unsupportedTokenType(text) }
        self = type
    }
}
