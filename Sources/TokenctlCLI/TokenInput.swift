import JOSE
import World

/// Tokens that were given, in whichever form they stood.
///
/// A token itself, a whole `Authorization` header, or a JSON object that has a token in it; one, or one a line.
struct TokenInput {
    /// A token that was given; not yet known to be one.
    struct Candidate {
        let text: String
        /// Where it stands, from 1.
        let line: Int
    }

    /// At least one.
    let candidates: [Candidate]

    /// The one token, where several make no sense.
    var single: String {
        get throws(Failure) {
            guard candidates.count == 1 else {
                throw Failure(
                    .badData, "expected one token, found \(candidates.count) lines", hint: "give the token alone")
            }
            return candidates[0].text
        }
    }

    /// Whether the argument stands for standard input.
    static func isStandardInput(_ argument: String?) -> Bool { [nil, "-", "stdin"].contains(argument) }

    /// Reads what an argument stands for; whoever sits at standard input is asked for a token.
    ///
    /// - Throws: `noInput`; `badData` where there is nothing.
    init(_ argument: String?, in world: World) throws(Failure) {
        // Of a longer line than 4095 bytes, which many tokens are, a terminal would hand over the beginning only.
        if Self.isStandardInput(argument), world.terminal.isTyped, world.terminal.isInteractive {
            try self.init(Array(try world.terminal.ask("Token: ").utf8))
        } else {
            try self.init(try Self.bytes(of: argument, in: world))
        }
    }

    /// What an argument stands for: nil, `-` and `stdin` for standard input, `file:PATH`, or the text itself.
    ///
    /// - Throws: `noInput`; `badData` for more than any program needs.
    static func bytes(
        of argument: String?, limit: Int = longest, in world: World
    ) throws(Failure) -> [UInt8] {
        switch argument {
        case nil, "-", "stdin": return try world.files.read(descriptor: 0, limit: limit)
        case .some(let path) where path.hasPrefix("file:"):
            return try world.files.read(String(path.dropFirst("file:".count)), limit: limit)
        case .some(let text): return Array(text.utf8)
        }
    }

    init(_ bytes: [UInt8]) throws(Failure) {
        // Windows programs begin a file with a byte order mark.
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        if let object = Self.object(bytes[...]) {
            guard let token = Self.token(in: object) else {
                throw Failure(
                    .badData, "there is no token in the JSON object",
                    hint: "it has to be called \(Self.members.joined(separator: ", "))")
            }
            candidates = [Candidate(text: token, line: 1)]
            return
        }
        let lines = bytes.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "\n") }
        candidates = lines.enumerated().compactMap { index, line in
            let token = Self.token(inLine: Self.trimmed(line))
            return token.isEmpty ? nil : Candidate(text: token, line: index + 1)
        }
        guard !candidates.isEmpty else { throw Failure(.badData, "there is no token in the input") }
    }

    private static func token(inLine line: ArraySlice<UInt8>) -> String {
        object(line).flatMap(token(in:)) ?? withoutHeader(String(decoding: withoutQuotes(line), as: UTF8.self))
    }

    /// A token as JSON text, as `jq .access_token` prints it.
    private static func withoutQuotes(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let quote = UInt8(ascii: "\"")
        return line.count > 2 && line.first == quote && line.last == quote ? line.dropFirst().dropLast() : line
    }

    private static func object(_ bytes: ArraySlice<UInt8>) -> JSONObject? {
        guard bytes.first(where: { !isSpace($0) }) == UInt8(ascii: "{") else { return nil }
        return try? JSON(parsing: Array(bytes)).objectValue
    }

    /// The token in a JSON object: of a token endpoint, of `az`, of CI systems, or Kubernetes' ExecCredential.
    private static func token(in object: JSONObject) -> String? {
        members.lazy.compactMap { object[$0]?.stringValue }.first ?? object["status"]?["token"]?.stringValue
    }

    private static let members = ["access_token", "accessToken", "id_token", "token", "value"]

    /// The token of `Authorization: Bearer …`, with or without the header's name: RFC 9110 section 11.6.2.
    private static func withoutHeader(_ line: String) -> String {
        var rest = line[...]
        for word in ["authorization:", "bearer", "dpop"] where Self.begins(rest, with: word) {
            let behind = rest.dropFirst(word.count)
            guard word.hasSuffix(":") || behind.first == " " || behind.first == "\t" else { continue }
            rest = behind.drop { $0 == " " || $0 == "\t" }
        }
        return String(rest)
    }

    /// - Parameter word: in small letters.
    private static func begins(_ text: Substring, with word: String) -> Bool {
        text.utf8.prefix(word.utf8.count).elementsEqual(word.utf8) { $0 == $1 || $0 | 0x20 == $1 }
    }

    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let rest = line.drop(while: isSpace)
        return rest.prefix((rest.lastIndex { !isSpace($0) } ?? rest.startIndex - 1) - rest.startIndex + 1)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

    /// Enough for tens of thousands of tokens.
    static let longest = 64 << 20
}
