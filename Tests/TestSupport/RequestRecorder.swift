import Foundation

/// A web server that keeps what it is sent: see `Tests/Servers/request-recorder`.
package struct RequestRecorder: Sendable {
    package struct Request: Decodable, Sendable {
        package let path: String
        package let authorization: String?
        package let body: String
    }

    package static let requirement = Requirement.tool("python3")

    private let server: Server
    /// `http://localhost:PORT`.
    package let base: String

    package init() async throws {
        server = try await Server(script: "request-recorder")
        base = try server.announced(as: [String: String].self)["base"] ?? ""
    }

    /// The requests so far, oldest first.
    package var requests: [Request] {
        get throws { try server.lines.map { try JSONDecoder().decode(Request.self, from: Data($0.utf8)) } }
    }
}
