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

    /// - Throws: `protocolError`, naming the claim.
    func verify(_ token: IDToken, now: Int) throws(Failure) {
        let issuers = IssuerRule(issuers: [issuer])
        var failures = try keys.failures(of: token.claims, issuers)
        failures += issuers.failures(of: token.claims)
        var checks = ClaimChecks()
        checks.audiences = [clientID]
        checks.companions.nonce = nonce
        failures += checks.failures(of: token.claims, now: now)
        if let failure = failures.first { throw refusal(failure.words) }
        if token.audiences.count > 1, !(token.text("azp")?.isExactly(clientID) ?? false) {
            throw refusal("it is for several clients, and was not asked for by '\(clientID)'")
        }
        try verifyAge(token, now: now)
    }

    private func verifyAge(_ token: IDToken, now: Int) throws(Failure) {
        guard let maxAge else { return }
        guard let signedIn = token.time("auth_time") else {
            throw refusal("it does not say when the person signed in")
        }
        guard signedIn >= now - maxAge - ClaimChecks().leeway else {
            throw refusal("the person signed in \(now - signedIn) s ago, more than the \(maxAge) s allowed")
        }
    }

    private func refusal(_ reason: String) -> Failure { Failure(.protocolError, "the id token is refused: \(reason)") }
}
