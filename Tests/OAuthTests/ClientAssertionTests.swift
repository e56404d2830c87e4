import FakeWorld
import JOSE
import Testing
import World

@testable import OAuth

struct ClientAssertionTests {
    private static let now = 1_790_000_000
    private static let id = "00010203-0405-4607-8809-0a0b0c0d0e0f"

    private func assertion(_ key: AssertionKey, at endpoint: TokenEndpoint) throws -> CompactJWS {
        let authentication = ClientAuthentication(
            clientID: "app", credential: .key(key), endpoint: endpoint, method: .privateKeyJWT)
        let proof = try authentication.proof(now: Self.now, randomness: CountingRandomness())
        let request = HTTPRequest(post: proof.form, to: endpoint.url)
        let token = try #require(request.form["client_assertion"])
        #expect(request.secrets.contains { $0.reveal() == token }, "an assertion is a secret")
        return try CompactJWS(parsing: token)
    }

    private func certified(_ kind: KeyKind) throws -> (PrivateKey, Certificate) {
        let key = try PrivateKey.generate(kind)
        return (key, try .selfSigned(for: key, commonName: "app", notBefore: 0, notAfter: Self.now))
    }

    @Test func `the claims are those of RFC 7523, with whole numbers`() throws {
        let key = try PrivateKey.generate(.p256)
        let jws = try assertion(AssertionKey(key: key, chain: []), at: try TestProviders.entra())
        #expect(try jws.isSigned(by: key.publicKey))
        let endpoint = "https://login.microsoftonline.com/\(TestProviders.tenant)/oauth2/v2.0/token"
        #expect(
            String(decoding: jws.payload, as: UTF8.self)
                == #"{"aud":"\#(endpoint)","iss":"app","sub":"app","jti":"\#(Self.id)","iat":1790000000,"#
                + #""nbf":1790000000,"exp":1790000600}"#)
    }

    static let kinds: [(kind: KeyKind, entra: String, adfs: String, other: String)] = [
        (.rsa(bits: 2048), "PS256", "RS256", "RS256"), (.p256, "ES256", "ES256", "ES256"),
        (.p384, "ES384", "ES384", "ES384"), (.p521, "ES512", "ES512", "ES512"), (.ed25519, "EdDSA", "EdDSA", "EdDSA"),
    ]

    @Test(arguments: kinds)
    func `the algorithm suits the key and the provider`(
        kind: KeyKind, entra: String, adfs: String, other: String
    ) throws {
        let key = try PrivateKey.generate(kind)
        let pairs = [
            (try TestProviders.entra(), entra), (try TestProviders.adfs(), adfs), (try TestProviders.other(), other),
        ]
        for (endpoint, algorithm) in pairs {
            let jws = try assertion(AssertionKey(key: key, chain: []), at: endpoint)
            #expect(jws.header["alg"]?.stringValue == algorithm)
            #expect(jws.header["typ"]?.stringValue == "JWT")
            #expect(try jws.isSigned(by: key.publicKey))
        }
    }

    @Test func `what the provider says it takes decides`() throws {
        let key = AssertionKey(key: try .generate(.rsa(bits: 2048)), chain: [])
        let choices = [(["PS384", "PS256"], "PS256"), (["RS512"], "RS512"), (["ES256", "RS256"], "RS256")]
        for (algorithms, algorithm) in choices {
            let endpoint = try TestProviders.other(algorithms: algorithms)
            #expect(try assertion(key, at: endpoint).header["alg"]?.stringValue == algorithm)
        }
        let endpoint = try TestProviders.other(algorithms: ["ES256", "HS256"])
        let error = #expect(throws: Failure(.usage, "")) { try assertion(key, at: endpoint) }
        #expect(error?.message.contains("ES256, HS256") == true)
    }

    @Test func `an algorithm that was asked for is used, or refused by the key`() throws {
        var key = AssertionKey(key: try .generate(.rsa(bits: 2048)), chain: [])
        key.algorithm = .ps512
        let endpoint = try TestProviders.other(algorithms: ["RS256"])
        #expect(try assertion(key, at: endpoint).header["alg"]?.stringValue == "PS512")
        key.algorithm = .es256
        let error = #expect(throws: Failure(.badData, "")) { try assertion(key, at: endpoint) }
        #expect(error?.message.hasPrefix("cannot sign the client assertion: ") == true)
    }

    @Test func `Entra finds the certificate by its SHA-256, AD FS and old registrations by its SHA-1`() throws {
        let (key, certificate) = try certified(.rsa(bits: 2048))
        let sha1 = Base64URL.encode(certificate.sha1Thumbprint)
        let sha256 = Base64URL.encode(certificate.sha256Thumbprint)
        let modern = try assertion(AssertionKey(key: key, chain: [certificate]), at: try TestProviders.entra()).header
        #expect(modern["x5t#S256"]?.stringValue == sha256)
        #expect(modern["x5t"] == nil)
        let old = AssertionKey(key: key, chain: [certificate], algorithm: .rs256)
        for endpoint in [try TestProviders.entra(), try TestProviders.adfs()] {
            let header = try assertion(old, at: endpoint).header
            #expect(header["x5t"]?.stringValue == sha1)
            #expect(header["x5t#S256"] == nil)
        }
        let other = try assertion(old, at: try TestProviders.other()).header
        #expect(other["x5t#S256"]?.stringValue == sha256)
        #expect(other["x5t"] == nil)
    }

    @Test func `the chain is sent when asked for, leaf first, in plain base64`() throws {
        let (key, leaf) = try certified(.p256)
        let (_, other) = try certified(.p256)
        var credential = AssertionKey(key: key, chain: [leaf, other])
        #expect(try assertion(credential, at: try TestProviders.entra()).header["x5c"] == nil)
        credential.sendsChain = true
        let chain = try assertion(credential, at: try TestProviders.entra()).header["x5c"]?.arrayValue
        #expect(chain?.map(\.stringValue) == [Base64.encode(leaf.der), Base64.encode(other.der)])
    }

    @Test func `a key id is said when there is one`() throws {
        let key = try PrivateKey.generate(.ed25519)
        let bare = try assertion(AssertionKey(key: key, chain: []), at: try TestProviders.other()).header
        #expect(bare["kid"] == nil)
        let named = try assertion(AssertionKey(key: key, chain: [], keyID: "k1"), at: try TestProviders.other()).header
        #expect(named["kid"]?.stringValue == "k1")
        #expect(named.duplicateName == nil)
    }
}
