import TestSupport

/// Glewlwyd, an OpenID provider that is not of this project, with the clients and users of `Tests/Servers/glewlwyd`.
struct Glewlwyd: Sendable {
    /// How it is reached.
    struct Announcement: Decodable, Sendable {
        /// A certificate and its private key: paths of PEM files.
        struct Pair: Decodable, Sendable {
            let certificate: String
            let key: String
        }

        let issuer: String
        /// The certificate authority's file; nil for plain HTTP.
        let ca: String?
        let client: Pair
        let clientEC: Pair
        /// The only port of this machine that the browser is sent back to.
        let redirectPort: Int

        enum CodingKeys: String, CodingKey {
            case issuer, ca, client
            case clientEC = "client_ec"
            case redirectPort = "redirect_port"
        }
    }

    static let requirement = Requirement.tool("glewlwyd")

    let server: Server
    let announcement: Announcement

    /// - Parameter more: further options of the script.
    init(tls: Bool = false, _ more: String...) async throws {
        server = try await Server(script: "glewlwyd", [Server.folder] + (tls ? ["--tls"] : []) + more)
        announcement = try server.announced(as: Announcement.self)
    }

    /// The options by which tokenctl finds it, and trusts it.
    var options: [String] { ["--issuer", announcement.issuer] + (announcement.ca.map { ["--ca-file", $0] } ?? []) }

    /// What a person does in a browser: the script that fits the variable `BROWSER`.
    static let browser = SourceTree.location(of: "Tests/Servers/glewlwyd-person")

    /// Has a person enter the code of another device.
    func approve(_ userCode: String, by user: String = "alice") async throws -> ProcessRun {
        try await ProcessRun.of(
            Self.browser, ["\(announcement.issuer)/device", userCode],
            environment: ProcessRun.bareEnvironment.merging(["GLEWLWYD_USER": user]) { $1 })
    }
}
