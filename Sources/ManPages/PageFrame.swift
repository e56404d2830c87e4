/// What every page begins with, and the sections that more than one page has.
struct PageFrame {
    let name: String
    let manual: Manual

    /// The prologue and NAME.
    ///
    /// - Parameter abstract: its first sentence stands behind the name, without its capital and its stop.
    func begin(abstract: String?) -> Mdoc {
        var mdoc = Mdoc()
        mdoc.macro("Dd", .call(manual.date))
        mdoc.macro("Dt", .word(name.uppercased()), "1")
        mdoc.macro("Os")
        // Never hyphenated, as it is typed.
        mdoc.macro("hw", "tokenctl")
        mdoc.macro("Sh", "NAME")
        mdoc.macro("Nm", .call(name))
        mdoc.macro("Nd", .call(MdocEscape.textLine(Self.phrase(abstract ?? ""))))
        return mdoc
    }

    func page(_ mdoc: Mdoc) -> ManPage { ManPage(fileName: "\(name).1", text: mdoc.text) }

    func environment(_ variables: [Manual.Variable], closing: String?, to mdoc: inout Mdoc) {
        guard !variables.isEmpty else { return }
        mdoc.macro("Sh", "ENVIRONMENT")
        mdoc.list(variables.map { (["Ev", .word($0.name)], $0.meaning) })
        if let closing {
            mdoc.macro("Pp")
            mdoc.prose(closing)
        }
    }

    func files(to mdoc: inout Mdoc) {
        mdoc.macro("Sh", "FILES")
        mdoc.list(manual.files.map { (["Pa", .word($0.term)], $0.meaning) })
    }

    func examples(_ examples: [Manual.Example], to mdoc: inout Mdoc) {
        guard !examples.isEmpty else { return }
        mdoc.macro("Sh", "EXAMPLES")
        for (index, example) in examples.enumerated() {
            if index > 0 { mdoc.macro("Pp") }
            mdoc.prose(example.purpose)
            mdoc.literal(Fill.commandLines(example.line))
        }
    }

    /// - Parameter pages: in section 1, of this program; others are added.
    func seeAlso(_ pages: [String], to mdoc: inout Mdoc) {
        mdoc.macro("Sh", "SEE ALSO")
        let own = pages.sorted().map { ($0, "1") }
        let all = own + [("sysexits", "3")]
        for (index, page) in all.enumerated() {
            mdoc.macro("Xr", [.call(page.0), .call(page.1)] + (index < all.count - 1 ? [","] : []))
        }
    }

    private static func phrase(_ abstract: String) -> String {
        let sentence = abstract.split(separator: ". ", maxSplits: 1).first.map(String.init) ?? abstract
        let phrase = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
        // An acronym keeps its capitals.
        guard phrase.dropFirst().first?.isLowercase == true else { return phrase }
        return phrase.prefix(1).lowercased() + phrase.dropFirst()
    }
}
