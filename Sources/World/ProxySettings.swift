/// The proxies of the environment, as curl reads them: lower case before upper case, `no_proxy` with names and CIDRs.
package struct ProxySettings: Sendable, Equatable {
    package var https: String?
    package var http: String?
    /// Hosts that are reached directly; curl's syntax.
    package var exceptions: String?

    package init(https: String? = nil, http: String? = nil, exceptions: String? = nil) {
        self.https = https
        self.http = http
        self.exceptions = exceptions
    }

    package init(environment: Environment) {
        let all = environment.first("all_proxy", "ALL_PROXY")
        https = environment.first("https_proxy", "HTTPS_PROXY") ?? all
        http = environment.first("http_proxy", "HTTP_PROXY") ?? all
        exceptions = environment.first("no_proxy", "NO_PROXY")
    }

    /// The proxy for a server, if any.
    ///
    /// Plain HTTP is spoken only within this machine, and so it never goes through a proxy on another one.
    package func proxy(for url: WebURL) -> String? {
        guard !url.isSecure else { return https }
        guard let http else { return nil }
        let address = http.contains("://") ? http : "http://\(http)"
        return Self.isLoopback(address) ? http : nil
    }

    private static func isLoopback(_ address: String) -> Bool {
        guard let authority = address.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first else {
            return false
        }
        let host = authority.split(separator: "@").last ?? authority
        return WebURL.isLoopback(host: WebURL.splitPort(host).host.lowercased())
    }
}
