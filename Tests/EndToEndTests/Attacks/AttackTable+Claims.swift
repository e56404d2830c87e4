/// What a payload must not say; all are signed by the issuer.
extension AttackTable {
    private static let issuers = [
        #""https://idp.example/""#, #""HTTPS://idp.example""#, #""https://IDP.example""#, #""https://idp.example.""#,
        #""https://idp.ex\u0430mple""#, #""https://idp.example:443""#, #""https://idp.exampl""#,
        #""https://idp.example.evil.example""#, #""https://idp.example@evil.example""#,
        #""https://evil@idp.example""#, #""http://idp.example""#, #""https://idp.example?""#,
        #""https://idp.example#""#, #"" https://idp.example""#, #""https://idp.example\u0000""#, #""""#, "null", "1",
        #"["https://idp.example"]"#, #"{"https://idp.example":1}"#,
    ]

    private static let audiences = [
        #""Orders""#, #""order""#, #""orders2""#, #""orders other""#, #""orders\u0000""#, #""""#, "null", "1", "[]",
        "{}", #"{"orders":1}"#, #"["other"]"#, #"[["orders"]]"#, #""\u043erders""#,
    ]

    static let claims: [Attack] =
        issuers.map { Attack("iss \($0)", Token(claims: Token.claims(iss: $0)), "iss: ") }
        + audiences.map { Attack("aud \($0)", Token(claims: Token.claims(aud: $0)), "aud: ") } + [
            Attack("no iss", Token(claims: #"{"aud":"orders","exp":4102444800}"#), "iss: "),
            Attack("no aud", Token(claims: #"{"iss":"https://idp.example","exp":4102444800}"#), "aud: "),
            Attack("exp twice", Token(claims: Token.claims(#","exp":4102444800"#)), "exp more than once"),
            Attack("exp twice, once in the past", Token(claims: Token.claims(exp: "1", past)), "exp more than once"),
            Attack("exp twice, once escaped", Token(claims: Token.claims(#","e\u0078p":1"#)), "more than once"),
            Attack("aud twice", Token(claims: Token.claims(#","aud":"other""#)), "aud more than once"),
            Attack("iss twice", Token(claims: Token.claims(iss: #""x""#, again)), "iss more than once"),
        ]

    private static let past = #","exp":4102444800"#
    private static let again = #","iss":"https://idp.example""#

    /// What no time can be.
    private static let noTimes = [
        #""4102444800""#, #""""#, "true", "false", "null", "[]", "[4102444800]", "{}", "9223372036854775807",
        "9223372036854775808", "-9223372036854775808", "1e400", "-1e400", "1e17", "9007199254740993",
    ]

    static let times: [Attack] =
        noTimes.flatMap { time in
            [
                Attack("exp \(time)", Token(claims: Token.claims(exp: time)), "exp: "),
                Attack("nbf \(time)", Token(claims: Token.claims(",\"nbf\":\(time)")), "nbf: "),
                Attack("iat \(time)", Token(claims: Token.claims(",\"iat\":\(time)")), "iat: "),
            ]
        }
        + ["0", "-1", "-4102444800", "1.5", "1e9", "1e-400", "-0", "1700000000.99"].map {
            Attack("exp \($0)", Token(claims: Token.claims(exp: $0)), "expired")
        }
        + ["4102444800", "4102444800.5", "4.1024448e9", "9007199254740992"].flatMap { time in
            ["nbf", "iat"].map {
                Attack("\($0) \(time)", Token(claims: Token.claims(",\"\($0)\":\(time)")), "\($0): ")
            }
        } + [
            Attack("no exp", Token(claims: #"{"iss":"https://idp.example","aud":"orders"}"#), "exp: "),
            Attack(
                "exp in capitals", Token(claims: #"{"iss":"https://idp.example","aud":"orders","EXP":4102444800}"#),
                "exp: "),
        ]
}

extension Forgery.Token {
    init(claims: String) { self.init(Self.header(), claims) }
}
