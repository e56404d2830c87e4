import World

/// WSDL, in one part or several: policies say how to log in, bindings in which version, ports where.
///
/// A name that stands for different things stands for none, as readers may differ on which is meant.
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

    /// - Parameter root: all of the document, in which policies are found by their ids.
    init(_ definitions: [XMLElement], in root: XMLElement) {
        let bindings = Self.bindings(in: definitions, logins: Self.logins(in: root))
        ports = definitions.flatMap { $0.descendants(along: [Self.wsdl("service"), Self.wsdl("port")]) }.compactMap {
            port in
            guard let name = port.attribute("binding").flatMap({ port.name(of: $0) }),
                let binding = bindings[Self.key(name.local, name.namespace)] ?? bindings[Self.key(name.local, nil)],
                let url = Self.address(of: port)
            else { return nil }
            return Port(logins: binding.logins, endpoint: WSTrustEndpoint(url: url, version: binding.version))
        }
    }

    /// What the policies allow, by the URI that refers to each.
    private static func logins(in root: XMLElement) -> [String: [MetadataDocument.Login]] {
        var logins: [String: [MetadataDocument.Login]] = [:]
        root.visit { element in
            guard element.name == SecurityPolicy.name("Policy"),
                let id = element.attribute(XMLElement.Name("Id", in: Namespace.utility))
            else { return }
            let uri = "#" + id
            let found = SecurityPolicy.logins(in: element)
            logins[uri] = logins[uri] ?? found == found ? found : []
        }
        return logins
    }

    /// By their keys; without logins where they are of no use here.
    private static func bindings(
        in definitions: [XMLElement], logins: [String: [MetadataDocument.Login]]
    ) -> [String: Binding] {
        let none = Binding(logins: [], version: .v2005)
        var bindings: [String: Binding] = [:]
        for part in definitions {
            let target = part.attribute("targetNamespace")
            for element in part.children(wsdl("binding")) {
                guard let name = element.attribute("name") else { continue }
                let key = key(name, target)
                let found = binding(element, logins: logins) ?? none
                let first = bindings[key] ?? found
                bindings[key] = first.logins == found.logins && first.version == found.version ? found : none
            }
        }
        return bindings
    }

    /// Of a binding; without a target namespace, its name is found by whatever prefix.
    private static func key(_ name: String, _ target: String?) -> String { "\(name) \(target ?? "")" }

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
