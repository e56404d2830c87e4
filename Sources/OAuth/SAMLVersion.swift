/// The versions of SAML whose assertions are grants.
package enum SAMLVersion: Sendable {
    case v1_1
    case v2

    /// RFC 7522 section 2.1; Entra's own for version 1.1.
    var grantType: String {
        switch self {
        case .v1_1: "urn:ietf:params:oauth:grant-type:saml1_1-bearer"
        case .v2: "urn:ietf:params:oauth:grant-type:saml2-bearer"
        }
    }
}
