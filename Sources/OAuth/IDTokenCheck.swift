import JOSE
import World

/// What an id token must be before an account is taken from it: OpenID Connect Core 1.0 section 3.1.3.7.
struct IDTokenCheck {
    /// Of the metadata; Entra's may hold `{tenantid}`, which the token's own `tid` replaces.
    let issuer: String
    let clientID: String
    let keys: KeySet
    /// What was sent in the authorization request; nil where none was.
    var nonce: String?
    /// The longest time since the person signed in, in seconds; nil for any.
    var maxAge: Int?

    /// How far two clocks may be apart, in seconds.
    private static let skew = 60

    /// - Throws: `protocolError`, naming the claim.
    func verify(_ token: IDToken, now: Int) throws(Failure) {
        guard try keys.haveSigned(token.jws) else { throw refusal("its signature is not the provider's") }
        let expected = issuer.replacing("{tenantid}", with: token.text("tid") ?? "")
        guard let actual = token.text("iss"), actual == expected else {
            throw refusal("its issuer is '\(token.text("iss") ?? "")', not '\(expected)'")
        }
        guard token.audiences.contains(clientID) else {
            throw refusal("it is for '\(token.audiences.joined(separator: ", "))', not for '\(clientID)'")
        }
        if token.audiences.count > 1, token.text("azp") != clientID {
            throw refusal("it is for several clients, and was not asked for by '\(clientID)'")
        }
        try verifyTimes(token, now: now)
        if let nonce, token.text("nonce") != nonce { throw refusal("its nonce is not the one that was sent") }
    }

    private func verifyTimes(_ token: IDToken, now: Int) throws(Failure) {
        guard let end = token.time("exp") else { throw refusal("it has no expiry") }
        guard end > now - Self.skew else { throw refusal("it expired \(now - end) s ago") }
        for claim in ["nbf", "iat"] {
            if let start = token.time(claim), start > now + Self.skew {
                throw refusal("it is valid only in \(start - now) s: check this machine's clock")
            }
        }
        if let maxAge {
            guard let signedIn = token.time("auth_time") else {
                throw refusal("it does not say when the person signed in")
            }
            guard signedIn >= now - maxAge - Self.skew else {
                throw refusal("the person signed in \(now - signedIn) s ago, more than the \(maxAge) s allowed")
            }
        }
    }

    private func refusal(_ reason: String) -> Failure { Failure(.protocolError, "the id token is refused: \(reason)") }
}
