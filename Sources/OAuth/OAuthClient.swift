package import World

/// The client of RFC 6749: how it proves who it is, and how it reaches the provider.
///
/// What needs files is made only when a request is, so that a cached token needs none of them.
package struct OAuthClient: Sendable {
    /// nil for what the provider prefers.
    package let authMethod: ClientAuthMethod?
    private let makeCredential: @Sendable () throws(Failure) -> ClientCredential?
    private let makeHTTP: @Sendable () throws(Failure) -> HTTPClient

    package init(
        authMethod: ClientAuthMethod?, credential: @escaping @Sendable () throws(Failure) -> ClientCredential?,
        http: @escaping @Sendable () throws(Failure) -> HTTPClient
    ) {
        self.authMethod = authMethod
        makeCredential = credential
        makeHTTP = http
    }

    /// nil for a public client.
    package func credential() throws(Failure) -> ClientCredential? { try makeCredential() }

    /// The way to a provider, which may be asked from then on.
    ///
    /// - Throws: `refused` where the provider's host is not Entra's and passes for it.
    package func http(for provider: Provider) throws(Failure) -> HTTPClient {
        let http = try makeHTTP()
        try http.admit(provider)
        return http
    }
}
