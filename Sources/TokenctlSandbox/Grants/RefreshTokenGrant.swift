/// New tokens for a person who signed in before (RFC 6749 section 6).
///
/// Any API's permissions may be asked for that the person consented to, not only those of the first request.
package struct RefreshTokenGrant: Grant {
    package let directory: Directory
    package let authenticator: ClientAuthenticator
    package let issuer: UserTokenIssuer

    package func respond(to request: TokenRequest) throws(EntraError) -> Response {
        let token = try request.form.required("refresh_token")
        let tenant = try directory.tenant(of: request.authority)
        let client = try authenticator.authenticate(request, in: tenant)
        let asked = try request.form["scope"].map { text throws(EntraError) in
            try directory.delegatedScopes(text, for: client.app, in: tenant)
        }
        var grant = try issuer.refreshTokens.redeem(token, by: client, in: request.exchange)
        grant.scopes = asked ?? grant.scopes
        grant.nonce = nil
        grant.claims = try request.claims ?? ClaimsRequest()
        let isWeak = grant.claims.wantsMFA && !grant.signIn.hasMFA
        guard !isWeak, !issuer.refreshTokens.policies.lacksMFA(grant.signIn) else {
            throw .mfaRequired(by: grant.scopes.api, error: "interaction_required")
        }
        return try issuer.tokens(for: grant, to: client, request: request, isRefresh: true)
    }
}
