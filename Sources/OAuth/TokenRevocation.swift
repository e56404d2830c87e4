package import World

/// Tells a provider that a refresh token is not needed any more: RFC 7009.
package struct TokenRevocation: Sendable {
    private let http: HTTPClient

    package init(http: HTTPClient) { self.http = http }

    /// - Throws: `refused` where the provider has no such service, as Entra has none; else what its answer stands for.
    package func revoke(_ refreshToken: Secret, of clientID: String, at issuer: Issuer) throws(Failure) {
        let metadata = try ProviderMetadata.discover(.issuer(issuer), using: http)
        guard let endpoint = metadata.revocationEndpoint else {
            throw Failure(.refused, "'\(metadata.issuer)' does not take tokens back (revocation_endpoint)")
        }
        let form: [HTTPRequest.Field] = [
            .init("token", refreshToken), .init("token_type_hint", "refresh_token"), .init("client_id", clientID),
        ]
        let response = try http.send {
            HTTPRequest(post: form, to: endpoint, headers: [.init("Accept", "application/json")])
        }
        guard response.status == 200 else { throw Failure(response: response, to: "revoke the refresh token") }
    }
}
