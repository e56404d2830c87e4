/// Breaks text into lines of a readable length.
enum Fill {
    private static let width = 76

    /// Running text: a new line for each sentence, and within one where the width is reached.
    static func lines(of text: String) -> [String] {
        var lines: [String] = []
        var sentenceEnds = true
        for word in text.split(whereSeparator: \.isWhitespace) {
            if let last = lines.last, !sentenceEnds, last.count + 1 + word.count <= width {
                lines[lines.count - 1] += " \(word)"
            } else {
                lines.append(String(word))
            }
            sentenceEnds = endsSentence(word)
        }
        return lines
    }

    /// A command line, broken with backslashes where the shell allows it: before an option or a pipe.
    static func commandLines(_ command: String) -> [String] {
        var lines: [String] = []
        for part in parts(of: command) {
            if let last = lines.last, last.count + part.count <= width - 2 {
                lines[lines.count - 1] += part
            } else {
                lines.append(lines.isEmpty ? part : "   " + part)
            }
        }
        return lines.enumerated().map { $0 < lines.count - 1 ? $1 + " \\" : $1 }
    }

    /// The pieces between which a command line may be broken; each but the first begins with a space.
    private static func parts(of command: String) -> [String] {
        var parts = [""]
        var quote: Character?
        for (index, character) in zip(command.indices, command) {
            let rest = command[index...]
            if character == quote {
                quote = nil
            } else if quote == nil, character == "'" || character == "\"" {
                quote = character
            }
            if quote == nil, rest.hasPrefix(" --") || rest.hasPrefix(" | ") { parts.append("") }
            parts[parts.count - 1].append(character)
        }
        return parts
    }

    private static func endsSentence(_ word: Substring) -> Bool {
        let body = word.last.map { ")\"'".contains($0) } == true ? word.dropLast() : word
        return body.last.map { ".!?".contains($0) } == true && body.count > 1
    }
}
