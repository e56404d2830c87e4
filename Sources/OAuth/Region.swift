package import World

/// A region of Azure: Entra has an endpoint in each, which gives tokens to apps themselves (ESTS-R).
package struct Region: Sendable, Equatable {
    /// As in `westus2`.
    package let name: String

    /// - Returns: nil for what is no label of a host's name, and so could lead to any other host.
    package init?(_ text: String) {
        // Beyond ASCII there are letters whose lower case is an ASCII letter.
        guard (1...63).contains(text.utf8.count), text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        name = text.lowercased()
        guard let first = name.first, first.isLetter, name.last != "-",
            name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" })
        else { return nil }
    }

    /// What an address of Entra is in this region; nil for hosts that have no regions.
    ///
    /// The public cloud has one name for its regions, whichever of its names it is asked by.
    package func address(of url: WebURL) -> WebURL? {
        guard let suffix = Self.suffix(of: url) else { return nil }
        return try? WebURL("https://\(name).\(suffix)\(url.path)" + (url.query.map { "?" + $0 } ?? ""))
    }

    /// Whether a provider has regions at all: Entra itself has, at the global hosts of its clouds.
    package static func exist(at provider: Provider) -> Bool {
        guard case .authority(let authority) = provider else { return false }
        return authority.kind == .entra && suffix(of: authority.server) != nil
    }

    private static func suffix(of url: WebURL) -> String? {
        guard url.isSecure, url.port == nil, KnownHosts.isListed(url.host) else { return nil }
        let host = KnownHosts.canonical(url.host)
        return host == "login.microsoftonline.com" ? "login.microsoft.com" : host
    }
}
