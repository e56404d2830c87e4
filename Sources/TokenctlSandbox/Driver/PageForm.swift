/// The first form of a sandbox page.
package struct PageForm: Sendable {
    package let action: String
    /// The hidden fields.
    package let hidden: [(name: String, value: String)]
    /// The names of the fields to fill in.
    package let fields: [String]
    /// The values of the buttons called `action`.
    package let choices: [String]

    /// Nil for a page without a form.
    package init?(in page: String) {
        guard let start = page.firstRange(of: "<form "), let end = page.firstRange(of: "</form>") else { return nil }
        let tags = page[start.lowerBound..<end.lowerBound].split(separator: "<").map {
            Self.attributes(of: $0.prefix { $0 != ">" })
        }
        action = tags.first?["action"] ?? ""
        let inputs = tags.dropFirst()
        hidden = inputs.filter { $0["type"] == "hidden" }.compactMap { input in
            input["name"].map { ($0, input["value"] ?? "") }
        }
        fields = inputs.filter { $0["type"] != "hidden" && $0["name"] != "action" }.compactMap { $0["name"] }
        choices = inputs.filter { $0["name"] == "action" }.compactMap { $0["value"] }
    }

    /// `name="value"` pairs; the sandbox always writes the quotes.
    private static func attributes(of tag: Substring) -> [String: String] {
        let parts = tag.split(separator: "\"", omittingEmptySubsequences: false)
        let pairs = stride(from: 0, to: parts.count - 1, by: 2).map { index in
            (String(parts[index].drop { $0 != " " }.filter { $0 != " " && $0 != "=" }), unescape(parts[index + 1]))
        }
        return Dictionary(pairs) { first, _ in first }
    }

    /// Undoes the escapes of HTML.
    package static func unescape(_ text: Substring) -> String {
        // The ampersand last, as its entity may have come before another one's letters.
        HTML.entities.reversed().reduce(String(text)) { $0.replacing($1.entity, with: String($1.character)) }
    }
}
