package import World

/// What a federation server says of its endpoints: a WSDL document, as WS-MetadataExchange gives it out.
package struct MetadataDocument: Sendable {
    /// How a person proves who they are.
    package enum Login: Sendable {
        /// AD FS's `usernamemixed`.
        case password
        /// AD FS's `windowstransport`: Kerberos.
        case windows
    }

    /// - Throws: `protocolError` for what is no such document.
    package init(parsing document: [UInt8]) throws(Failure) {}

    /// The best endpoint for that login, WS-Trust 1.3 before 2005; nil where there is none.
    package func endpoint(for login: Login) -> WSTrustEndpoint? { nil }
}
