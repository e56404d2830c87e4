import Foundation
import TestSupport

/// A provider that keeps what it is asked, and answers in odd ways: see `Tests/Servers/odd-provider`.
struct OddProvider: Sendable {
    /// How it is reached.
    struct Announcement: Decodable, Sendable {
        let base: String
        let port: Int
    }

    /// A request for a token, as it came in.
    struct TokenRequest: Decodable, Sendable {
        let path: String
        /// By lower-case names.
        let headers: [String: String]
        let form: [String: String]
    }

    static let requirement = Requirement.tool("python3")

    let server: Server
    let announcement: Announcement

    init() async throws {
        server = try await Server(script: "odd-provider")
        announcement = try server.announced(as: Announcement.self)
    }

    /// The issuer that answers in one of the ways, "slow" for example.
    func issuer(_ way: String) -> String { "\(announcement.base)/\(way)" }

    /// The requests for tokens so far, oldest first.
    var requests: [TokenRequest] {
        get throws { try server.lines.map { try JSONDecoder().decode(TokenRequest.self, from: Data($0.utf8)) } }
    }
}
