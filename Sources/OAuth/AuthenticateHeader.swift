/// The parameters of a `WWW-Authenticate` header's challenges: RFC 9110 section 11.6.1.
struct AuthenticateHeader {
    /// In their order; names in lower case, values unquoted.
    private(set) var parameters: [(name: String, value: String)] = []

    init(_ text: String) {
        var rest = text[...]
        while true {
            rest = rest.drop { !Self.isTokenCharacter($0) }
            let name = rest.prefix(while: Self.isTokenCharacter)
            guard !name.isEmpty else { return }
            rest = rest.dropFirst(name.count).drop { $0 == " " }
            // Without one it is a scheme's name.
            guard rest.first == "=" else { continue }
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
