/// What a header must not say; all are signed by the issuer.
extension AttackTable {
    private static let kids = [
        ("a path", #""../../../../dev/null""#), ("SQL", #""x' UNION SELECT 'k1' --""#), ("nothing", #""""#),
        ("a command", #""k1|/bin/true""#), ("100 kB", "\"" + String(repeating: "k", count: 100_000) + "\""),
        ("another case", #""K1""#), ("a space", #""k1 ""#), ("a zero byte", #""k1\u0000""#),
        ("the Kelvin sign", #""\u212a1""#),
    ]

    static let headers: [Attack] =
        kids.map { name, kid in
            Attack("kid with \(name)", Token(Token.header(kid: kid)), against: [.set], "kid: ")
        } + [
            Attack("a number as kid", Token(Token.header(kid: "1")), against: [.set], "kid is not text"),
            Attack("null as kid", Token(Token.header(kid: "null")), against: [.set], "kid is not text"),
            Attack("a list as kid", Token(Token.header(kid: #"["k1"]"#)), against: [.set], "kid is not text"),
            Attack("kid /dev/null, signed with an empty secret", emptySecret, against: Attack.Key.all, "not verified"),
            extended("an unknown extension", #""crit":["x"],"x":1"#, "crit"),
            extended("a known extension", #""crit":["exp"],"exp":1"#, "crit"),
            extended("alg as an extension", #""crit":["alg"]"#, "crit"),
            extended("no extension at all", #""crit":[]"#, "crit"),
            extended("null for extensions", #""crit":null"#, "crit"),
            extended("a payload that is not base64url, as an extension", #""b64":false,"crit":["b64"]"#, "crit"),
            extended("a payload that is not base64url", #""b64":false"#, "b64"),
            extended("text for b64", #""b64":"false""#, "b64"),
            twice("alg", #"{"alg":"none","alg":"RS256","kid":"k1"}"#),
            twice("alg", #"{"alg":"RS256","alg":"RS256","kid":"k1"}"#),
            twice("alg", #"{"alg":"RS256","al\u0067":"none","kid":"k1"}"#),
            twice("kid", #"{"alg":"RS256","kid":"other","kid":"k1"}"#),
            malformed("a list as header", #"["RS256"]"#),
            malformed("text as header", #""RS256""#),
            malformed("no header", ""),
            malformed("a header cut off", #"{"alg":"RS256""#),
            malformed("a comma too many", #"{"alg":"RS256",}"#),
            malformed("something behind the header", #"{"alg":"RS256"}x"#),
            malformed("a byte order mark", "\u{FEFF}" + #"{"alg":"RS256"}"#),
            malformed("deep nesting", #"{"alg":"RS256","x":\#(deep)}"#),
        ]

    /// Ten thousand lists in one another.
    static let deep = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)

    private static let emptySecret = Token(#"{"alg":"HS256","kid":"../../../../dev/null"}"#, by: .macNothing)

    private static func extended(_ name: String, _ members: String, _ words: String) -> Attack {
        Attack(name, Token(Token.header(",\(members)")), words)
    }

    private static func twice(_ name: String, _ header: String) -> Attack {
        Attack("\(name) twice: \(header)", Token(header), status: 65, "more than one \(name)")
    }

    private static func malformed(_ name: String, _ header: String) -> Attack {
        Attack(name, Token(header), status: 65, "header")
    }
}
