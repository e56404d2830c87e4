import JOSE
import Testing

/// Public keys taken for secrets, and keys used with what they are not for.
struct KeyConfusionTests {
    /// Everything that an attacker can take for the secret when only the public key is known.
    static let secrets = [
        "openssl pkey -in key.pem -pubout -out secret",
        "openssl pkey -in key.pem -pubout | head -c -1 > secret",
        "openssl pkey -in key.pem -pubout -outform DER -out secret",
        "openssl rsa -in key.pem -RSAPublicKey_out -out secret",
        "cp jwk secret", "cp n secret",
    ]

    @Test(.enabled(if: OpenSSLFolder.isAvailable), arguments: secrets)
    func `a public key is no shared secret`(script: String) throws {
        let key = try TestTokens.rsa.get()
        let jwk = key.publicKey.jwk
        let input = #"\#(Base64URL.encode(#"{"alg":"HS256"}"#.utf8)).\#(TestTokens.claims)"#
        let folder = try OpenSSLFolder()
        try folder.run(
            """
            cat > key.pem <<'END'
            \(key.pem)END
            printf %s '\(JSON.object(jwk).compact)' > jwk
            printf %s '\(jwk["n"]?.stringValue ?? "")' > n
            \(script)
            printf %s '\(input)' | openssl dgst -sha256 -mac HMAC -binary \\
                -macopt "hexkey:$(od -An -v -tx1 secret | tr -d ' \\n')" > mac
            """)
        let text = try "\(input).\(Base64URL.encode(folder.read("mac")))"
        // The forgery is a good one: whoever takes those bytes for a secret falls for it.
        let secret = SharedSecret(octets: try folder.read("secret"))
        var careless = SignatureVerifier(secret, allowsMAC: true)
        #expect(try careless.accepts(text))

        let refusal = SignatureVerdict.refused(JOSEError(.unsupportedAlgorithm, ""))
        let byPEM = try PublicKey(parsing: Array(key.pem.utf8))
        for var verifier in [
            SignatureVerifier(byPEM), SignatureVerifier(try TestTokens.set(key)),
            SignatureVerifier(try TestTokens.set(key), allowsMAC: true), SignatureVerifier(secret),
        ] {
            #expect(try verifier.verdict(on: text) == refusal)
        }
    }

    @Test func `a set of secrets and public keys counts for nothing where secrets are allowed`() throws {
        let key = try TestTokens.rsa.get()
        let set = try TestTokens.set([key.publicKey.jwk, TestTokens.secret([UInt8](repeating: 1, count: 32))])
        let text = try TestTokens.token(#"{"alg":"RS256"}"#, key, .rs256)
        var mixed = SignatureVerifier(set, allowsMAC: true)
        #expect(try mixed.verdict(on: text) == .refused(JOSEError(.malformedKey, "")))
        var strict = SignatureVerifier(set)
        #expect(try strict.accepts(text))
    }

    @Test func `a secret verifies no signature`() throws {
        let text = try TestTokens.token(#"{"alg":"ES256"}"#, TestTokens.p256.get(), .es256)
        let octets = [UInt8](repeating: 1, count: 32)
        let refusal = SignatureVerdict.refused(JOSEError(.unsupportedAlgorithm, ""))
        var secret = SignatureVerifier(SharedSecret(octets: octets), allowsMAC: true)
        #expect(try secret.verdict(on: text) == refusal)
        var set = SignatureVerifier(try TestTokens.set([TestTokens.secret(octets)]), allowsMAC: true)
        #expect(try set.verdict(on: text) == refusal)
    }

    @Test(
        arguments: [
            (["alg": .string("PS256")], .unsupportedAlgorithm), (["alg": .string("RS384")], .unsupportedAlgorithm),
            (["alg": .string("rs256")], .unsupportedAlgorithm), (["alg": .number("256")], .unsupportedAlgorithm),
            (["use": .string("enc")], .unsupportedAlgorithm), (["use": .null], .unsupportedAlgorithm),
            (["key_ops": .array([])], .unsupportedAlgorithm), (["key_ops": .string("verify")], .unsupportedAlgorithm),
            (["key_ops": .array([.string("encrypt"), .string("sign")])], .unsupportedAlgorithm),
            (["alg": .string("RS256"), "use": .string("sig"), "key_ops": .array([.string("verify")])], nil),
        ] as [(JSONObject, JOSEError.Code?)])
    func `a key says what it is for`(labels: JSONObject, code: JOSEError.Code?) throws {
        let key = try TestTokens.rsa.get()
        let text = try TestTokens.token(#"{"alg":"RS256"}"#, key, .rs256)
        var verifier = SignatureVerifier(try TestTokens.set(key, labels))
        #expect(try Outcome(verifier.verdict(on: text)) == code.map { .refused($0) } ?? .signed)
    }

    @Test func `a key on another curve does not go with the algorithm`() throws {
        let key = try PrivateKey.generate(.p384)
        let text = try TestTokens.token(#"{"alg":"ES256"}"#, TestTokens.p256.get(), .es256)
        for var verifier in [SignatureVerifier(key.publicKey), SignatureVerifier(try TestTokens.set(key))] {
            #expect(try verifier.verdict(on: text) == .refused(JOSEError(.unsupportedAlgorithm, "")))
        }
    }

    @Test(.enabled(if: OpenSSLFolder.isAvailable))
    func `an ECDSA signature in DER, or of zeros, is none`() throws {
        let key = try TestTokens.p256.get()
        let input = "\(Base64URL.encode(#"{"alg":"ES256"}"#.utf8)).\(TestTokens.claims)"
        let raw = try key.sign(Array(input.utf8), using: .es256)
        let folder = try OpenSSLFolder()
        try folder.run(
            "cat > key.pem <<'END'\n\(key.pem)END\nprintf %s '\(input)' | openssl dgst -sha256 -sign key.pem > der")
        var verifier = SignatureVerifier(key.publicKey)
        let zeros = [UInt8](repeating: 0, count: 32)
        let refusal = Outcome.refused(.malformedToken)
        for (signature, outcome) in [
            (raw, .signed), (try folder.read("der"), refusal), (zeros + raw.suffix(32), .wrongSignature),
            (raw.prefix(32) + zeros, .wrongSignature), (zeros + zeros, .wrongSignature), (raw + [0], refusal),
            (raw.dropLast(), refusal), (raw.suffix(32) + raw.prefix(32), .wrongSignature), ([], refusal),
        ] as [([UInt8], Outcome)] {
            #expect(try Outcome(verifier.verdict(on: "\(input).\(Base64URL.encode(signature))")) == outcome)
        }
    }
}
