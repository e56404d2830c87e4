/// The kind of token that on-behalf-of is asked for.
package enum RequestedTokenType: String, Sendable, CaseIterable {
    case accessToken = "access_token"
    case saml1
    case saml2

    package var isSAML: Bool { self != .accessToken }

    /// The identifier of RFC 8693 section 3.
    package var urn: String { "urn:ietf:params:oauth:token-type:" + rawValue }
}
