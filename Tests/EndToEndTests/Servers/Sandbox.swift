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
        /// Of the app that signs people in.
        let publicClientID: String

        enum CodingKeys: String, CodingKey {
            case base, port, tenant, scope, certificates
            case clientID = "client_id"
            case clientSecret = "client_secret"
            case publicClientID = "public_client_id"
        }
    }

    let server: Server
    let announcement: Announcement

    /// - Parameter options: of its command line.
    init(_ options: String...) async throws { try await self.init(options) }

    init(_ options: [String]) async throws {
        server = try await Server(BuiltProduct.tokenctlSandbox, options)
        announcement = try server.announced(as: Announcement.self)
    }

    /// The options by which tokenctl finds it, and asks as the registered app.
    ///
    /// - Parameter base: where the sandbox is reached, when not directly.
    func options(base: String? = nil) -> [String] {
        authority(base: base) + ["--client-id", announcement.clientID]
    }

    /// The options by which tokenctl asks for a person's token.
    func personOptions(base: String? = nil, scope: String = readScope) -> [String] {
        authority(base: base) + ["--client-id", announcement.publicClientID, "--scope", scope]
    }

    private func authority(base: String?) -> [String] {
        ["--authority", base ?? announcement.base, "--tenant", announcement.tenant]
    }

    /// What everybody but one has consented to, and what nobody has.
    static let readScope = "api://orders/Orders.Read"
    static let writeScope = "api://orders/Orders.Write"

    /// How many requests for tokens came in.
    func tokenRequestCount() async throws -> Int { try await requestCount(to: "/token") }

    /// How many requests came in, with a body unless another method is named.
    ///
    /// - Parameter end: of their path.
    func requestCount(_ method: String = "POST", to end: String) async throws -> Int {
        let run = try await ProcessRun.of(
            #require(Requirement.path(ofTool: "curl")), ["-sS", "--fail", announcement.base + "/sandbox/counts"])
        let counts = try JSONDecoder().decode([String: Int].self, from: run.outputBytes)
        return counts.filter { $0.key.hasPrefix("\(method) ") && $0.key.hasSuffix(end) }.values.reduce(0, +)
    }

    /// The key set of version 2.0 tokens, as it is published.
    func keySet() async throws -> Data {
        let url = "\(announcement.base)/\(announcement.tenant)/discovery/v2.0/keys"
        let run = try await ProcessRun.of(#require(Requirement.path(ofTool: "curl")), ["-sS", "--fail", url])
        try #require(run.status == 0, "\(run.stderr)")
        return run.outputBytes
    }

    /// Has something happen to a person: `revoke-sessions`, or `require-mfa`.
    func decree(_ action: String, for user: String) async throws {
        let run = try await ProcessRun.of(
            #require(Requirement.path(ofTool: "curl")),
            ["-sS", "--fail", "-X", "POST", "\(announcement.base)/sandbox/\(action)?user=\(user)"])
        try #require(run.status == 0, "\(run.stderr)")
    }

    /// Has a person answer the code of another device.
    ///
    /// - Parameter answer: `approve` or `decline`.
    func enter(_ userCode: String, answer: String = "approve", by user: String = "alice") async throws {
        let run = try await ProcessRun.of(
            BuiltProduct.tokenctlSandbox, [answer, userCode, "--user", user, "--base", announcement.base])
        try #require(run.status == 0, "\(run.stderr)")
    }

    /// A person with a browser, for the variable `BROWSER`.
    static func browser(of user: String = "alice", _ option: String = "") -> String {
        "\(BuiltProduct.tokenctlSandbox) authorize --user \(user) \(option)"
    }

    /// Has a person sign in at an authorization request's URL; what is printed is where the answer went to, if that is
    /// not on this machine.
    func authorize(_ url: String, by user: String = "alice") async throws -> ProcessRun {
        try await ProcessRun.of(BuiltProduct.tokenctlSandbox, ["authorize", url, "--user", user])
    }
}
