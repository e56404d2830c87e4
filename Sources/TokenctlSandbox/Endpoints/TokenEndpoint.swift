/// `POST /{tenant}/oauth2/v2.0/token`, and version 1's `/{tenant}/oauth2/token` (RFC 6749 section 3.2).
package struct TokenEndpoint: Endpoint {
    package let version: PlatformVersion
    package let directory: Directory
    /// By `grant_type`.
    package let grants: [String: any Grant]

    package var place: Fault.Place? { .token }

    package func respond(to exchange: Exchange) throws(EntraError) -> Response {
        let authority = try exchange.authority(in: directory)
        let form = try exchange.form()
        let grantType = try form.required("grant_type")
        guard let grant = grants[grantType] else { throw .unsupportedGrant(grantType) }
        return try grant.respond(
            to: TokenRequest(form: form, authority: authority, version: version, exchange: exchange))
    }
}
