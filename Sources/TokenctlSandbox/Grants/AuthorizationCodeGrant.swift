/// A client redeems the code that a browser brought (RFC 6749 section 4.1.3, RFC 7636 section 4.5).
package struct AuthorizationCodeGrant: Grant {
    package let directory: Directory
    package let authenticator: ClientAuthenticator
    package let codes: AuthorizationCodes
    package let issuer: UserTokenIssuer

    package func respond(to request: TokenRequest) throws(EntraError) -> Response {
        let form = request.form
        let code = try form.required("code")
        let redirectURI = try form.required("redirect_uri")
        let tenant = try directory.tenant(of: request.authority)
        let client = try authenticator.authenticate(request, in: tenant)
        let asked = try form["scope"].map { text throws(EntraError) in
            try directory.delegatedScopes(text, for: client.app, in: tenant)
        }
        let claims = try request.claims
        var grant = try codes.redeem(
            code, by: client, redirectURI: redirectURI, verifier: form["code_verifier"], now: request.exchange.now)
        grant.scopes = asked ?? grant.scopes
        grant.claims = claims ?? grant.claims
        return try issuer.tokens(for: grant, to: client, request: request)
    }
}
