import JOSE
import OAuth

/// Tokens as people read them: what each is, and every claim with its value and its meaning.
enum Annotation {
    /// - Parameters:
    ///   - now: seconds since 1970.
    ///   - width: columns of the terminal; nil where nobody watches, and lines may be as long as they are.
    static func text(of tokens: [DecodedToken], now: Int, width: Int?) -> String {
        let blocks = tokens.map { token in
            let place = tokens.count == 1 ? "" : "line \(token.line): "
            return place + TokenTitle(token.claims).text + "\n" + entries(of: token, now: now, width: width)
        }
        let end = "Nothing was verified: a token can say anything. tokenctl verify checks it."
        return blocks.joined(separator: "\n") + "\n" + lines(end, width).joined(separator: "\n") + "\n"
    }

    private static func entries(of token: DecodedToken, now: Int, width: Int?) -> String {
        let reading = ClaimReading(token: token.claims, now: now)
        let header = token.claims.header.members.map { member in
            entry(member, reading.meaning(ofHeader: member.name.value, member.value))
        }
        let payload = token.claims.claims.members.map { member in
            entry(member, reading.meaning(of: member.name.value, member.value))
        }
        let table = EntryTable(fitting: header + payload, width: width)
        var text = "\nheader\n" + table.text(of: header) + "\npayload\n" + table.text(of: payload)
        if let defect = token.signatureDefect { text += lines(defect, width).map { "\n\($0)" }.joined() + "\n" }
        return text
    }

    private static func entry(_ member: JSONObject.Member, _ meaning: String) -> EntryTable.Entry {
        let value = printable(member.value.stringValue ?? member.value.compact)
        return EntryTable.Entry(
            name: printable(member.name.value), value: value.isEmpty ? "\"\"" : value, meaning: printable(meaning))
    }

    /// Nearly all claims are plain ASCII, where there is nothing to take out.
    private static func printable(_ text: String) -> String {
        text.utf8.allSatisfy { (0x20..<0x7F).contains($0) } ? text : PrintableText.line(text)
    }

    private static func lines(_ text: String, _ width: Int?) -> [String] {
        width.map { TextWrap.lines(text, width: $0) } ?? [text]
    }
}
