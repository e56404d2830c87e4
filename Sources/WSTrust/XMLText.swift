/// Text as it stands in a document: XML 1.0 sections 2.2 and 2.4.
enum XMLText {
    /// Whether there is a way to write it; for most control characters there is none.
    static func canCarry(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(isCharacter) }

    /// The text for an element or an attribute; what no document can carry becomes U+FFFD.
    ///
    /// - Parameter quotes: whether they are escaped too, which only attributes need.
    static func escape(_ text: String, quotes: Bool = true) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"" where quotes: escaped += "&quot;"
            case "'" where quotes: escaped += "&apos;"
            // A reader would take it for the end of a line.
            case "\r": escaped += "&#13;"
            default: escaped.unicodeScalars.append(isCharacter(scalar) ? scalar : "\u{FFFD}")
            }
        }
        return escaped
    }

    private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case 0x20...0xFFFD: true
        default: scalar.value >= 0x10000
        }
    }
}
