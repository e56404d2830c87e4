import JOSE
import Testing

/// RSA keys that protect nothing, however they come.
@Suite(.enabled(if: OpenSSLFolder.isAvailable))
struct WeakKeyTests {
    /// The numbers of an RSA key, most significant byte first.
    struct Numbers: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let modulus: [UInt8]
        var exponent: [UInt8] = [1, 0, 1]
        /// A word of the refusal; nil for a key that is fine.
        var flaw: String?

        var jwk: JSONObject {
            [
                "kty": .string("RSA"), "n": .string(Base64URL.encode(modulus)),
                "e": .string(Base64URL.encode(exponent)),
            ]
        }

        /// PKCS#1 (RFC 8017 appendix A.1.1).
        var der: [UInt8] { DER.sequence(DER.integer(modulus) + DER.integer(exponent)) }

        /// SubjectPublicKeyInfo (RFC 5280 section 4.1) of rsaEncryption.
        var info: [UInt8] {
            let algorithm: [UInt8] = [0x06, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1, 5, 0]
            return DER.sequence(DER.sequence(algorithm) + DER.value(3, [0] + der))
        }
    }

    static let good = octets(VectorTests.rsa["n"])

    static let keys = [
        Numbers(testDescription: "good", modulus: good, flaw: nil),
        Numbers(testDescription: "exponent 3", modulus: good, exponent: [3], flaw: nil),
        Numbers(testDescription: "exponent 1", modulus: good, exponent: [1], flaw: "exponent"),
        Numbers(testDescription: "exponent 2", modulus: good, exponent: [2], flaw: "exponent"),
        Numbers(testDescription: "exponent 65536", modulus: good, exponent: [1, 0, 0], flaw: "exponent"),
        Numbers(testDescription: "even modulus", modulus: good.dropLast() + [good[255] & 0xFE], flaw: "modulus"),
        Numbers(testDescription: "divisible by three", modulus: [UInt8](repeating: 0xFF, count: 256), flaw: "modulus"),
        Numbers(
            testDescription: "2040 bits", modulus: Array(good.dropLast()).dropLast() + [good[255]], flaw: "2040 bits"),
        Numbers(testDescription: "1024 bits", modulus: wycheproof(8), flaw: "1024 bits"),
        Numbers(testDescription: "ROCA", modulus: wycheproof(7), flaw: "ROCA"),
        // RFC 3526 section 3: a prime.
        Numbers(testDescription: "a prime", modulus: octets(.string(prime)), flaw: "modulus"),
    ]

    @Test(arguments: keys)
    func `a weak key is refused in every form`(numbers: Numbers) throws {
        try #require(numbers.modulus.count >= 128)
        let folder = try OpenSSLFolder()
        try folder.run(
            """
            cat > weak.pem <<'END'
            \(DER.pem("PUBLIC KEY", numbers.info))END
            openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out ca.pem
            openssl x509 -new -subj /CN=weak -key ca.pem -force_pubkey weak.pem -days 30 -out cert.pem
            """)
        let forms: [(String, () throws -> PublicKey)] = [
            ("JWK", { try PublicKey(jwk: numbers.jwk) }), ("PKCS#1", { try PublicKey(parsing: numbers.der) }),
            ("DER", { try PublicKey(parsing: numbers.info) }),
            ("PEM", { try PublicKey(parsing: folder.read("weak.pem")) }),
            ("certificate file", { try PublicKey(parsing: folder.read("cert.pem")) }),
            ("certificate", { try Certificate.all(in: folder.read("cert.pem"))[0].publicKey }),
        ]
        for (form, read) in forms {
            if let flaw = numbers.flaw {
                let error = #expect(throws: JOSEError(.weakKey, ""), "\(form)") { try read() }
                #expect(error?.message.contains(flaw) == true, "\(form)")
            } else {
                #expect(try read().kind == .rsa(bits: 2048), "\(form)")
            }
        }
    }

    @Test func `a short private key neither opens nor is made`() throws {
        let folder = try OpenSSLFolder()
        try folder.run(
            """
            openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024 -out key.pem
            \(SigningIdentityTests.certificate)
            """)
        let key = try folder.read("key.pem")
        let certificate = try folder.read("cert.pem")
        #expect(throws: JOSEError(.weakKey, "")) { try PrivateKey(parsing: key) }
        #expect(throws: JOSEError(.weakKey, "")) {
            try SigningIdentity(certificate: certificate, key: key, password: nil)
        }
        #expect(throws: JOSEError(.weakKey, "")) { try PrivateKey.generate(.rsa(bits: 1024)) }
    }

    private static func octets(_ number: JSON?) -> [UInt8] {
        let octets = number?.stringValue.flatMap { Base64URL.decode($0) } ?? []
        return Array(octets.drop { $0 == 0 })
    }

    /// The modulus of one of Wycheproof's keys, by the first test that uses it.
    private static func wycheproof(_ id: Int) -> [UInt8] {
        let groups = (try? TestVectors.json("wycheproof/json_web_key_test.json"))?["testGroups"]?.arrayValue ?? []
        let group = groups.first { $0["tests"]?.arrayValue?.first?["tcId"]?.intValue == id }
        return octets(group?["public"]?["keys"]?.arrayValue?.first?["n"])
    }

    private static let prime =
        "___________JD9qiIWjCNMTGYouA3BzRKQJOCIpnzHQCC76mOxObIlFKCHmONATd75UZs806QxswKwpt8l8UN0_hNW1tUcJF"
        + "5IW1dmJefsb0TELppjftawv_XLb0Brft7jhr-1qJn6WunyQRfEsf5kkoZlHs5Fs9wgB8uKFjvwWY2kg2HFXTmmkWP6j9JM9f"
        + "g2VdI9yjrZYcYvNWIIVSu57VKQdwlpZtZww1Tkq8mATxdGwIyhghfDKQXkYuNs474553LBgOhgObJ4Oi7Aeij7XFXfBvTFLJ"
        + "3ivL9pVYFxg5lUl86pVq5RXSJhiY-gUQFXKOWoqsqmj__________w"
}
