extension JSON {
    /// The value on one line, without white space.
    package var compact: String {
        var text = ""
        write(to: &text, indent: nil)
        return text
    }

    /// The value over several lines, indented by two spaces a level.
    package var pretty: String {
        var text = ""
        write(to: &text, indent: "\n")
        return text
    }

    /// - Parameter indent: a line break and the white space that a line of this level begins with; nil for one line.
    private func write(to text: inout String, indent: String?) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let digits): text += digits
        case .string(let string): Self.write(string, to: &text)
        case .array(let elements):
            Self.write(elements, to: &text, between: ("[", "]"), indent: indent) { element, text, inner in
                element.write(to: &text, indent: inner)
            }
        case .object(let object):
            Self.write(object.members, to: &text, between: ("{", "}"), indent: indent) { member, text, inner in
                Self.write(member.name, to: &text)
                text += inner == nil ? ":" : ": "
                member.value.write(to: &text, indent: inner)
            }
        }
    }

    private static func write(_ string: JSONString, to text: inout String) {
        text += "\""
        text += string.literal
        text += "\""
    }

    private static func write<Element>(
        _ elements: [Element], to text: inout String, between brackets: (open: String, close: String), indent: String?,
        one: (Element, inout String, String?) -> Void
    ) {
        text += brackets.open
        let inner = indent.map { $0 + "  " }
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            text += inner ?? ""
            one(element, &text, inner)
        }
        if !elements.isEmpty { text += indent ?? "" }
        text += brackets.close
    }
}
