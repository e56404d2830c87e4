/// Sends one request and returns the answer, whatever its status; follows no redirect.
package protocol Transport: Sendable {
    /// - Throws: `unavailable` (name, connection, TLS, proxy), `tryAgain` (time-out) or `protocolError` (answer too long).
    func send(_ request: HTTPRequest, options: TransportOptions) throws(Failure) -> HTTPResponse
}

/// How to reach servers: the same for every request of one run.
package struct TransportOptions: Sendable {
    /// The time that one operation may take, name look-up and connection included, in milliseconds.
    package var timeoutMilliseconds: Int
    /// PEM certificates that are trusted beside the system's.
    package var additionalTrust: [UInt8]?
    package var proxies: ProxySettings

    package init(timeoutSeconds: Int = 30, additionalTrust: [UInt8]? = nil, proxies: ProxySettings = ProxySettings()) {
        timeoutMilliseconds = timeoutSeconds * 1000
        self.additionalTrust = additionalTrust
        self.proxies = proxies
    }
}
