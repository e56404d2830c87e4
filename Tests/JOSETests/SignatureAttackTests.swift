import JOSE
import Testing

/// Headers that would have a careless verifier take what it should not; each is signed with the genuine key.
struct SignatureAttackTests {
    struct Attack: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let header: String
        let outcome: Outcome
        var signature: SignatureAlgorithm = .rs256

        init(_ header: String, _ outcome: Outcome, signature: SignatureAlgorithm = .rs256) {
            testDescription = header
            self.header = header
            self.outcome = outcome
            self.signature = signature
        }
    }

    static let attacks =
        [
            Attack(#"{"alg":"RS256"}"#, .signed),
            Attack(#"{"alg":"RS256","b64":true}"#, .signed),
        ]
        + [
            #""none""#, #""None""#, #""NONE""#, #""nOnE""#, #""""#, "256", "null", #"["RS256"]"#, #""rs256""#,
            #""RS256 ""#, #""RS256\u0000""#, #""RS1""#, #""HS256""#, #""hs256""#, #""ES256""#, #""EdDSA""#,
        ]
        .map { name in
            let fits = [#""ES256""#, #""EdDSA""#].contains(name)
            // Their signatures are shorter than RSA's: the length alone shows that it is none of theirs.
            return Attack(#"{"alg":\#(name)}"#, .refused(fits ? .malformedToken : .unsupportedAlgorithm))
        }
        + [
            Attack("{}", .refused(.unsupportedAlgorithm)),
            Attack(#"{"ALG":"RS256"}"#, .refused(.unsupportedAlgorithm)),
            Attack(#"{"alg":"PS256"}"#, .wrongSignature),
            Attack(#"{"alg":"RS512"}"#, .wrongSignature),
            Attack(#"{"alg":"RS256"}"#, .wrongSignature, signature: .ps256),
            Attack(#"{"alg":"RS256","crit":["exp"],"exp":1}"#, .refused(.malformedToken)),
            Attack(#"{"alg":"RS256","crit":[]}"#, .refused(.malformedToken)),
            Attack(#"{"alg":"RS256","crit":null}"#, .refused(.malformedToken)),
            Attack(#"{"alg":"RS256","b64":false}"#, .refused(.malformedToken)),
            Attack(#"{"alg":"RS256","b64":0}"#, .refused(.malformedToken)),
            Attack(#"{"alg":"RS256","b64":false,"crit":["b64"]}"#, .refused(.malformedToken)),
            Attack(#"{"alg":"RS256","alg":"RS256"}"#, .malformed),
            Attack(#"{"alg":"none","\u0061lg":"RS256"}"#, .malformed),
            Attack(#"{"alg":"RS256","kid":"1","kid":"1"}"#, .malformed),
            Attack(#"[{"alg":"RS256"}]"#, .malformed),
            Attack(#"{"alg":"RS256"} "#, .signed),
            Attack(#"{"alg":"RS256"}{}"#, .malformed),
        ]

    @Test(arguments: attacks)
    func `a header by itself convinces nobody`(attack: Attack) throws {
        let key = try TestTokens.rsa.get()
        let text = try TestTokens.token(attack.header, key, attack.signature)
        for var verifier in [
            SignatureVerifier(try TestTokens.set(key)), SignatureVerifier(key.publicKey),
        ] {
            #expect(try Outcome(verifier.verdict(on: text)) == attack.outcome)
            let unsigned = text.prefix { $0 != "." } + ".\(TestTokens.claims)."
            #expect(try !verifier.accepts(String(unsigned)))
        }
    }

    /// What the header says of keys, `KEY` being the sender's own.
    static let ownKeys = [
        #""jwk":KEY"#, #""jwk":{"keys":[KEY]}"#, #""jku":"https://attacker.example/keys""#,
        #""x5u":"file:///etc/ssl/cert.pem""#, #""x5c":["CERTIFICATE"]"#, #""jwk":"none""#,
    ]

    @Test(arguments: ownKeys)
    func `a key that comes with the token is not looked at`(member: String) throws {
        let key = try TestTokens.rsa.get()
        let attacker = try PrivateKey.generate(.rsa(bits: 2048))
        let certificate = try Certificate.selfSigned(
            for: attacker, commonName: "attacker", notBefore: 0, notAfter: 4_102_444_800)
        let own = member.replacing("KEY", with: JSON.object(attacker.publicKey.jwk).compact)
            .replacing("CERTIFICATE", with: Base64.encode(certificate.der))
        var verifier = SignatureVerifier(try TestTokens.set(key, ["kid": .string("1")]))
        for name in [#""kid":"1","#, ""] {
            let header = #"{"alg":"RS256",\#(name)\#(own)}"#
            let forged = try TestTokens.token(header, attacker, .rs256)
            #expect(try verifier.verdict(on: forged) == .wrongSignature)
            #expect(try verifier.accepts(TestTokens.token(header, key, .rs256)))
        }
    }

    @Test(arguments: ["../../../../dev/null", "1' OR '1'='1", "1;--", "/etc/passwd", "*", "", "1\\u0000", "$(id)"])
    func `a kid is a name and nothing else`(kid: String) throws {
        let key = try TestTokens.rsa.get()
        let text = try TestTokens.token(#"{"alg":"RS256","kid":"\#(kid)"}"#, key, .rs256)
        var other = SignatureVerifier(try TestTokens.set(key, ["kid": .string("1")]))
        #expect(try other.verdict(on: text) == .unknownKey)
        let literal = JSON.string(JSONString(literal: kid))
        var own = SignatureVerifier(try TestTokens.set(key, ["kid": literal]))
        #expect(try own.accepts(text))
    }

    @Test(arguments: ["1", "true", "null", #"["1"]"#, #"{"a":1}"#])
    func `a kid that is not text is refused`(kid: String) throws {
        let key = try TestTokens.rsa.get()
        let text = try TestTokens.token(#"{"alg":"RS256","kid":\#(kid)}"#, key, .rs256)
        var verifier = SignatureVerifier(try TestTokens.set(key, ["kid": .string("1")]))
        #expect(try verifier.verdict(on: text) == .refused(JOSEError(.malformedToken, "")))
    }
}
