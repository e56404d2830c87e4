/// An XML element that is written as Exclusive XML Canonicalization 1.0 would write it, so that it can be signed as it is.
///
/// For that the only namespace declaration is the default one, `xmlns`.
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
        let names = attributes.keys.sorted { ($0 == "xmlns" ? "" : $0) < ($1 == "xmlns" ? "" : $1) }
        let shown = names.map { " \($0)=\"\(Self.escape(attributes[$0, default: ""], inAttribute: true))\"" }
        return "<\(name)\(shown.joined())>\(Self.escape(text, inAttribute: false))"
            + children.map(\.canonical).joined() + "</\(name)>"
    }

    /// Canonical XML 1.0 section 2.3; what no XML may have in it becomes U+FFFD.
    private static func escape(_ value: String, inAttribute: Bool) -> String {
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
