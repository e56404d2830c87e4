extension CompactJWS {
    /// Why a text that is not of three parts is no signed token, as precisely as can be told.
    static func refusal(of parts: [Substring]) -> JOSEError {
        let header = Base64URL.decode(parts[0]).flatMap { try? JSON(parsing: $0) }
        let reason =
            if parts.count == 5, header?["alg"] != nil, header?["enc"] != nil {
                // RFC 7516 section 3.1: an encrypted token has five parts; section 4.1.2: enc must be there.
                "the token is encrypted (a JWE): only its recipient can read it"
            } else if parts.count < 3, header?["alg"] != nil {
                "the token is cut off: it has \(parts.count) of a JWT's three parts"
            } else if parts.count == 1, parts[0].hasPrefix("Ew") {
                "the token is no JWT: Microsoft gives such tokens for personal accounts, and only their API can read them"
            } else {
                "the token is no JWT, which has three parts: it is opaque to all but its issuer, or cut off"
            }
        return JOSEError(.malformedToken, reason)
    }
}
