import Foundation
import TestSupport

/// A provider that answers as it is told, byte for byte: see `Tests/Servers/scripted-answers`.
struct ScriptedAnswers: Sendable {
    /// How it is reached.
    private struct Announcement: Decodable {
        let base: String
    }

    static let requirement = Requirement.tool("python3")

    private let server: Server
    private let base: String

    /// - Parameter answers: of each tenant in turn, the last one for all further requests.
    init(_ answers: [[RawAnswer]]) async throws {
        let folder = try TemporaryFolder()
        let tenants = Dictionary(uniqueKeysWithValues: answers.enumerated().map { (Self.tenant($0), $1) })
        let file = try folder.write(JSONEncoder().encode(tenants), to: "answers.json")
        server = try await Server(script: "scripted-answers", [file.path(percentEncoded: false)])
        base = try server.announced(as: Announcement.self).base
    }

    /// The authority or issuer, by its place among the answers.
    ///
    /// As an authority it names the tenant by its id, so that nothing but the token endpoint is asked.
    func address(_ index: Int) -> String { "\(base)/\(Self.tenant(index))" }

    /// How many requests came to a tenant.
    func requestCount(_ index: Int) throws -> Int {
        try server.lines.count { $0 == "\"\(Self.tenant(index))\"" }
    }

    private static func tenant(_ index: Int) -> String {
        let number = String(index)
        return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - number.count) + number
    }
}
