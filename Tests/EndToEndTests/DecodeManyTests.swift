import Foundation
import TestSupport
import Testing

/// Many tokens, decoded at once.
struct DecodeManyTests {
    private let tokenctl: Tokenctl

    init() throws { tokenctl = try Tokenctl() }

    private func token(_ claims: String) -> String { "eyJhbGciOiJFUzI1NiJ9.\(Data(claims.utf8).base64URL).AA" }

    @Test func `ten thousand tokens are ten thousand lines, in their order`() async throws {
        let claims = (0..<10_000).map { #"{"n":\#($0),"x":[1.0,{"y":"\u00e9"}]}"# }
        let run = try await tokenctl.run(
            ["decode"], input: claims.map { token($0) + "\n" }.joined(), timeLimit: 120)
        #expect(run.status == 0, "\(run.stderr)")
        let lines = run.stdout.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines.count == claims.count + 1)
        let wrong = zip(lines, claims + [""]).first { $0 != $1 }
        #expect(wrong == nil)
    }
}
