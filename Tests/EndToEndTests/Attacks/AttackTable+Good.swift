/// What looks odd and has to be taken: without these, whoever refuses everything passes.
extension AttackTable {
    static let good: [Attack] = [
        .good("nothing odd", Token(), against: Attack.Key.all),
        .good("ES256", Token(Token.header(alg: #""ES256""#, kid: #""k2""#), by: .curve), against: [.set]),
        .good("PS256", Token(Token.header(alg: #""PS256""#), by: .issuerPS256)),
        .good("no kid", Token(#"{"alg":"RS256"}"#)),
        .good("any kid, where there is one key without a name", Token(Token.header(kid: #""../k""#)), against: [.pem]),
        .good("an escaped kid", Token(Token.header(kid: #""\u006b1""#))),
        .good("the exponent 3", Token(by: .three), against: [.set(three)]),
        .good("b64 as it is anyway", Token(Token.header(#","b64":true"#))),
        .good("white space in the JSON", Token("{ \"alg\" :\t\"RS256\" }", " \n" + Token.claims() + "\r\n ")),
        .good("an audience among others", Token(claims: Token.claims(aud: #"["other",1,"orders"]"#))),
        .good(
            "an escaped claim", Token(claims: #"{"iss":"https:\/\/idp.example","a\u0075d":"orders","exp":4102444800}"#)),
        .good("a megabyte", Token(claims: megabyte)),
        .good(
            "a big and a tiny number", Token(claims: Token.claims(#","x":1e400,"y":1e-400,"z":12345678901234567890"#))),
        .good("lists a hundred deep", Token(claims: Token.claims(#","x":\#(hundred)"#))),
        .good("a fraction in exp", Token(claims: Token.claims(exp: "4102444800.75"))),
        .good("an exponent in exp", Token(claims: Token.claims(exp: "4.1024448E+9"))),
        .good("fractions in nbf and iat", Token(claims: Token.claims(#","nbf":1500000000.5,"iat":15e8"#))),
        .good("nbf and iat before 1970", Token(claims: Token.claims(#","nbf":-1,"iat":-1.5"#))),
        .good("claims beside the usual, twice within", Token(claims: Token.claims(#","x":{"a":1,"a":2}"#))),
        .good("text beyond the first plane", Token(claims: Token.claims(#","x":"😀\ud83d\ude00\ud800""#))),
    ]

    private static let hundred = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
}
