import JOSE
import Testing

struct CompactJWSTests {
    static let empty = Base64URL.encode("{}".utf8)

    @Test func `a signed token has alg first, once, and keeps the other members`() throws {
        let key = try PrivateKey.generate(.p256)
        let token = try CompactJWS.sign(
            header: ["typ": .string("JWT"), "alg": .string("none"), "kid": .string("1")], payload: Array("{}".utf8),
            with: key, using: .es256)
        let jws = try CompactJWS(parsing: token)
        #expect(JSON.object(jws.header).compact == #"{"alg":"ES256","typ":"JWT","kid":"1"}"#)
        #expect(jws.payload == Array("{}".utf8))
        #expect(String(decoding: jws.signingInput, as: UTF8.self) + "." + Base64URL.encode(jws.signature) == token)
        #expect(try jws.isSigned(by: key.publicKey))
        #expect(try !jws.isSigned(by: PrivateKey.generate(.p256).publicKey))
    }

    @Test func `another payload under the same signature is not signed`() throws {
        let key = try PrivateKey.generate(.ed25519)
        let token = try CompactJWS.sign(header: [:], payload: Array("{}".utf8), with: key, using: .edDSA)
        let parts = token.split(separator: ".")
        let forged = try CompactJWS(parsing: "\(parts[0]).\(Base64URL.encode("{ }".utf8)).\(parts[2])")
        #expect(try !forged.isSigned(by: key.publicKey))
    }

    @Test(
        arguments: [
            "", ".", "..", "a", "\(empty).\(empty)", "\(empty)..a.", "\(empty).\(empty).AA==",
            "\(empty) .\(empty).AA", "\(empty).\(empty).AA\n", "\(empty).\(empty).A A", ".\(empty).AA",
            "\(empty).A.AA", "\(empty).AB.AA", "\(empty)A.\(empty).AA",
            "\(Base64URL.encode("[]".utf8)).\(empty).AA", "\(Base64URL.encode("{".utf8)).\(empty).AA",
            "\(Base64URL.encode(#"{"alg":"RS256","alg":"none"}"#.utf8)).\(empty).AA", "\(empty).\(empty).AA.AA",
        ])
    func `what is no token is refused`(text: String) {
        #expect(throws: JOSEError(.malformedToken, "")) { try CompactJWS(parsing: text) }
    }

    @Test(arguments: ["none", "HS256", "HS512", "rs256", "RS1", "ES256K", "", nil])
    func `an algorithm that proves nothing is refused`(name: String?) throws {
        let key = try PrivateKey.generate(.rsa(bits: 2048)).publicKey
        let header = Base64URL.encode(JSON.object(JSONObject(members: [.init("alg", .optional(name))])).compact.utf8)
        let jws = try CompactJWS(parsing: "\(header).\(Self.empty).AA")
        #expect(throws: JOSEError(.unsupportedAlgorithm, "")) { try jws.isSigned(by: key) }
    }

    @Test func `an extension that must be understood is refused`() throws {
        let key = try PrivateKey.generate(.p256)
        let token = try CompactJWS.sign(
            header: ["crit": .array([.string("exp")])], payload: [], with: key, using: .es256)
        #expect(throws: JOSEError(.malformedToken, "")) { try CompactJWS(parsing: token).isSigned(by: key.publicKey) }
    }
}
