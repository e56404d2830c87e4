import JOSE
import Testing

/// Which key of a set a token is judged by.
struct KeyChoiceTests {
    private func outcome(
        _ keys: [JSONObject], _ header: String, _ key: PrivateKey, _ algorithm: SignatureAlgorithm = .es256
    ) throws -> Outcome {
        var verifier = SignatureVerifier(try TestTokens.set(keys))
        return try Outcome(verifier.verdict(on: TestTokens.token(header, key, algorithm)))
    }

    @Test func `a kid or an x5t names the key`() throws {
        let key = try TestTokens.p256.get()
        let other = try PrivateKey.generate(.p256)
        let keys = [
            TestTokens.labelled(other, ["kid": .string("a"), "x5t": .string("thumb-a")]),
            TestTokens.labelled(key, ["kid": .string("b"), "x5t": .string("thumb-b")]),
        ]
        for (labels, expected) in [
            (#""kid":"b""#, .signed), (#""kid":"a""#, .wrongSignature), (#""kid":"c""#, .unknownKey),
            (#""x5t":"thumb-b""#, .signed), (#""x5t":"b""#, .signed), (#""x5t":"thumb-a""#, .wrongSignature),
            (#""kid":"c","x5t":"thumb-b""#, .signed), (#""kid":"a","x5t":"thumb-b""#, .wrongSignature),
            (#""kid":"B""#, .unknownKey), (#""typ":"JWT""#, .signed), (#""kid":"\u0062""#, .signed),
        ] as [(String, Outcome)] {
            #expect(try outcome(keys, #"{"alg":"ES256",\#(labels)}"#, key) == expected, "\(labels)")
        }
    }

    @Test func `two spellings of one character are two names`() throws {
        let key = try TestTokens.p256.get()
        let keys = [TestTokens.labelled(key, ["kid": .string("\u{E9}")])]
        #expect(try outcome(keys, #"{"alg":"ES256","kid":"\u00e9"}"#, key) == .signed)
        #expect(try outcome(keys, #"{"alg":"ES256","kid":"e\u0301"}"#, key) == .unknownKey)
    }

    @Test func `keys without a name are tried for a name that is not there`() throws {
        let key = try TestTokens.p256.get()
        let other = try PrivateKey.generate(.p256)
        let keys = [other.publicKey.jwk, key.publicKey.jwk, TestTokens.labelled(other, ["kid": .string("a")])]
        #expect(try outcome(keys, #"{"alg":"ES256","kid":"b"}"#, key) == .signed)
        #expect(try outcome(keys, #"{"alg":"ES256","kid":"a"}"#, key) == .wrongSignature)
        #expect(try outcome(Array(keys.dropFirst(2)), #"{"alg":"ES256","kid":"b"}"#, other) == .unknownKey)
        #expect(try outcome([], #"{"alg":"ES256"}"#, key) == .unknownKey)
    }

    @Test func `two different keys by one name are refused, one key twice is not`() throws {
        let key = try TestTokens.p256.get()
        let other = try PrivateKey.generate(.p256)
        let named = TestTokens.labelled(key, ["kid": .string("a")])
        let header = #"{"alg":"ES256","kid":"a"}"#
        #expect(
            try outcome([named, TestTokens.labelled(other, ["kid": .string("a")])], header, key)
                == .refused(.malformedKey))
        let again = TestTokens.labelled(key, ["kid": .string("a"), "use": .string("sig")])
        #expect(try outcome([named, again], header, key) == .signed)
    }

    @Test func `of keys with one name only those that fit count`() throws {
        let key = try TestTokens.p256.get()
        let name: JSONObject = ["kid": .string("a")]
        let forEncryption = try TestTokens.labelled(
            PrivateKey.generate(.p256), ["kid": .string("a"), "use": .string("enc")])
        let keys = [TestTokens.labelled(try TestTokens.rsa.get(), name), forEncryption, TestTokens.labelled(key, name)]
        #expect(try outcome(keys, #"{"alg":"ES256","kid":"a"}"#, key) == .signed)
        #expect(try outcome(keys, #"{"alg":"RS256","kid":"a"}"#, TestTokens.rsa.get(), .rs256) == .signed)
        let p384 = try PrivateKey.generate(.p384)
        #expect(
            try outcome(keys, #"{"alg":"ES384","kid":"a"}"#, p384, .es384) == .refused(.unsupportedAlgorithm))
    }

    @Test func `keys that are not understood or broken stand in nobody's way`() throws {
        let key = try TestTokens.p256.get()
        let broken: JSONObject = [
            "kty": .string("EC"), "crv": .string("P-256"), "x": .string("AA"), "y": .string("AA"),
        ]
        let keys: [JSONObject] = [
            ["kty": .string("LWE"), "kid": .string("post")], [:], ["kty": .number("1")], broken, key.publicKey.jwk,
        ]
        #expect(try outcome(keys, #"{"alg":"ES256"}"#, key) == .signed)
        #expect(try outcome(keys, #"{"alg":"ES256","kid":"post"}"#, key) == .refused(.unsupportedKey))
        #expect(try outcome([broken], #"{"alg":"ES256"}"#, key) == .refused(.malformedKey))
    }

    @Test func `the verdict names the key, which one verifier keeps for the next token`() throws {
        let key = try TestTokens.p256.get()
        let set = try TestTokens.set([
            TestTokens.labelled(key, ["kid": .string("a"), "issuer": .string("https://issuer.example/{tenantid}")])
        ])
        var verifier = SignatureVerifier(set)
        for count in 0..<200 {
            let text = try TestTokens.token(#"{"alg":"ES256","kid":"a","n":\#(count)}"#, key, .es256)
            guard case .signed(let signer) = try verifier.verdict(on: text) else {
                Issue.record("not signed")
                continue
            }
            #expect(signer?.issuer == "https://issuer.example/{tenantid}")
        }
        var byKey = SignatureVerifier(key.publicKey)
        #expect(try byKey.verdict(on: TestTokens.token(#"{"alg":"ES256"}"#, key, .es256)) == .signed(by: nil))
    }
}
