import Foundation
import TestSupport
import Testing

/// The project's own provider, as its executable serves it.
struct Sandbox: Sendable {
    /// How it is reached, and what is registered there.
    struct Announcement: Decodable, Sendable {
        /// Paths of PEM files with a private key and its certificate.
        struct Certificates: Decodable, Sendable {
            let rsa: String
            let p256: String
            let p384: String
        }

        /// `http://localhost:PORT`.
        let base: String
        let port: Int
        let tenant: String
        let clientID: String
        let clientSecret: String
        let scope: String
        let certificates: Certificates

        enum CodingKeys: String, CodingKey {
            case base, port, tenant, scope, certificates
            case clientID = "client_id"
            case clientSecret = "client_secret"
        }
    }

    let server: Server
    let announcement: Announcement

    init() async throws {
        server = try await Server(BuiltProduct.tokenctlSandbox)
        announcement = try server.announced(as: Announcement.self)
    }

    /// The options by which tokenctl finds it, and asks as the registered app.
    ///
    /// - Parameter base: where the sandbox is reached, when not directly.
    func options(base: String? = nil) -> [String] {
        [
            "--authority", base ?? announcement.base, "--tenant", announcement.tenant,
            "--client-id", announcement.clientID,
        ]
    }

    /// How many requests for tokens came in.
    func tokenRequestCount() async throws -> Int {
        let run = try await ProcessRun.of(
            #require(Requirement.path(ofTool: "curl")), ["-sS", "--fail", announcement.base + "/sandbox/counts"])
        let counts = try JSONDecoder().decode([String: Int].self, from: run.outputBytes)
        return counts.filter { $0.key.hasPrefix("POST ") && $0.key.hasSuffix("/token") }.values.reduce(0, +)
    }
}
