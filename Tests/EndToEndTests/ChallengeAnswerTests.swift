import Foundation
import TestSupport
import Testing

/// What a token endpoint wants to be asked of a person is handed on to whoever can ask one.
@Suite(.requires(ScriptedAnswers.requirement))
struct ChallengeAnswerTests {
    private static let claims = [
        #"{"access_token":{"polids":{"essential":true,"values":["9ab03e19-ed42-4168-b6b7-7001fb3e933a"]}}}"#,
        #"{ "access_token" : { "nbf" : {"essential":true, "value":"1604106651"} } , "x":"\/\u0061" }"#,
        #"{"id_token":{"acr":{"values":["it's; $(id) `id` ⅷ"]}}}"#,
    ]

    private func ask(claims: String, _ options: String...) async throws -> ProcessRun {
        let text = String(decoding: try JSONEncoder().encode(claims), as: UTF8.self)
        let answer = RawAnswer.entra(
            50079, "interaction_required", more: #","suberror":"basic_action","claims":\#(text)"#)
        let provider = try await ScriptedAnswers([[answer]])
        return try await Tokenctl().clientCredentials(
            [
                "--authority", provider.address(0), "--client-id", "app", "--scope", "api/.default",
                "--client-secret", "pass:s",
            ] + options)
    }

    @Test(arguments: claims)
    func `claims are in the JSON error as they were sent`(claims: String) async throws {
        struct Report: Decodable {
            let kind: String
            let suberror: String
            let code: Int
            let claims: String
            let hint: String
        }
        let run = try await ask(claims: claims, "--error-format", "json")
        let report = try JSONDecoder().decode(Report.self, from: run.errorBytes)
        #expect(run.status == 20)
        #expect(report.kind == "interaction_required")
        #expect(report.suberror == "basic_action")
        #expect(report.code == 50079)
        #expect(Array(report.claims.utf8) == Array(claims.utf8))
        #expect(report.hint.contains("tokenctl auth-code "))
    }

    @Test(arguments: claims)
    func `the hint is a command that a shell reads as it is meant`(claims: String) async throws {
        let run = try await ask(claims: claims)
        #expect(run.status == 20)
        let hint = try #require(run.stderr.split(separator: "\n").first { $0.hasPrefix("hint: ") })
        let command = try #require(hint.firstRange(of: "tokenctl auth-code "), "\(run.stderr)")
        let shell = try await ProcessRun.of(
            "/bin/sh", ["-c", "tokenctl() { printf '%s\\n' \"$@\"; }; \(hint[command.lowerBound...])"])
        let words = shell.stdout.split(separator: "\n").map(String.init)
        let name = try #require(words.firstIndex(of: "--claims"), "\(hint)")
        #expect(words.contains("app"))
        let value = try #require(words.dropFirst(name + 1).first)
        #expect(try Self.object(value) == Self.object(claims))
    }

    private static func object(_ text: String) throws -> NSDictionary? {
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary
    }
}
