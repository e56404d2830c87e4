import JOSE
import Testing

/// Tokens without their ends, as documents print them, and texts that are something else.
struct CutOffTokenTests {
    static let signed = Result {
        try TestTokens.token(#"{"alg":"RS256"}"#, TestTokens.rsa.get(), .rs256)
    }

    @Test func `however much of the signature is missing, the rest is read and never genuine`() throws {
        let text = try Self.signed.get()
        let whole = try CompactJWS(parsing: text)
        let key = try TestTokens.rsa.get().publicKey
        #expect(!whole.isSignatureCutOff && whole.signatureDefect == nil)
        #expect(try whole.isSigned(by: key))
        for missing in 1...342 {
            let token = try CompactJWS(parsing: String(text.dropLast(missing)))
            #expect(token.payload == whole.payload && token.header == whole.header)
            #expect(token.signature.elementsEqual(whole.signature.prefix((342 - missing) * 6 / 8)))
            #expect(token.signatureDefect?.code == .malformedToken)
            #expect(throws: JOSEError(.malformedToken, "")) { try token.isSigned(by: key) }
        }
    }

    @Test(arguments: [
        ("RS256", "SflKxwRJSMeKKF2QT4f", "the signature is cut off: RS256 takes at least 256 bytes, it has 14"),
        ("RS256", "SflKxwRJSMeKKF2QT4fw", "the signature is cut off: RS256 takes at least 256 bytes, it has 15"),
        ("ES256", "AAAA", "the signature is cut off: ES256 takes 64 bytes, it has 3"),
        ("ES256", String(repeating: "A", count: 96), "the signature is too long: ES256 takes 64 bytes, it has 72"),
        ("ES384", "AAAA", "the signature is cut off: ES384 takes 96 bytes, it has 3"),
        ("ES512", "AAAA", "the signature is cut off: ES512 takes 132 bytes, it has 3"),
        ("EdDSA", "AAAA", "the signature is cut off: EdDSA takes 64 bytes, it has 3"),
        ("HS256", "AAAA", "the signature is cut off: HS256 takes 32 bytes, it has 3"),
        ("HS384", "AAAA", "the signature is cut off: HS384 takes 48 bytes, it has 3"),
        ("HS512", "AAAA", "the signature is cut off: HS512 takes 64 bytes, it has 3"),
        ("RS256", "", "the token is not signed: its third part is empty"),
        ("none", "", "the token is not signed: its third part is empty"),
        ("XX1", "AAAAA", "the signature is cut off: its last letter is not a whole one"),
        ("XX1", "A", "the signature is cut off: its last letter is not a whole one"),
        ("XX1", "AB", "the signature is cut off: its last letter is not a whole one"),
        ("XX1", "AAAA", nil), ("none", "AAAA", nil),
        (
            "RS256", String(repeating: "A", count: 401),
            "the signature is cut off: its last letter is not a whole one"
        ),
    ])
    func `what is wrong with a signature is said without any key`(name: String, letters: String, reason: String?) throws
    {
        let header = Base64URL.encode(#"{"alg":"\#(name)"}"#.utf8)
        let token = try CompactJWS(parsing: "\(header).\(TestTokens.claims).\(letters)")
        #expect(token.signatureDefect?.message == reason)
        #expect(token.isSignatureCutOff == (Base64URL.decode(letters) == nil))
    }

    static let header = Base64URL.encode(#"{"alg":"RS256"}"#.utf8)

    @Test(arguments: [
        ("EwB4A8l6BAAURSN/FHlDW5xN74t6GzbtsBBeBUYAAQ==", "personal accounts"), ("EwCoA8l6", "personal accounts"),
        ("\(header)", "it has 1 of a JWT's three parts"), ("\(header).e30", "it has 2 of a JWT's three parts"),
        ("\(Base64URL.encode(#"{"alg":"RSA-OAEP","enc":"A256GCM"}"#.utf8)).a.b.c.d", "encrypted"),
        ("\(header).a.b.c.d", "opaque"), ("a.b.c.d.e", "opaque"), ("e30.a.b.c.d", "opaque"), ("1.AUEB", "opaque"),
        ("ya29.a0Af", "opaque"), ("", "opaque"), ("e30", "opaque"), ("\(header).e30.AA.AA", "opaque"),
        ("Ew.AA", "opaque"),
    ])
    func `what is no JWT is told apart`(text: String, words: String) {
        let error = #expect(throws: JOSEError(.malformedToken, "")) { try CompactJWS(parsing: text) }
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }
}
