/// A registered redirect URI, and what it stands for.
package enum RedirectURI: Sendable, Equatable {
    /// `http://localhost` with any port (RFC 8252 section 7.3).
    case localhost
    /// `http://127.0.0.1` with any port and any path.
    case loopback
    case exact(String)

    package func matches(_ uri: String) -> Bool {
        // What could end a header line or a link is in no redirect URI, nor is a fragment (RFC 6749 section 3.1.2).
        guard uri.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !uri.contains(where: "#\"'<>\\".contains) else {
            return false
        }
        switch self {
        case .localhost: return Self.rest(of: uri, after: "http://localhost").map { $0.isEmpty || $0 == "/" } ?? false
        case .loopback: return Self.rest(of: uri, after: "http://127.0.0.1") != nil
        case .exact(let registered): return uri == registered
        }
    }

    /// What follows the origin and its port; nil when the URI is of another host.
    private static func rest(of uri: String, after origin: String) -> Substring? {
        guard uri.hasPrefix(origin) else { return nil }
        var rest = uri.dropFirst(origin.count)
        if rest.first == ":" {
            let port = rest.dropFirst().prefix { ("0"..."9").contains($0) }
            guard UInt16(port) != nil else { return nil }
            rest = rest[port.endIndex...]
        }
        return rest.first == nil || rest.first == "/" || rest.first == "?" ? rest : nil
    }
}
