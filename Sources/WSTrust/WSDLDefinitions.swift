import World

/// One WSDL document: policies say how to log in, bindings in which version, ports where.
struct WSDLDefinitions {
    /// An address that is an endpoint for some logins.
    struct Port {
        let logins: [MetadataDocument.Login]
        let endpoint: WSTrustEndpoint
    }

    private struct Binding {
        let logins: [MetadataDocument.Login]
        let version: WSTrustVersion
    }

    let ports: [Port]

    /// - Throws: `protocolError` where a name stands for two things, so that readers may differ on which is meant.
    init(_ definitions: XMLElement) throws(Failure) {
        let logins = try Self.logins(in: definitions)
        let bindings = try Self.bindings(in: definitions, logins: logins)
        let target = definitions.attribute("targetNamespace")
        ports = definitions.descendants(along: [Self.wsdl("service"), Self.wsdl("port")]).compactMap { port in
            guard let name = port.attribute("binding").flatMap({ port.name(of: $0) }),
                name.namespace == target ?? name.namespace,
                let binding = bindings[name.local], let url = Self.address(of: port)
            else { return nil }
            return Port(
                logins: binding.logins, endpoint: WSTrustEndpoint(url: url, version: binding.version))
        }
    }

    /// What the policies of this document allow, by the URI that refers to each.
    private static func logins(
        in definitions: XMLElement
    ) throws(Failure) -> [String: [MetadataDocument.Login]] {
        var logins: [String: [MetadataDocument.Login]] = [:]
        for policy in definitions.children(SecurityPolicy.name("Policy")) {
            guard let id = policy.attribute(XMLElement.Name("Id", in: Namespace.utility)) else { continue }
            guard logins.updateValue(SecurityPolicy.logins(in: policy), forKey: "#" + id) == nil else {
                throw Failure(.protocolError, "two of its policies have the same wsu:Id")
            }
        }
        return logins
    }

    private static func bindings(
        in definitions: XMLElement, logins: [String: [MetadataDocument.Login]]
    ) throws(Failure) -> [String: Binding] {
        var bindings: [String: Binding?] = [:]
        for element in definitions.children(wsdl("binding")) {
            guard let name = element.attribute("name") else { continue }
            guard bindings.updateValue(binding(element, logins: logins), forKey: name) == nil else {
                throw Failure(.protocolError, "two of its bindings have the same name")
            }
        }
        return bindings.compactMapValues(\.self)
    }

    /// nil for a binding that is of no use here.
    private static func binding(
        _ binding: XMLElement, logins: [String: [MetadataDocument.Login]]
    ) -> Binding? {
        let references = binding.children(SecurityPolicy.name("PolicyReference")).compactMap { $0.attribute("URI") }
        let allowed = references.flatMap { logins[$0] ?? [] }
        let actions = binding.descendants(
            along: [wsdl("operation"), XMLElement.Name("operation", in: Namespace.wsdlSOAP12)]
        ).compactMap { $0.attribute("soapAction") }
        guard !allowed.isEmpty,
            binding.onlyChild(XMLElement.Name("binding", in: Namespace.wsdlSOAP12))?.attribute("transport")
                == "http://schemas.xmlsoap.org/soap/http",
            let version = WSTrustVersion.all.first(where: { actions.contains($0.issueAction) })
        else { return nil }
        return Binding(logins: allowed, version: version)
    }

    /// nil for what is no address that a password may be sent to.
    private static func address(of port: XMLElement) -> WebURL? {
        let reference = port.onlyChild(XMLElement.Name("EndpointReference", in: Namespace.addressing))
        let address = reference?.onlyChild(XMLElement.Name("Address", in: Namespace.addressing))
        return address.flatMap { try? WebURL($0.trimmedText) }
    }

    private static func wsdl(_ local: String) -> XMLElement.Name { XMLElement.Name(local, in: Namespace.wsdl) }
}
