/// The options of a command, as lists under the titles of their groups.
struct OptionList {
    let arguments: [ArgumentDump]
    let variables: [Manual.Variable]

    /// - Parameter hasTitles: whether group titles become sub-sections; below a sub-section they cannot.
    func write(to mdoc: inout Mdoc, hasTitles: Bool) {
        guard hasTitles else {
            if !arguments.isEmpty { mdoc.list(arguments.map(item)) }
            return
        }
        // Those without a group first: what a command works on.
        let loose = arguments.filter { $0.sectionTitle == nil }
        if !loose.isEmpty { mdoc.list(loose.map(item)) }
        for title in titles {
            mdoc.macro("Ss", .word(title))
            mdoc.list(arguments.filter { $0.sectionTitle == title }.map(item))
        }
    }

    /// In the order in which they first appear.
    private var titles: [String] {
        arguments.compactMap(\.sectionTitle).reduce(into: []) { titles, title in
            if !titles.contains(title) { titles.append(title) }
        }
    }

    private func item(_ argument: ArgumentDump) -> (head: [Mdoc.Argument], text: String) {
        (Self.head(argument), text(argument))
    }

    /// `-o`, `--output` *format*.
    static func head(_ argument: ArgumentDump) -> [Mdoc.Argument] {
        let value: [Mdoc.Argument] = ["Ar", .word(argument.valueName ?? "value")]
        guard argument.kind != .positional else { return value + (argument.isRepeating ? ["..."] : []) }
        let names = (argument.names ?? []).sorted { $0.name.count < $1.name.count }
        let flags = names.map { ["Fl", .word($0.afterDash)] as [Mdoc.Argument] }.joined(separator: [","])
        return Array(flags) + (argument.kind == .option ? value : [])
    }

    /// As in a synopsis: the macro and what stands behind it, by one name only.
    static func use(_ argument: ArgumentDump) -> (macro: String, arguments: [Mdoc.Argument]) {
        let value = Mdoc.Argument.word(argument.valueName ?? "value")
        guard let name = argument.names?.max(by: { $0.name.count < $1.name.count }) else {
            return ("Ar", argument.isRepeating ? [value, "..."] : [value])
        }
        return ("Fl", [.word(name.afterDash)] + (argument.kind == .option ? ["Ar", value] : []))
    }

    private func text(_ argument: ArgumentDump) -> String {
        let abstract = argument.abstract ?? ""
        var sentences = [abstract]
        // Most texts name the values and the default themselves, in better words.
        if let values = argument.allValues, !values.allSatisfy({ abstract.contains($0) }) {
            sentences.append("One of \(Self.list(values)).")
        }
        if let value = argument.defaultValue, !abstract.contains("default") {
            sentences.append("The default is \(value).")
        }
        let stands = variables.filter { $0.standsFor(argument) }.map(\.name)
        if !stands.isEmpty { sentences.append("Environment: \(stands.joined(separator: ", ")).") }
        return [sentences.joined(separator: " "), argument.discussion].compactMap(\.self).joined(separator: "\n\n")
    }

    private static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return "\(words.dropLast().joined(separator: ", ")) or \(last)"
    }
}
