import TestSupport

/// nginx with TLS in front of a server of plain HTTP.
struct TLSFront: Sendable {
    /// How it is reached.
    struct Announcement: Decodable, Sendable {
        /// `https://localhost:PORT`.
        let base: String
        let port: Int
        /// The certificate authority's file.
        let ca: String
    }

    static let requirement = Requirement.tool("nginx")

    let server: Server
    let announcement: Announcement

    /// - Parameter names: what it is called beside `localhost`.
    init(to port: Int, names: [String] = []) async throws {
        let options = names.flatMap { ["--name", $0] }
        server = try await Server(script: "nginx-tls", [Server.folder, "\(port)"] + options)
        announcement = try server.announced(as: Announcement.self)
    }
}
