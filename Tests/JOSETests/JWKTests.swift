import JOSE
import Testing

/// JWKs that must not become keys.
struct JWKTests {
    private func changed(_ jwk: JSONObject, _ name: String, _ value: String?) -> JSONObject {
        var jwk = jwk
        jwk[name] = value.map { .string($0) }
        return jwk
    }

    @Test(arguments: [
        ("kty", nil), ("x", nil), ("y", nil), ("crv", nil), ("x", ""), ("x", "AAAA"),
        ("x", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU="), ("x", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEV"),
        ("y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a1"), ("y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a4"),
        ("x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
    ])
    func `an elliptic-curve key with a damaged member is malformed`(name: String, value: String?) {
        let jwk = changed(VectorTests.p256, name, value)
        #expect(throws: JOSEError(.malformedKey, "")) { try PublicKey(jwk: jwk) }
    }

    @Test(arguments: [("kty", "oct"), ("kty", "rsa"), ("crv", "secp256k1"), ("crv", "p-256"), ("kty", "OKP")])
    func `a kind of key that is not known is unsupported`(name: String, value: String) {
        let jwk = changed(VectorTests.p256, name, value)
        #expect(throws: JOSEError(.unsupportedKey, "")) { try PublicKey(jwk: jwk) }
    }

    @Test(arguments: ["AAE", "AA", "AQAA"])
    func `an RSA exponent of one, zero or an even number is weak, however it is padded`(exponent: String) {
        let jwk = changed(VectorTests.rsa, "e", exponent)
        #expect(throws: JOSEError(.weakKey, "")) { try PublicKey(jwk: jwk) }
    }

    @Test func `a name that stands twice is refused`() {
        var jwk = VectorTests.p256
        jwk.members.append(.init("x", .string("AAAA")))
        #expect(throws: JOSEError(.malformedKey, "")) { try PublicKey(jwk: jwk) }
    }

    @Test func `an Ed25519 key of another length is malformed`() {
        let jwk = changed(VectorTests.ed25519, "x", "AAAA")
        #expect(throws: JOSEError(.malformedKey, "")) { try PublicKey(jwk: jwk) }
    }

    @Test func `private members never come out again`() throws {
        let jwk = changed(VectorTests.ed25519, "d", "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A")
        #expect(try PublicKey(jwk: jwk).jwk == VectorTests.ed25519)
    }
}
