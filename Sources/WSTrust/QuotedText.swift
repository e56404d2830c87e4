import World

/// A server's sentence, as far as it can be shown: on one line, of bounded length, without secrets and markup.
struct QuotedText {
    /// nil where there is nothing to show.
    let text: String?

    private static let longest = 300

    /// - Parameter secrets: one that may hold another comes after it.
    init(_ sentence: String, concealing secrets: [Secret]) {
        var cleaned = sentence
        for secret in secrets.reversed() {
            let without = cleaned.replacing(secret, with: "[secret]")
            guard without != cleaned else { continue }
            guard secret.reveal().utf8.count >= 4 else {
                // What is so short stands in any text by chance, and what is left around it would tell it.
                text = nil
                return
            }
            cleaned = without
        }
        // Behind a `<` there may be a part of the request, or of an assertion.
        let words = String(cleaned.unicodeScalars.prefix { $0 != "<" }).split(whereSeparator: \.isWhitespace).joined(
            separator: " ")
        text = words.isEmpty ? nil : words.count <= Self.longest ? words : words.prefix(Self.longest) + "…"
    }
}
