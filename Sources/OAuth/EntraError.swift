import World

/// What an AADSTS number means for the user.
struct EntraError {
    let code: Failure.Code
    let hint: String

    init(_ code: Failure.Code, _ hint: String) {
        self.code = code
        self.hint = hint
    }

    /// The human part of an `error_description`: without the number in front, and the ids at its end.
    static func sentence(of description: String) -> String {
        var text = description[...]
        if text.hasPrefix("AADSTS"), let colon = text.firstIndex(of: ":") {
            text = text[text.index(after: colon)...].drop { $0.isWhitespace }
        }
        if let ids = text.firstRange(of: "Trace ID:") { text = text[..<ids.lowerBound] }
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.hasSuffix(".") ? String(words.dropLast()) : words
    }
}
