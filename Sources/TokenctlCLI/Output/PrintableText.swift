/// Text from elsewhere, made safe for a terminal.
enum PrintableText {
    /// Without control characters, bidirectional overrides and other invisible marks; line breaks stay.
    static func clean(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 == "\n" || isHarmless($0) }))
    }

    private static func isHarmless(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: false
        default: true
        }
    }
}
