package import World

/// One way to get a token from a provider.
package protocol Flow: Sendable {
    /// Asks the provider, and a person where the flow needs one.
    func run(_ request: TokenRequest, in world: World) throws(Failure) -> AcquiredToken
}
