import Foundation
import TestSupport
import Testing

/// What a token endpoint says to a person's password or refresh token.
@Suite(.requires(ScriptedAnswers.requirement))
struct UserAnswerTests {
    /// A flow with a secret, an answer to it, and the exit status.
    struct Refusal: Sendable, CustomTestStringConvertible {
        let command: [String]
        let answer: RawAnswer
        let status: Int32
        let word: String

        var testDescription: String { "\(command[0]): \(word)" }
    }

    private static let secret = "pa55word-0r-t0ken"
    private static let ropc = ["ropc", "--username", "ann@contoso.example", "--password", "stdin"]
    private static let refresh = ["refresh", "--refresh-token", "stdin"]

    private static func error(_ error: String, _ more: String = "") -> RawAnswer {
        .http(400, #"{"error":"\#(error)","error_description":"You sent \#(secret)."\#(more)}"#)
    }

    /// How the provider describes itself.
    private static let configuration = RawAnswer(
        """
        HTTP/1.1 200 OK\r\n\r\n{"issuer":"@BASE@/00000000-0000-4000-8000-000000000000","token_endpoint":\
        "@BASE@/00000000-0000-4000-8000-000000000000/token"}
        """)

    @Test(arguments: [
        Refusal(command: ropc, answer: .entra(50126, "invalid_grant"), status: 22, word: "(AADSTS50126)"),
        Refusal(command: ropc, answer: .entra(50076, "invalid_grant"), status: 20, word: "(AADSTS50076)"),
        Refusal(command: ropc, answer: .entra(53003, "invalid_grant"), status: 21, word: "(AADSTS53003)"),
        Refusal(command: ropc, answer: error("invalid_grant"), status: 22, word: "invalid_grant"),
        Refusal(command: ropc, answer: .page(200), status: 76, word: "web page"),
        Refusal(
            command: refresh, answer: error("invalid_grant", #","suberror":"bad_token""#), status: 20, word: "hint: "),
        Refusal(command: refresh, answer: .entra(700_082, "invalid_grant"), status: 20, word: "(AADSTS700082)"),
        Refusal(command: refresh, answer: error("invalid_request"), status: 77, word: "invalid_request"),
        Refusal(command: refresh, answer: .http(200, "[]"), status: 76, word: "no OAuth answer"),
    ])
    func `a refusal has its status, and the secret stays out of it`(row: Refusal) async throws {
        let provider = try await ScriptedAnswers([[Self.configuration, row.answer]])
        let tokenctl = try Tokenctl()
        let run = try await tokenctl.run(
            row.command + ["--issuer", provider.address(0), "--client-id", "app", "--scope", "api.read"],
            input: Self.secret)
        #expect(run.status == row.status, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.contains(row.word), "\(run.stderr)")
        #expect(!run.stderr.contains(Self.secret), "\(run.stderr)")
        #expect(try provider.requestCount(0) == 2)
        #expect(try tokenctl.cacheFiles().isEmpty)
    }
}
