import Foundation
import TestSupport

/// Hosts of other people's, played by a proxy with TLS: see `Tests/Servers/played-hosts`.
struct PlayedHosts: Sendable {
    /// An answer.
    struct Page: Encodable, Sendable {
        var status = 200
        var body = ""
    }

    /// What a host was asked.
    struct Request: Decodable, Sendable {
        let method: String
        let url: String
        let body: String
    }

    /// How it is reached.
    private struct Announcement: Decodable {
        let proxy: String
        let ca: String
    }

    static let requirement = Requirement.tool("openssl")

    private let server: Server
    private let folder: TemporaryFolder
    private let announcement: Announcement

    /// - Parameter pages: by their addresses without a query; any other is HTTP 404.
    init(_ hosts: [String], _ pages: [String: Page]) async throws {
        folder = try TemporaryFolder()
        let file = try folder.write(JSONEncoder().encode(pages), to: "pages.json")
        server = try await Server(
            script: "played-hosts", [Server.folder, file.path(percentEncoded: false)] + hosts)
        announcement = try server.announced(as: Announcement.self)
    }

    /// What the program needs in its environment to meet the hosts.
    var environment: [String: String] { ["HTTPS_PROXY": announcement.proxy, "SSL_CERT_FILE": announcement.ca] }

    /// Oldest first.
    var requests: [Request] {
        get throws { try server.lines.map { try JSONDecoder().decode(Request.self, from: Data($0.utf8)) } }
    }
}
