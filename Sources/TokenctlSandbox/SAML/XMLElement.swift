/// An XML element that is written as Exclusive XML Canonicalization 1.0 would write it, so that it can be signed as it is.
///
/// For that the only namespace declaration of an element is `xmlns`, or one for its own prefix.
package struct XMLElement: Sendable {
    package let name: String
    package var attributes: [String: String] = [:]
    package var children: [XMLElement] = []
    package var text = ""

    package init(_ name: String, _ attributes: [String: String] = [:], _ children: [XMLElement] = []) {
        self.name = name
        self.attributes = attributes
        self.children = children
    }

    package init(_ name: String, _ attributes: [String: String] = [:], text: String) {
        self.name = name
        self.attributes = attributes
        self.text = text
    }

    /// The declaration of the namespace first, the attributes in the order of their names, an end tag always.
    package var canonical: String {
        let names = attributes.keys.sorted { Self.order($0) < Self.order($1) }
        let shown = names.map { " \($0)=\"\(Self.escape(attributes[$0, default: ""], inAttribute: true))\"" }
        return "<\(name)\(shown.joined())>\(Self.escape(text, inAttribute: false))"
            + children.map(\.canonical).joined() + "</\(name)>"
    }

    /// The same with a prefix for its namespace, in all of its elements.
    package func prefixed(_ prefix: String) -> XMLElement {
        guard !prefix.isEmpty else { return self }
        var element = XMLElement(
            "\(prefix):\(name)", attributes, children.map { $0.prefixed(prefix) })
        element.text = text
        element.attributes["xmlns:\(prefix)"] = element.attributes.removeValue(forKey: "xmlns")
        return element
    }

    /// Declarations come first.
    private static func order(_ name: String) -> String { name.hasPrefix("xmlns") ? "" : name }

    /// Canonical XML 1.0 section 2.3; what no XML may have in it becomes U+FFFD.
    package static func escape(_ value: String, inAttribute: Bool) -> String {
        var escaped = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">" where !inAttribute: escaped += "&gt;"
            case "\"" where inAttribute: escaped += "&quot;"
            case "\t" where inAttribute: escaped += "&#x9;"
            case "\n" where inAttribute: escaped += "&#xA;"
            case "\r": escaped += "&#xD;"
            case "\t", "\n": escaped.unicodeScalars.append(scalar)
            case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
