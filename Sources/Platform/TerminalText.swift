/// Text as a terminal may have it: it shows characters, and does nothing that they say.
enum TerminalText {
    /// The text without the characters that drive a terminal: C0 but for line breaks and tabs, DEL, C1, and directions.
    static func harmless(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: drives) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !drives($0) }))
    }

    private static func drives(_ scalar: UnicodeScalar) -> Bool {
        switch scalar {
        case "\n", "\t": false
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": true
        // What follows would be shown backwards.
        case "\u{061C}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": true
        default: false
        }
    }
}
