package import World

/// Where a federation server gives out security tokens, and in which version of the protocol.
package struct WSTrustEndpoint: Sendable, Equatable {
    package let url: WebURL
    package let version: WSTrustVersion

    package init(url: WebURL, version: WSTrustVersion) {
        self.url = url
        self.version = version
    }
}
