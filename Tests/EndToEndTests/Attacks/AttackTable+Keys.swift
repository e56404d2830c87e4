/// Keys that an issuer should not have published, or not for this.
extension AttackTable {
    static let weakKeys: [Attack] = [
        weak("RSA of 1024 bits", #""kty":"RSA","kid":"k1","n":"@SHORT_N@","e":"AQAB""#, by: .short, "signature: "),
        weak("RSA of 1024 bits, and a signature of 2048", #""kty":"RSA","kid":"k1","n":"@SHORT_N@","e":"AQAB""#),
        weak("the exponent 1, by which a hash signs itself", rsa("AQ"), by: .one),
        weak("the exponent 1, and the issuer's own signature", rsa("AQ")),
        weak("an even exponent", rsa("Ag")),
        weak("the exponent 3, signed without the private key", three, by: .threeForged, "signature: "),
        weak("a key for encryption", rsa(#","use":"enc""#), "alg: "),
        weak("use in capitals", rsa(#","use":"SIG""#), "alg: "),
        weak("a key of another algorithm", rsa(#","alg":"RS512""#), "alg: "),
        weak("a key of another family", rsa(#","alg":"PS256""#), "alg: "),
        weak("a key for signing alone", rsa(#","key_ops":["sign"]"#), "alg: "),
        weak("a key for encryption by its operations", rsa(#","key_ops":["encrypt","wrapKey"]"#), "alg: "),
        weak("a key without a modulus", #""kty":"RSA","kid":"k1","e":"AQAB""#),
        weak("the public key as a secret", #""kty":"oct","kid":"k1","k":"@RSA_N@""#, "alg: "),
        weak("a kty in small letters", #""kty":"rsa","kid":"k1","n":"@RSA_N@","e":"AQAB""#),
        Attack(
            "a key set without keys", Token(), against: [Attack.Key(text: #"{"keys":[]}"#, option: "--jwks")], "kid: "),
        Attack(
            "two keys of one name", Token(),
            against: [.set(#"\#(rsa(""))},{"kty":"RSA","kid":"k1","n":"@ATTACKER_N@","e":"AQAB""#)],
            "two different keys"),
    ]

    static let three = #""kty":"RSA","kid":"k1","n":"@THREE_N@","e":"Aw""#

    /// The issuer's key, with another exponent or with more members.
    private static func rsa(_ change: String) -> String {
        change.first == "," || change.isEmpty
            ? #""kty":"RSA","kid":"k1","n":"@RSA_N@","e":"AQAB"\#(change)"#
            : #""kty":"RSA","kid":"k1","n":"@RSA_N@","e":"\#(change)""#
    }

    private static func weak(
        _ name: String, _ members: String, by signer: Forgery.Signer = .issuer, _ words: String = "kid: "
    ) -> Attack { Attack(name, Token(by: signer), against: [.set(members)], words) }
}
