import TestSupport

/// nginx with TLS in front of a server of plain HTTP.
struct TLSFront: Sendable {
    /// How it is reached.
    struct Announcement: Decodable, Sendable {
        /// `https://localhost:PORT`.
        let base: String
        /// The certificate authority's file.
        let ca: String
    }

    static let requirement = Requirement.tool("nginx")

    let server: Server
    let announcement: Announcement

    init(to port: Int) async throws {
        server = try await Server(script: "nginx-tls", [Server.folder, "\(port)"])
        announcement = try server.announced(as: Announcement.self)
    }
}
