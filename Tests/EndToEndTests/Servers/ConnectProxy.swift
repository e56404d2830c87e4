import TestSupport

/// A proxy that opens tunnels (CONNECT), and notes where to.
struct ConnectProxy: Sendable {
    /// How it is reached.
    struct Announcement: Decodable, Sendable {
        let port: Int
    }

    let server: Server
    let announcement: Announcement

    init() async throws {
        server = try await Server(script: "connect-proxy")
        announcement = try server.announced(as: Announcement.self)
    }

    var url: String { "http://127.0.0.1:\(announcement.port)" }

    /// The hosts and ports that tunnels were asked for, oldest first.
    var targets: [String] { get throws { try server.lines } }
}
