import TestSupport

/// A proxy that opens tunnels (CONNECT), and notes where to.
struct ConnectProxy: Sendable {
    /// How it is reached.
    struct Announcement: Decodable, Sendable {
        let port: Int
    }

    let server: Server
    let announcement: Announcement

    /// - Parameter standIns: ports on loopback that tunnels to other servers lead to, by `HOST:PORT`.
    init(standIns: [String: Int] = [:]) async throws {
        server = try await Server(script: "connect-proxy", standIns.map { "\($0)=\($1)" })
        announcement = try server.announced(as: Announcement.self)
    }

    var url: String { "http://127.0.0.1:\(announcement.port)" }

    /// The hosts and ports that tunnels were asked for, oldest first.
    var targets: [String] { get throws { try server.lines } }
}
