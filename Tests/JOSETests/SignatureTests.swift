import JOSE
import Testing

/// Keys of each kind sign and verify with each of their algorithms, and with nothing else.
struct SignatureTests {
    static let kinds: [KeyKind] = [.rsa(bits: 2048), .p256, .p384, .p521, .ed25519]
    static let message = Array("to be signed".utf8)

    @Test(arguments: kinds)
    func `what a key signs its public half verifies, until a bit changes`(kind: KeyKind) throws {
        let key = try PrivateKey.generate(kind)
        #expect(key.kind == kind)
        let stranger = try PrivateKey.generate(kind)
        for algorithm in kind.algorithms {
            let signature = try key.sign(Self.message, using: algorithm)
            #expect(try key.publicKey.verifies(signature, of: Self.message, using: algorithm))
            #expect(try !stranger.publicKey.verifies(signature, of: Self.message, using: algorithm))
            #expect(try !key.publicKey.verifies(signature, of: Self.message + [0], using: algorithm))
            #expect(try !key.publicKey.verifies(signature + [0], of: Self.message, using: algorithm))
            #expect(try !key.publicKey.verifies(signature.dropLast(), of: Self.message, using: algorithm))
            #expect(try !key.publicKey.verifies([], of: Self.message, using: algorithm))
            for index in [0, signature.count / 2, signature.count - 1] {
                var tampered = signature
                tampered[index] ^= 1
                #expect(try !key.publicKey.verifies(tampered, of: Self.message, using: algorithm))
            }
        }
    }

    @Test(arguments: zip(kinds, [256, 64, 96, 132, 64]))
    func `signatures have the length that RFC 7518 gives them`(kind: KeyKind, length: Int) throws {
        let key = try PrivateKey.generate(kind)
        for algorithm in kind.algorithms {
            #expect(try key.sign(Self.message, using: algorithm).count == length)
        }
    }

    @Test(arguments: kinds)
    func `an algorithm for another kind of key is refused`(kind: KeyKind) throws {
        let key = try PrivateKey.generate(kind)
        for algorithm in SignatureAlgorithm.allCases where !kind.algorithms.contains(algorithm) {
            let refusal = JOSEError(.unsupportedAlgorithm, "")
            #expect(throws: refusal) { try key.sign(Self.message, using: algorithm) }
            #expect(throws: refusal) { try key.publicKey.verifies([1], of: Self.message, using: algorithm) }
        }
    }

    @Test func `PSS and PKCS 1 signatures are not taken for each other`() throws {
        let key = try PrivateKey.generate(.rsa(bits: 2048))
        let signature = try key.sign(Self.message, using: .ps256)
        #expect(try !key.publicKey.verifies(signature, of: Self.message, using: .rs256))
        #expect(try !key.publicKey.verifies(signature, of: Self.message, using: .ps384))
    }

    @Test(.enabled(if: OpenSSLFolder.isAvailable), arguments: [("digest", true), ("20", false), ("0", false)])
    func `a PSS salt that is not as long as the digest is refused`(length: String, isFine: Bool) throws {
        let folder = try OpenSSLFolder()
        try folder.run(
            """
            \(SigningIdentityTests.keys[0])
            printf message | openssl dgst -sha256 -sign key.pem -sigopt rsa_padding_mode:pss \\
                -sigopt rsa_pss_saltlen:\(length) -out signature
            """)
        let key = try PublicKey(parsing: folder.read("key.pem"))
        #expect(try key.verifies(folder.read("signature"), of: Array("message".utf8), using: .ps256) == isFine)
    }

    @Test(arguments: kinds)
    func `a JWK and a PEM each bring back the same key`(kind: KeyKind) throws {
        let key = try PrivateKey.generate(kind)
        #expect(try PublicKey(jwk: key.publicKey.jwk) == key.publicKey)
        #expect(try PrivateKey(parsing: Array(key.pem.utf8)).publicKey == key.publicKey)
        let signature = try key.sign(Self.message, using: kind.algorithms[0])
        #expect(try PublicKey(jwk: key.publicKey.jwk).verifies(signature, of: Self.message, using: kind.algorithms[0]))
    }

    @Test(arguments: kinds)
    func `a self-signed certificate says what it was made with`(kind: KeyKind) throws {
        let key = try PrivateKey.generate(kind)
        let certificate = try Certificate.selfSigned(
            for: key, commonName: "Zoë, app", notBefore: 1_700_000_000, notAfter: 4_102_444_800)
        #expect(certificate.subject == "CN=Zoë\\, app")
        #expect(certificate.issuer == certificate.subject)
        #expect(certificate.notBefore == 1_700_000_000)
        #expect(certificate.notAfter == 4_102_444_800)
        #expect(try certificate.publicKey == key.publicKey)
        let identity = try SigningIdentity(
            certificate: Array(certificate.pem.utf8), key: Array(key.pem.utf8), password: nil)
        #expect(identity.chain == [certificate])
    }
}
