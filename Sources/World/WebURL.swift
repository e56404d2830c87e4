/// An absolute `https` URL, or an `http` one that stays on this machine; nothing else can be made.
///
/// Deliberately stricter than RFC 3986, so that no two parsers can disagree on the host: no user names, no
/// white space, no backslashes, no control characters, no fragment, nothing beyond ASCII but in the host.
package struct WebURL: Sendable, Hashable, CustomStringConvertible {
    package let isSecure: Bool
    /// Lower case, without the port; an IPv6 address keeps its brackets.
    package let host: String
    /// nil for the scheme's default port.
    package let port: Int?
    /// Begins with `/`, or is empty.
    package let path: String
    /// Without the question mark.
    package let query: String?

    private init(isSecure: Bool, host: String, port: Int?, path: String, query: String?) {
        self.isSecure = isSecure
        self.host = host
        self.port = port
        self.path = path
        self.query = query
    }

    /// Why a text is no such URL.
    package enum Problem: Error, Equatable {
        case notAbsolute
        case notSecure
        case badHost
        case badPort
        case userInfo
        case fragment
        case badCharacter

        package var reason: String {
            switch self {
            case .notAbsolute: "it must be an absolute URL, like https://login.example.com"
            case .notSecure: "it must begin with https:// (http:// is for servers on this machine only)"
            case .badHost: "it has no valid host"
            case .badPort: "its port is not a number from 1 to 65535"
            case .userInfo: "it must not hold a user name or password"
            case .fragment: "it must not have a fragment (#)"
            case .badCharacter: "it has a character that no URL may have"
            }
        }
    }

    package init(_ text: String) throws(Problem) {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && !Self.forbidden.contains($0) }) else {
            throw .badCharacter
        }
        guard !text.contains("#") else { throw .fragment }
        let rest: Substring
        if text.lowercased().hasPrefix("https://") {
            isSecure = true
            rest = text.dropFirst("https://".count)
        } else if text.lowercased().hasPrefix("http://") {
            isSecure = false
            rest = text.dropFirst("http://".count)
        } else {
            throw .notAbsolute
        }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        guard !authority.contains("@") else { throw .userInfo }
        let (hostText, portText) = Self.splitPort(authority)
        host = hostText.lowercased()
        guard Self.isValid(host: host) else { throw .badHost }
        guard isSecure || Self.isLoopback(host: host) else { throw .notSecure }
        guard !Self.isOddAddress(host: host) else { throw .badHost }
        if let portText {
            guard portText.utf8.allSatisfy(Self.isDigit), let number = Int(portText), (1...65535).contains(number)
            else { throw .badPort }
            port = number == (isSecure ? 443 : 80) ? nil : number
        } else {
            port = nil
        }
        let location = rest.dropFirst(authority.count)
        // An accent behind a delimiter would make one character of both, and so hide the delimiter.
        guard location.utf8.allSatisfy({ $0 < 0x80 }) else { throw .badCharacter }
        path = String(location.prefix { $0 != "?" })
        query = location.count > path.count ? String(location.dropFirst(path.count + 1)) : nil
    }

    /// Azure's instance metadata service, which a machine reaches without leaving its host.
    ///
    /// The one server of plain http beyond this machine, and so none that any text can name.
    package static var instanceMetadata: WebURL {
        WebURL(isSecure: false, host: "169.254.169.254", port: nil, path: "", query: nil)
    }

    /// `host` or `host:port`.
    package var hostAndPort: String { port.map { "\(host):\($0)" } ?? host }

    /// `host:port`, the scheme's default port included.
    package var hostAndEffectivePort: String { "\(host):\(port ?? (isSecure ? 443 : 80))" }

    /// Scheme, host and port, without a slash at the end.
    package var origin: String { (isSecure ? "https://" : "http://") + hostAndPort }

    package var description: String { origin + path + (query.map { "?" + $0 } ?? "") }

    /// The same server with another path and query.
    package func with(path: String, query: String? = nil) -> WebURL {
        WebURL(isSecure: isSecure, host: host, port: port, path: path, query: query)
    }

    /// The same address at another port.
    package func with(port: Int) -> WebURL {
        WebURL(isSecure: isSecure, host: host, port: port, path: path, query: query)
    }

    /// `localhost`, its sub-domains (RFC 6761 section 6.3), 127.0.0.0/8 and `[::1]`.
    package static func isLoopback(host: String) -> Bool {
        if host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]" { return true }
        let octets = host.split(separator: ".", omittingEmptySubsequences: false)
        return octets.count == 4 && octets[0] == "127" && octets.allSatisfy { UInt8($0) != nil }
    }

    /// An IPv4 address in another form than four numbers, as `127.1` or `0x7f000001`: others read it in other ways.
    private static func isOddAddress(host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        guard let last = parts.last, last.utf8.allSatisfy(isDigit) || last.hasPrefix("0x") else { return false }
        return parts.count != 4 || !parts.allSatisfy { part in UInt8(part).map(String.init) == String(part) }
    }

    static func splitPort(_ authority: Substring) -> (host: Substring, port: Substring?) {
        guard let colon = authority.lastIndex(of: ":"), !authority[colon...].contains("]") else {
            return (authority, nil)
        }
        return (authority[..<colon], authority[authority.index(after: colon)...])
    }

    private static let forbidden = Set("\"<>\\^`{|}".utf8)

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// An IPv6 address in brackets, or labels of letters, digits, `-`, `_` and (for libcurl's IDN) anything beyond ASCII.
    private static func isValid(host: String) -> Bool {
        if host.hasPrefix("[") {
            let address = host.utf8.dropFirst().dropLast()
            return host.hasSuffix("]") && address.contains(UInt8(ascii: ":")) && address.allSatisfy(isAddressByte)
        }
        let labels = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return labels.allSatisfy { label in !label.isEmpty && label.allSatisfy(isNameByte) }
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte) || byte == UInt8(ascii: ":")
            || byte == UInt8(ascii: ".")
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte >= 0x80
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
}
