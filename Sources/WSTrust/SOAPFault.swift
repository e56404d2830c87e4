/// What a server says went wrong: SOAP 1.2 section 5.4, or SOAP 1.1 section 4.4.
struct SOAPFault {
    /// The fault's code and, ever more special, its sub-codes, without their namespaces: WS-Trust's have several.
    let codes: [String]
    /// The server's own sentence, of Entra's the inner one; nil where it gives none.
    let reason: String?

    /// nil for a body without a fault.
    init?(inBody body: XMLElement) {
        if let fault = body.children(XMLElement.Name("Fault", in: Namespace.soap12)).first {
            func name(_ local: String) -> XMLElement.Name { XMLElement.Name(local, in: Namespace.soap12) }
            var codes: [String] = []
            var level = fault.children(name("Code")).first
            while let code = level {
                if let value = code.children(name("Value")).first { codes.append(Self.local(value)) }
                level = code.children(name("Subcode")).first
            }
            self.codes = codes
            let texts = fault.descendants(along: [name("Reason"), name("Text")])
            let language = XMLElement.Name("lang", in: "http://www.w3.org/XML/1998/namespace")
            let ofEntra = ["error", "internalerror", "text"].map { XMLElement.Name($0, in: Namespace.passport) }
            let text =
                fault.descendants(along: [name("Detail")] + ofEntra).first ?? texts.first {
                    $0.attribute(language)?.lowercased().hasPrefix("en") ?? false
                } ?? texts.first
            reason = text?.text
        } else if let fault = body.children(XMLElement.Name("Fault", in: Namespace.soap11)).first {
            codes = fault.children(XMLElement.Name("faultcode", in: "")).map(Self.local)
            reason = fault.children(XMLElement.Name("faultstring", in: "")).first?.text
        } else {
            return nil
        }
    }

    /// The name of a code, whatever its prefix is.
    private static func local(_ value: XMLElement) -> String {
        value.trimmedText.split(separator: ":").last.map(String.init) ?? ""
    }
}
