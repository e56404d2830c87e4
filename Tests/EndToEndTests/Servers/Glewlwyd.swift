import TestSupport

/// Glewlwyd, an OpenID provider that is not of this project, with the clients of `Tests/Servers/glewlwyd`.
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

        enum CodingKeys: String, CodingKey {
            case issuer, ca, client
            case clientEC = "client_ec"
        }
    }

    static let requirement = Requirement.tool("glewlwyd")

    let server: Server
    let announcement: Announcement

    init(tls: Bool) async throws {
        server = try await Server(script: "glewlwyd", [Server.folder] + (tls ? ["--tls"] : []))
        announcement = try server.announced(as: Announcement.self)
    }

    /// The options by which tokenctl finds it, and trusts it.
    var options: [String] { ["--issuer", announcement.issuer] + (announcement.ca.map { ["--ca-file", $0] } ?? []) }
}
