import Foundation
import TestSupport
import Testing

/// People of the sandbox, by their short names.
extension Tokenctl {
    /// Signs a person in with the password; the ways that need a browser have tests of their own.
    @discardableResult
    func signIn(_ user: String = "alice", at sandbox: Sandbox, _ more: String...) async throws -> ProcessRun {
        let run = try await run(
            ["ropc"] + sandbox.personOptions() + more + [
                "--username", "\(user)@contoso.example", "--password", "stdin",
            ], input: "\(user)-password")
        #expect(run.status == 0, "\(run.stderr)")
        return run
    }

    /// The refresh tokens in the cache.
    func refreshTokens() throws -> [String] {
        struct Cache: Decodable {
            struct Row: Decodable { let secret: String }
            let refreshTokens: [String: Row]?

            enum CodingKeys: String, CodingKey { case refreshTokens = "RefreshToken" }
        }
        return try cacheFiles().values.flatMap {
            try JSONDecoder().decode(Cache.self, from: $0).refreshTokens?.values.map(\.secret) ?? []
        }
    }
}
