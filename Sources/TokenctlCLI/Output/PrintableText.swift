/// Text from elsewhere, made safe for a terminal.
enum PrintableText {
    /// One line, without control characters, bidirectional overrides and other invisible marks.
    ///
    /// A line break becomes a space: nothing from elsewhere may pass for a line of our own.
    static func line(_ text: String) -> String {
        let scalars = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: " ")
            .unicodeScalars
        return String(String.UnicodeScalarView(scalars.filter(isHarmless)))
    }

    /// JSON with the same characters escaped, so that it stays one line and still means the same.
    ///
    /// In JSON they can stand only within strings.
    static func json(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isHarmless(scalar) {
                escaped.append(scalar)
            } else {
                for unit in String(scalar).utf16 {
                    let hex = String(unit, radix: 16)
                    escaped.append(
                        contentsOf: "\\u\(String(repeating: "0", count: 4 - hex.count))\(hex)".unicodeScalars)
                }
            }
        }
        return String(escaped)
    }

    private static func isHarmless(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: false
        default: true
        }
    }
}
