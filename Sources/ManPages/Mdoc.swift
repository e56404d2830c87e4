/// Writes mdoc(7): macros and text, so escaped that nothing in them is taken for markup.
struct Mdoc {
    private(set) var text = ""

    /// A line with a macro; arguments are single words or phrases, callable macros are given with `calls`.
    mutating func macro(_ name: String, _ arguments: Argument...) { macro(name, arguments) }

    mutating func macro(_ name: String, _ arguments: [Argument]) {
        line(([".\(name)"] + arguments.map(\.text)).joined(separator: " "))
    }

    /// What stands behind a macro's name.
    enum Argument: ExpressibleByStringLiteral {
        /// Text, whatever is in it.
        case word(String)
        /// The name of another macro, a flag of this one, or a delimiter.
        case call(String)

        init(stringLiteral text: String) { self = .call(text) }

        fileprivate var text: String {
            switch self {
            case .call(let text): text
            case .word(let word): MdocEscape.argument(word)
            }
        }
    }

    /// Paragraphs, divided by empty lines in the text; each sentence begins a new line, as mdoc wants it.
    mutating func prose(_ text: String) {
        let paragraphs = text.split(separator: "\n\n", omittingEmptySubsequences: true)
        for (index, paragraph) in paragraphs.enumerated() {
            if index > 0 { macro("Pp") }
            for filled in Fill.lines(of: String(paragraph)) { line(MdocEscape.textLine(filled)) }
        }
    }

    /// Lines as they are.
    mutating func literal(_ lines: [String]) {
        macro("Bd", "-literal", "-offset", "indent")
        for literal in lines { line(MdocEscape.literalLine(literal)) }
        macro("Ed")
    }

    /// Words with their explanations.
    ///
    /// - Parameter items: each a head, in macros' arguments, and what is said of it.
    mutating func list(_ items: [(head: [Argument], text: String)]) {
        macro("Bl", "-tag", "-width", "Ds")
        for item in items {
            macro("It", item.head)
            prose(item.text)
        }
        macro("El")
    }

    private mutating func line(_ line: String) { text += line + "\n" }
}
