/// A text as one word of another language, whatever is in it.
package enum ShellQuote {
    package static func posix(_ text: String) -> String { "'" + escape(text, ["'": "'\\''"]) + "'" }

    /// The text as it is where a shell takes it as it is, for commands that people read.
    package static func posixIfNeeded(_ text: String) -> String {
        let isPlain = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-._:/@".contains($0)) }
        return isPlain && !text.isEmpty ? text : posix(text)
    }

    package static func fish(_ text: String) -> String { "'" + escape(text, ["'": "\\'", "\\": "\\\\"]) + "'" }

    package static func powershell(_ text: String) -> String { "'" + escape(text, ["'": "''"]) + "'" }

    /// The inside of a double-quoted parameter in a curl configuration file.
    package static func curl(_ text: String) -> String { escape(text, ["\"": "\\\"", "\\": "\\\\"]) }

    /// A value in an Azure Pipelines logging command: a percent sign begins an escape there.
    package static func loggingCommand(_ text: String) -> String { escape(text, ["%": "%AZP25"]) }

    private static func escape(_ text: String, _ replacements: [Character: String]) -> String {
        text.reduce(into: "") { $0 += replacements[$1] ?? String($1) }
    }
}
