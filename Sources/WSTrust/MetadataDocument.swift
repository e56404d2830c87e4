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

    private let ports: [WSDLDefinitions.Port]

    /// - Throws: `protocolError` for what is no such document.
    package init(parsing document: [UInt8]) throws(Failure) {
        do {
            ports = try Self.ports(in: document)
        } catch {
            guard error.code == .protocolError else { throw error }
            throw Failure(
                .protocolError, "\(error.message) (parsing_ws_metadata_exchange_failed)",
                hint: "check that the address is the federation server's, and that no proxy answers in its place")
        }
    }

    /// The best endpoint for that login, WS-Trust 1.3 before 2005; nil where there is none.
    ///
    /// - Parameter isSecure: whether it has to be one over https.
    package func endpoint(for login: Login, isSecure: Bool) -> WSTrustEndpoint? {
        let endpoints = ports.filter { $0.logins.contains(login) && ($0.endpoint.url.isSecure || !isSecure) }
            .map(\.endpoint)
        return endpoints.first { $0.version == .v1_3 } ?? endpoints.first
    }

    private static func ports(in document: [UInt8]) throws(Failure) -> [WSDLDefinitions.Port] {
        let root = try XMLReader.read(document)
        let definitions = definitions(in: root)
        guard !definitions.isEmpty else {
            throw Failure(.protocolError, root.isWebPage ? "it is a web page" : "it has no WSDL definitions")
        }
        return WSDLDefinitions(definitions, in: root).ports
    }

    /// The document itself, or what a SOAP envelope has of it.
    private static func definitions(in element: XMLElement) -> [XMLElement] {
        element.name == XMLElement.Name("definitions", in: Namespace.wsdl)
            ? [element] : element.children.flatMap(definitions)
    }
}

extension XMLElement {
    var isWebPage: Bool { name.local.lowercased() == "html" }
}
