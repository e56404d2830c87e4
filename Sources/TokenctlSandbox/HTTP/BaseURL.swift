/// Where the client believes the sandbox to be: scheme and authority, as in `http://localhost:8080`.
///
/// Every URL in an answer starts with it, so that one server works by any of its names, also behind a proxy for TLS.
package struct BaseURL: Sendable, Equatable, CustomStringConvertible {
    package let scheme: String
    /// Host and port, as the client wrote them.
    package let authority: String

    package var description: String { "\(scheme)://\(authority)" }

    /// The host alone, without the port.
    package var host: String { HostNames.host(of: authority) }

    /// Reads `Host`, `X-Forwarded-Host` and `X-Forwarded-Proto`.
    ///
    /// Nil for a host that is not among `hosts`: a web page that rebinds its name to loopback gets nothing.
    package init?(of request: Request, acceptedBy hosts: HostNames) {
        scheme = request.headers["x-forwarded-proto"] ?? "http"
        authority = request.headers["x-forwarded-host"] ?? request.headers["host"] ?? ""
        guard ["http", "https"].contains(scheme), hosts.accept(authority) else { return nil }
    }
}

/// The names that the sandbox answers to: those of loopback, and what `--host` adds.
package struct HostNames: Sendable {
    package static let loopback = ["localhost", "127.0.0.1", "[::1]"]

    package let names: [String]
    /// The names of one cloud each: loopback's stand alone, those that were added are of one cloud, and the other cloud's.
    package let clouds: [[String]]
    private let otherCloud: Set<String>

    package init(additional: [String] = [], otherCloud: [String] = []) {
        let groups = [additional, otherCloud].map { $0.map { $0.lowercased() } }
        names = Self.loopback + groups.joined()
        clouds = Self.loopback.map { [$0] } + groups.filter { !$0.isEmpty }
        self.otherCloud = Set(groups[1])
    }

    /// What tells the two clouds apart: the name of the second one, or nothing.
    package func cloud(of host: String) -> String {
        otherCloud.contains(host) ? clouds.last?.first ?? "" : ""
    }

    /// How a cloud is called in answers: the first one goes by whatever name it was asked.
    package func cloudName(of host: String) -> String { otherCloud.contains(host) ? cloud(of: host) : host }

    /// Whether `authority` is one of the names, with or without a port.
    package func accept(_ authority: String) -> Bool {
        let host = Self.host(of: authority)
        let port = authority.dropFirst(host.count)
        let isPort = port.first == ":" && port.count > 1 && port.dropFirst().allSatisfy { ("0"..."9").contains($0) }
        return names.contains(host) && (port.isEmpty || isPort)
    }

    /// The host of `host:port`, lower-case; an IPv6 address keeps its brackets.
    package static func host(of authority: String) -> String {
        let end =
            authority.first == "["
            ? authority.firstIndex(of: "]").map { authority.index(after: $0) } : authority.firstIndex(of: ":")
        return authority[..<(end ?? authority.endIndex)].lowercased()
    }
}
