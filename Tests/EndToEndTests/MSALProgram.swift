import Foundation
import TestSupport
import Testing

/// A Python program with msal and msal-extensions, and its cache file.
struct MSALProgram {
    let sandbox: Sandbox
    let front: TLSFront
    let clientID: String
    /// The path of its cache file.
    let cache: String
    /// How msal-extensions locks the file: with `portalocker`, or by the file's being there.
    var lock = Lock.portalocker

    enum Lock: String, CaseIterable { case portalocker, file }

    static let requirement = Requirement("msal-extensions for Python", remedy: "Tests/run") {
        let packages = SourceTree.root.appending(path: ".build/test-venv/lib")
        let folders = try? FileManager.default.subpathsOfDirectory(atPath: packages.path(percentEncoded: false))
        return folders?.contains { $0.hasSuffix("site-packages/msal_extensions") } ?? false
    }

    /// What the program prints.
    struct Outcome: Decodable {
        struct Token: Decodable {
            let accessToken: String?
            let tokenSource: String?
            let error: String?

            enum CodingKeys: String, CodingKey {
                case error
                case accessToken = "access_token"
                case tokenSource = "token_source"
            }
        }

        let accounts: [String]?
        let result: Token?
        let rounds: Int?
        let lost: Int?
    }

    private struct Input: Encodable {
        let base: String
        let tenant: String
        let ca: String
        let clientID: String
        let scope: String
        let cache: String
        let lock: String
        let action: String
        let seconds: Double?

        enum CodingKeys: String, CodingKey {
            case base, tenant, ca, scope, cache, lock, action, seconds
            case clientID = "client_id"
        }
    }

    /// - Parameter action: `sign_in` (as alice), `silent`, `refresh`, or `mix` for some seconds.
    func run(_ action: String, seconds: Double? = nil) async throws -> Outcome {
        let run = try await PythonJudge.run(
            "msal_cache_file.py",
            Input(
                base: front.announcement.base, tenant: sandbox.announcement.tenant, ca: front.announcement.ca,
                clientID: clientID, scope: Sandbox.readScope, cache: cache, lock: lock.rawValue, action: action,
                seconds: seconds))
        try #require(run.status == 0, "\(run.stderr)")
        return try JSONDecoder().decode(Outcome.self, from: run.outputBytes)
    }
}
