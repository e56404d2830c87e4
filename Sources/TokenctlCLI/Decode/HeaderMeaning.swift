/// What the entries of a token's header mean: RFC 7515 section 4.1, and Entra's.
enum HeaderMeaning {
    static func of(_ name: String) -> String? { meanings[name] }

    private static let meanings: [String: String] = [
        "typ": "the type of the token",
        "alg": "how it is signed",
        "kid": "which of the issuer's public keys checks the signature: its fingerprint, or a name of it",
        "x5t": "the same as kid: a SHA-1 fingerprint of the certificate; in Entra only in version 1.0 tokens",
        "x5t#S256": "which certificate checks the signature: its SHA-256 fingerprint",
        "nonce": "a number used once, against replay; with it only Microsoft Graph itself can check the signature",
        "x5c": "the certificate that the signer claims to have, and its chain",
        "x5u": "where the signer says that its certificate is; not to be trusted by itself",
        "jku": "where the signer says that its keys are; not to be trusted by itself",
        "jwk": "the public key that the signer claims to have; not to be trusted by itself",
        "cty": "what the payload is: JWT for a token within the token",
        "crit": "extensions that whoever reads the token must understand",
        "b64": "whether the payload is base64url (RFC 7797)",
        "enc": "how the content is encrypted",
        "zip": "how the content is compressed",
        "iss": "the issuer, repeated from the payload",
        "sub": "the subject, repeated from the payload",
        "aud": "the audience, repeated from the payload",
        "ver": "the version of the header",
        "trust": "the trust framework; Azure AD B2C",
    ]

    static let types: [String: String] = [
        "jwt": "a JSON Web Token", "at+jwt": "an access token (RFC 9068)",
        "application/at+jwt": "an access token (RFC 9068)", "dpop+jwt": "a proof of possession (RFC 9449)",
        "logout+jwt": "a logout token (OpenID Connect)", "secevent+jwt": "a security event (RFC 8417)",
        "client-authentication+jwt": "an app's proof of who it is", "id+jwt": "an id token",
    ]

    /// - Parameter name: of `alg`.
    static func algorithm(_ name: String) -> String {
        switch name {
        case "RS256", "RS384", "RS512": "RSA (PKCS#1 v1.5) with SHA-\(name.suffix(3))"
        case "PS256", "PS384", "PS512": "RSA (PSS) with SHA-\(name.suffix(3))"
        case "ES256", "ES384", "ES512": "elliptic curve (ECDSA) with SHA-\(name.suffix(3))"
        case "EdDSA", "Ed25519": "Edwards curve (Ed25519 or Ed448)"
        case "HS256", "HS384", "HS512": "with a secret that signer and reader share (HMAC)"
        case _ where name.lowercased() == "none": "not at all: anybody can make such a token"
        default: "in a way that is not known here"
        }
    }
}
