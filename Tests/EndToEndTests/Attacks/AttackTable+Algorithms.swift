/// What `alg` says, and what was done.
extension AttackTable {
    private static let namesOfNothing = [
        #""none""#, #""None""#, #""NONE""#, #""nOnE""#, #""none ""#, #""\u006eone""#, #""""#, "null", "0", "1",
        #"["none"]"#, #"["RS256"]"#, #"{"RS256":1}"#, "true", "false", #""rs256""#, #""RS256 ""#, #""RS256\u0000""#,
        #""RS1""#, #""ES256K""#, #""HS1""#, #""dir""#,
    ]

    private static let both = [Attack.Key.pem, .set]

    static let algorithms: [Attack] =
        namesOfNothing.flatMap { name in
            [Forgery.Signer.nobody, .issuer].map { signer in
                Attack(
                    "alg \(name), signed by \(signer)", Token(Token.header(alg: name), by: signer), against: both,
                    "alg: ")
            }
        } + [
            Attack("no alg, no signature", Token(#"{"kid":"k1"}"#, by: .nobody), "alg: "),
            Attack("no alg, signed", Token(#"{"kid":"k1"}"#), "alg: "),
            Attack("alg in capitals", Token(#"{"ALG":"RS256","kid":"k1"}"#), "alg: "),
            Attack("RS256 without a signature", Token(by: .nobody), against: both, "not signed"),
            Attack("signed by someone else", Token(by: .attacker), against: both, "signature: "),
            Attack("PS256 called RS256", Token(by: .issuerPS256), "signature: "),
            Attack("RS256 called PS256", Token(Token.header(alg: #""PS256""#)), "signature: "),
            Attack("RS256 called RS512", Token(Token.header(alg: #""RS512""#)), "signature: "),
            Attack("RS256 called ES256", Token(Token.header(alg: #""ES256""#)), against: both, "signature"),
            Attack("RS256 called EdDSA", Token(Token.header(alg: #""EdDSA""#)), "signature"),
            Attack("the other key's name, RSA", Token(Token.header(kid: #""k2""#)), against: [.set], "alg: "),
            Attack("the other key's name, P-256", curve(.curve, kid: "k1"), against: [.set], "alg: "),
            Attack("zero for both numbers of ECDSA", curve(.curveZero), against: [.set], "signature: "),
            Attack("the curve's order for both numbers of ECDSA", curve(.curveOrder), against: [.set], "signature: "),
            Attack("ECDSA in DER", curve(.curveDER), against: [.set], "signature"),
        ]

    private static func curve(_ signer: Forgery.Signer, kid: String = "k2") -> Token {
        Token(Token.header(alg: #""ES256""#, kid: "\"\(kid)\""), by: signer)
    }

    private static let publicSecrets: [Forgery.Signer] = [
        .macPEM, .macPEMWithoutBreak, .macPEMWithCRLF, .macDER, .macModulus, .macModulusText, .macJWK, .macNothing,
    ]

    /// What everybody has is no secret.
    static let keyConfusion: [Attack] = publicSecrets.flatMap { signer in
        [
            Attack(
                "HS256 by \(signer)", Token(Token.header(alg: #""HS256""#), by: signer), against: Attack.Key.all,
                "the token is not verified"),
            Attack(
                "HS256 by \(signer), no kid", Token(#"{"alg":"HS256"}"#, by: signer), against: Attack.Key.sets,
                "the token is not verified"),
        ]
    }
}
