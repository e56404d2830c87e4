import Foundation
import TestSupport

/// A server that answers each path as it is told, and notes what it is asked: see `Tests/Servers/scripted-issuer`.
struct ScriptedIssuer: Sendable {
    /// An answer.
    struct Page: Encodable, Sendable {
        /// 0 for none.
        var status = 200
        var headers: [String: String] = [:]
        /// With `@BASE@` for the server's own address.
        var body = ""
        /// How often the body is sent.
        var copies = 1

        static func json(_ body: String) -> Page { Page(body: body) }
    }

    private struct Announcement: Decodable {
        let base: String
        let port: Int
    }

    static let requirement = Requirement.tool("python3")

    let base: String
    let port: Int
    private let server: Server
    private let folder: TemporaryFolder

    init() async throws {
        folder = try TemporaryFolder()
        let file = try folder.write(Data("{}".utf8), to: "pages.json")
        server = try await Server(script: "scripted-issuer", [file.path(percentEncoded: false)])
        let announcement = try server.announced(as: Announcement.self)
        base = announcement.base
        port = announcement.port
    }

    /// - Parameter pages: of each path in turn, the last one for all further requests.
    func answer(_ pages: [String: [Page]]) throws { try folder.write(JSONEncoder().encode(pages), to: "pages.json") }

    /// The paths that were asked for, oldest first.
    var requests: [String] { get throws { try server.lines } }

    func stop() { server.stop() }

    /// The pages of an issuer.
    ///
    /// - Parameters:
    ///   - path: of the issuer, without a slash in front.
    ///   - keys: the key set, in turn.
    static func pages(_ path: String, keys: Page...) -> [String: [Page]] {
        [
            "/\(path)/.well-known/openid-configuration": [
                .json(#"{"issuer":"@BASE@/\#(path)","jwks_uri":"@BASE@/\#(path)/keys"}"#)
            ], "/\(path)/keys": keys,
        ]
    }
}
