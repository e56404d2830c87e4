import JOSE
import Testing

/// The signatures that RFC 7515, RFC 7520, RFC 7797 and RFC 8037 print.
struct CookbookTests {
    /// One signature; what only JSON can transport is written as compact as it can be.
    struct Example: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let key: JSON
        let text: String

        var isMAC: Bool { key["kty"] == .string("oct") }
        var set: JWKSet { get throws { try JWKSet(key) } }
    }

    static let files: [String] =
        ((try? TestVectors.names(in: "jose-cookbook/jws")) ?? []).map { "jws/\($0)" } + ["curve25519/jws.json"]
    static let all = files.flatMap(examples) + appendixA

    /// Those without a protected header, which a compact token has by definition.
    static let unprotected = all.filter { $0.text.hasPrefix(".") }
    static let genuine = all.filter { !$0.text.hasPrefix(".") }

    static func examples(_ file: String) -> [Example] {
        guard let json = try? TestVectors.json("jose-cookbook/\(file)"), let input = json["input"],
            let signing = json["signing"], let payload = input["payload"]?.stringValue, let key = input["key"]
        else { return [] }
        // The payload of a detached signature is put back where it belongs.
        let body = Base64URL.encode(payload.utf8)
        return zip(key.arrayValue ?? [key], signing.arrayValue ?? [signing]).map { key, signing in
            let header = signing["protected_b64u"]?.stringValue ?? ""
            return Example(
                testDescription: file, key: key, text: "\(header).\(body).\(signing["sig"]?.stringValue ?? "")")
        }
    }

    static var appendixA: [Example] {
        let json = try? TestVectors.json("jose-cookbook/rfc7515-appendix-a.json")
        return (json?.arrayValue ?? []).compactMap { example in
            guard let key = example["input"]?["key"], let text = example["output"]?["compact"]?.stringValue else {
                return nil
            }
            return Example(testDescription: example["title"]?.stringValue ?? "", key: key, text: text)
        }
    }

    @Test func `all the examples are there`() throws {
        #expect(Self.files.count == 9)
        #expect(Self.genuine.count == 12)
        #expect(Self.genuine.filter(\.isMAC).count == 4)
        #expect(Self.unprotected.count == 2)
        for file in Self.files {
            let printed = try TestVectors.json("jose-cookbook/\(file)")["output"]?["compact"]?.stringValue
            guard let printed, !printed.contains("..") else { continue }
            #expect(Self.examples(file).map(\.text) == [printed])
        }
    }

    @Test(arguments: genuine)
    func `what is printed is genuine`(example: Example) throws {
        let set = try example.set
        var verifier = SignatureVerifier(set, allowsMAC: example.isMAC)
        #expect(try verifier.verdict(on: example.text) == .signed(by: set.keys[0]))
        var strict = SignatureVerifier(set)
        #expect(try strict.accepts(example.text) == !example.isMAC)
    }

    @Test(arguments: genuine)
    func `one bit makes it another token`(example: Example) throws {
        var verifier = SignatureVerifier(try example.set, allowsMAC: example.isMAC)
        for index in example.text.utf8.indices {
            let offset = example.text.utf8.distance(from: example.text.startIndex, to: index)
            var bytes = Array(example.text.utf8)
            bytes[offset] ^= 1 << (offset % 7)
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(try !verifier.accepts(text), "bit \(offset % 7) of byte \(offset)")
        }
    }

    @Test(arguments: unprotected)
    func `without a protected header it is no compact token`(example: Example) {
        #expect(throws: JOSEError(.malformedToken, "")) { try CompactJWS(parsing: example.text) }
    }

    @Test func `a payload that is not base64url is refused`() throws {
        let names = try TestVectors.names(in: "jose-cookbook/rfc7797")
        #expect(names.count == 2)
        for name in names {
            let json = try TestVectors.json("jose-cookbook/rfc7797/\(name)")
            let flat = try #require(json["output"]?["json_flat"])
            let parts = ["protected", "payload", "signature"].compactMap { flat[$0]?.stringValue }
            #expect(parts.count == 3)
            var verifier = SignatureVerifier(try JWKSet(try #require(json["input"]?["key"])), allowsMAC: true)
            #expect(try verifier.verdict(on: parts.joined(separator: ".")) == nil)
            let encoded = [parts[0], Base64URL.encode(parts[1].utf8), parts[2]].joined(separator: ".")
            #expect(try verifier.verdict(on: encoded) == .refused(JOSEError(.malformedToken, "")))
        }
    }

    @Test(arguments: [
        ("3_1.ec_public_key", "ES512"), ("3_2.ec_private_key", "ES512"), ("3_3.rsa_public_key", "RS256"),
        ("3_4.rsa_private_key", "PS384"),
    ])
    func `the printed keys are read`(name: String, algorithm: String) throws {
        let json = try TestVectors.json("jose-cookbook/jwk/\(name).json")
        let key = try PublicKey(jwk: try #require(json.objectValue))
        #expect(key.kind.algorithms.map(\.rawValue).contains(algorithm))
        #expect(key.jwk["d"] == nil)
    }

    @Test func `a key for encryption is read, and is not for tokens`() throws {
        let mac = try JWK(
            try #require(TestVectors.json("jose-cookbook/jwk/3_5.symmetric_key_mac_computation.json").objectValue))
        try mac.check(for: .mac(.hs256))
        let cipher = try JWK(
            try #require(TestVectors.json("jose-cookbook/jwk/3_6.symmetric_key_encryption.json").objectValue))
        #expect(throws: JOSEError(.unsupportedAlgorithm, "")) { try cipher.check(for: .mac(.hs256)) }
    }
}
