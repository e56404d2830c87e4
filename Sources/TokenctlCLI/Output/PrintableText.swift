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

    private static func isHarmless(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: false
        default: true
        }
    }
}
