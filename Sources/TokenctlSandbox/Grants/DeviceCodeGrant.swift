/// A client asks whether the person has signed in elsewhere (RFC 8628 section 3.4).
package struct DeviceCodeGrant: Grant {
    package let directory: Directory
    package let authenticator: ClientAuthenticator
    package let codes: DeviceCodes
    package let issuer: UserTokenIssuer

    package func respond(to request: TokenRequest) throws(EntraError) -> Response {
        do throws(EntraError) {
            // MSAL for Python sends it under both names.
            let code = try request.form.required("device_code")
            let client = try authenticator.authenticate(request, in: directory.tenant(of: request.authority))
            let claims = try request.claims
            var grant = try codes.poll(code, by: client, now: request.exchange.now)
            grant.claims = claims ?? grant.claims
            return try issuer.tokens(for: grant, to: client, request: request)
        } catch {
            throw error.answered(with: codes.settings)
        }
    }
}
