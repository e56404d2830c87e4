/// The parameters of a `WWW-Authenticate` header's challenges: RFC 9110 section 11.6.1.
struct AuthenticateHeader {
    /// In their order; names in lower case, values unquoted.
    private(set) var parameters: [(name: String, value: String)] = []

    init(_ text: String) {
        var rest = text[...]
        while !rest.isEmpty {
            let name = rest.prefix(while: Self.isTokenCharacter)
            rest = rest.dropFirst(name.count).drop { $0 == " " }
            guard !name.isEmpty, rest.first == "=" else {
                // A scheme's name, or what stands between parameters.
                if name.isEmpty { rest = rest.dropFirst() }
                continue
            }
            rest = rest.dropFirst().drop { $0 == " " }
            parameters.append((name.lowercased(), Self.takeValue(from: &rest)))
        }
    }

    /// A quoted string or a token; a value that is neither ends where the next parameter may begin.
    private static func takeValue(from rest: inout Substring) -> String {
        guard rest.first == "\"" else {
            let value = rest.prefix { $0 != "," && $0 != " " }
            rest = rest.dropFirst(value.count)
            return String(value)
        }
        rest = rest.dropFirst()
        var value = ""
        while let character = rest.popFirst(), character != "\"" {
            if let next = character == "\\" ? rest.popFirst() : character { value.append(next) }
        }
        return value
    }

    private static func isTokenCharacter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || "!#$%&'*+-.^_`|~".contains(character))
    }
}
