import JOSE
import Testing

/// Authentication codes: RFC 4231 section 4 gives the values.
struct SharedSecretTests {
    static let key = [UInt8](repeating: 0xAA, count: 131)
    static let message = Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8)
    static let codes: [(MACAlgorithm, String)] = [
        (.hs256, "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
        (
            .hs384,
            "4ece084485813e9088d2c63a041bc5b44f9ef1012a2b588f3cd11f05033ac4c60c2ef6ab4030fe8296248df163f44952"
        ),
        (
            .hs512,
            "80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f352"
                + "6b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598"
        ),
    ]

    private func bytes(_ hex: String) -> [UInt8] {
        stride(from: 0, to: hex.count, by: 2).compactMap { UInt8(hex.dropFirst($0).prefix(2), radix: 16) }
    }

    @Test(arguments: codes)
    func `the codes are those of RFC 4231, until a bit changes`(algorithm: MACAlgorithm, code: String) throws {
        let secret = SharedSecret(octets: Self.key)
        let code = bytes(code)
        #expect(try secret.authenticates(code, of: Self.message, using: algorithm))
        #expect(try !secret.authenticates(code, of: Self.message + [0], using: algorithm))
        #expect(try !secret.authenticates([], of: Self.message, using: algorithm))
        #expect(try !secret.authenticates(code + [0], of: Self.message, using: algorithm))
        #expect(try !secret.authenticates(code.dropLast(), of: Self.message, using: algorithm))
        for index in code.indices {
            var changed = code
            changed[index] ^= 1 << (index % 8)
            #expect(try !secret.authenticates(changed, of: Self.message, using: algorithm))
        }
        for other in MACAlgorithm.allCases where other != algorithm {
            #expect(try !secret.authenticates(code, of: Self.message, using: other))
        }
    }

    @Test(arguments: [(MACAlgorithm.hs256, 32), (.hs384, 48), (.hs512, 64)])
    func `a secret shorter than the digest is weak`(algorithm: MACAlgorithm, least: Int) throws {
        for count in [0, 1, least - 1] {
            let secret = SharedSecret(octets: [UInt8](repeating: 7, count: count))
            let error = #expect(throws: JOSEError(.weakKey, "")) {
                try secret.authenticates([UInt8](repeating: 0, count: least), of: [], using: algorithm)
            }
            #expect(error?.message.contains("\(count) bytes") == true)
        }
        let enough = SharedSecret(octets: [UInt8](repeating: 7, count: least))
        #expect(try !enough.authenticates([UInt8](repeating: 0, count: least), of: [], using: algorithm))
    }

    @Test func `only a JWK of kty oct is a secret`() {
        #expect(throws: JOSEError(.unsupportedKey, "")) { try SharedSecret(jwk: VectorTests.rsa) }
        #expect(throws: JOSEError(.malformedKey, "")) { try SharedSecret(jwk: ["kty": .string("oct")]) }
        #expect(throws: JOSEError(.malformedKey, "")) {
            try SharedSecret(jwk: ["kty": .string("oct"), "k": .string("AA==")])
        }
        #expect(throws: JOSEError(.malformedKey, "")) {
            try SharedSecret(jwk: ["kty": .string("oct"), "k": .string("AA"), "k": .string("AA")])
        }
    }
}
