/// Takes from characters what they mean to roff.
enum MdocEscape {
    /// A line of running text.
    static func textLine(_ line: String) -> String {
        let words = line.split(separator: " ").map { isCode($0) ? "\\%\(code($0))" : prose($0) }
        return guarded(words.joined(separator: " "))
    }

    /// A line that is typed or printed exactly so.
    static func literalLine(_ line: String) -> String { guarded(code(line[...])) }

    /// An argument of a macro: one that looks like a macro's name must not be called, and white space wants quotes.
    static func argument(_ word: String) -> String {
        let escaped = code(word[...]).replacing("\"", with: "\\(dq")
        if escaped.contains(" ") { return "\"\(escaped)\"" }
        let isMacro = word.wholeMatch(of: /[A-Z][a-z]{1,2}|%[A-Z]|[[:punct:]]/) != nil
        return isMacro ? "\\&\(escaped)" : escaped
    }

    /// Options, paths and assignments, in which a dash is a dash; they are not hyphenated.
    private static func isCode(_ word: Substring) -> Bool {
        let body = word.drop { "('\"".contains($0) }
        return body.hasPrefix("-") || body.contains { "/$_=@".contains($0) } || body.dropLast().contains(":")
    }

    private static func code(_ text: Substring) -> String {
        text.reduce(into: "") { $0 += codeSigns[$1] ?? special($1) }
    }

    private static func prose(_ text: Substring) -> String {
        text.reduce(into: "") { $0 += proseSigns[$1] ?? special($1) }
    }

    private static let proseSigns: [Character: String] = ["\\": "\\e", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti"]
    private static let codeSigns = proseSigns.merging(["-": "\\-", "'": "\\(aq"]) { $1 }

    private static func special(_ character: Character) -> String {
        guard !character.isASCII else { return String(character) }
        return character.unicodeScalars.map { scalar in
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "\\[u\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)]"
        }.joined()
    }

    /// A line that begins with a dot or a quote would be a request.
    private static func guarded(_ line: String) -> String {
        line.hasPrefix(".") || line.hasPrefix("'") ? "\\&\(line)" : line
    }
}
