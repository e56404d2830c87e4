import World

/// An id token's claims: OpenID Connect Core 1.0 section 2.
struct IDToken {
    let text: String
    let claims: TokenClaims

    /// - Throws: `protocolError` when it is no JWT.
    init(_ text: String) throws(Failure) {
        do {
            claims = try TokenClaims(of: text)
        } catch {
            throw Failure(.protocolError, "the id token is malformed: \(error.message)")
        }
        self.text = text
    }

    func text(_ claim: String) -> String? { claims.text(claim) }

    func time(_ claim: String) -> Int? { claims.time(claim) }

    var audiences: [String] { claims.audiences }

    var username: String? { text("preferred_username") ?? text("upn") ?? text("email") }
}
