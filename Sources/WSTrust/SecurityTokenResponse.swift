package import OAuth
package import World

/// A federation server's answer: one SAML assertion, or a SOAP fault.
package struct SecurityTokenResponse: Sendable {
    /// As it was signed, byte for byte.
    package let assertion: SAMLAssertion
    package let version: SAMLVersion

    /// - Throws: what the fault stands for: `badCredentials` for a wrong password; `protocolError` when the answer makes
    ///   no sense.
    package init(_ response: HTTPResponse) throws(Failure) {
        throw Failure(.protocolError, "the federation server's answer cannot be read")
    }
}
