package import World

/// The client of RFC 6749: how it proves who it is, and how it reaches the provider.
///
/// What needs files is made only when a request is, so that a cached token needs none of them.
package struct OAuthClient: Sendable {
    /// nil for what the provider prefers.
    let authMethod: ClientAuthMethod?
    /// Gives nil for a public client.
    let credential: @Sendable () throws(Failure) -> ClientCredential?
    let http: @Sendable () throws(Failure) -> HTTPClient

    package init(
        authMethod: ClientAuthMethod?, credential: @escaping @Sendable () throws(Failure) -> ClientCredential?,
        http: @escaping @Sendable () throws(Failure) -> HTTPClient
    ) {
        self.authMethod = authMethod
        self.credential = credential
        self.http = http
    }
}
