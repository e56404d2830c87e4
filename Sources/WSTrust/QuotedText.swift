import World

/// A server's sentence, as far as it can be shown: on one line, of bounded length, without secrets and markup.
struct QuotedText {
    /// nil where there is nothing to show.
    let text: String?

    private static let longest = 300

    init(_ sentence: String, concealing secrets: [Secret]) {
        // Longer ones go first, as one may be a part of another.
        let values = Set(secrets.map { $0.reveal() }).filter { !$0.isEmpty }.sorted { $0.utf8.count > $1.utf8.count }
        let cleaned = values.filter { $0.utf8.count >= 4 }.reduce(sentence) { $0.replacing($1, with: "[secret]") }
        // What is shorter stands in any text by chance, and what is left around it would tell it.
        guard !values.contains(where: { $0.utf8.count < 4 && sentence.contains($0) }) else {
            text = nil
            return
        }
        // Behind a `<` there may be a part of the request, or of an assertion.
        let words = cleaned.prefix { $0 != "<" }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        text = words.isEmpty ? nil : words.count <= Self.longest ? words : words.prefix(Self.longest) + "…"
    }
}
