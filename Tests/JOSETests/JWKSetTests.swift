import JOSE
import Testing

/// Key sets and keys as they are read.
struct JWKSetTests {
    @Test(arguments: [
        "", "[]", "null", "{}", #"{"keys":{}}"#, #"{"keys":null}"#,
        #"{"keys":[],"keys":[]}"#, #"{"kty":"oct","k":"AA","k":"AA"}"#,
        #"{"kty":1}"#, #"{"kid":"1"}"#, #"{"keys":[]} x"#, "\"keys\"",
    ])
    func `what is no key set is refused`(text: String) {
        #expect(throws: JOSEError(.malformedKey, "")) { try JWKSet(parsing: Array(text.utf8)) }
    }

    @Test func `a set and a single key are read, unknown kinds too`() throws {
        #expect(try JWKSet(parsing: Array(#"{"keys":[]}"#.utf8)).keys == [])
        #expect(try JWKSet(parsing: Array(#"{"keys":[{"kty":"x"},{}],"more":1}"#.utf8)).keys.count == 2)
        #expect(try JWKSet(parsing: Array(#"{"kty":"x"}"#.utf8)).keys.count == 1)
        #expect(try JWKSet(parsing: Array("\u{FEFF}{\"kty\":\"x\"}".utf8)).keys.count == 1)
    }

    @Test func `what is no key in a set is passed over`() throws {
        let text = #"{"keys":["a",null,{"kty":"oct","kty":"RSA"},{"kty":"RSA","kid":"k"}]}"#
        #expect(try JWKSet(parsing: Array(text.utf8)).keys.map(\.kid) == ["k"])
    }

    @Test func `a key's labels are read`() throws {
        let json = try JSON(
            parsing: """
                {"kty":"RSA","kid":"k","use":"sig","key_ops":["verify","sign"],"alg":"RS256","x5t":"t",
                "issuer":"https://login.microsoftonline.com/{tenantid}/v2.0"}
                """)
        let key = try JWK(try #require(json.objectValue))
        #expect(key.kid == "k" && key.use == "sig" && key.alg == "RS256" && key.x5t == "t")
        #expect(key.keyOps == ["verify", "sign"])
        #expect(key.issuer == "https://login.microsoftonline.com/{tenantid}/v2.0")
        let bare = try JWK([:])
        #expect(bare.kid == nil && bare.use == nil && bare.alg == nil && bare.x5t == nil && bare.issuer == nil)
        #expect(bare.keyOps == nil)
    }

    @Test func `a secret does not show`() throws {
        let octets = [UInt8](repeating: 171, count: 32)
        let jwk = TestTokens.secret(octets, ["kid": .string("1")])
        let set = try TestTokens.set([jwk])
        let key = try JWK(jwk)
        let secret = try SharedSecret(jwk: jwk)
        let verifier = SignatureVerifier(set, allowsMAC: true)
        for value in [secret, key, set, SignatureVerdict.signed(by: key), verifier, SignatureVerifier(secret)] as [Any]
        {
            var dumped = ""
            dump(value, to: &dumped)
            for text in [dumped, String(describing: value), String(reflecting: value)] {
                #expect(!text.contains("171") && !text.contains(Base64URL.encode(octets)), "\(text)")
            }
        }
    }
}
