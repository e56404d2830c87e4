package import World

/// What an AADSTS number means for the user: one row of the table.
package struct EntraError: Sendable {
    /// The digits behind `AADSTS`, or `AADB2C` in B2C's table.
    package let number: Int
    /// The failure that it is here, and so the exit status.
    package let code: Failure.Code
    package let fault: Fault
    /// What went wrong, as a sentence without its final stop.
    package let meaning: String
    /// What to do about it, as a sentence or a command.
    package let hint: String
    /// Whether the same request may well succeed in a moment.
    ///
    /// False where trying again makes it worse: a loop (50196), a throttled tenant, a password that is being checked.
    package let isWorthRetrying: Bool

    init(
        _ number: Int, _ code: Failure.Code, _ fault: Fault, _ meaning: String, _ hint: String,
        isWorthRetrying: Bool = false
    ) {
        self.number = number
        self.code = code
        self.fault = fault
        self.meaning = meaning
        self.hint = hint
        self.isWorthRetrying = isWorthRetrying
    }

    /// The human part of an `error_description`: without the number in front, and the ids at its end.
    static func sentence(of description: String) -> String {
        var text = description[...]
        if text.hasPrefix("AADSTS"), let colon = text.firstIndex(of: ":") {
            text = text[text.index(after: colon)...].drop { $0.isWhitespace }
        }
        for label in ["Trace ID:", "Correlation ID:"] {
            if let ids = text.firstRange(of: label) { text = text[..<ids.lowerBound] }
        }
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.hasSuffix(".") ? String(words.dropLast()) : words
    }
}
