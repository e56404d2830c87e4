import Foundation
import TestSupport
import Testing

/// An issuer that changes its keys, and what is asked then.
@Suite(.requires(PythonJudge.requirement))
struct KeyRotationTests {
    private static let old = #"{"keys":[{"kty":"RSA","kid":"k1","n":"@RSA_N@","e":"AQAB"}]}"#
    private static let new = #"{"keys":[{"kty":"EC","crv":"P-256","kid":"k2","x":"@EC_X@","y":"@EC_Y@"}]}"#

    private let server: ScriptedIssuer
    private let tokenctl: Tokenctl
    /// By the first key, the second, and one that is never published.
    private let tokens: [String]

    init() async throws {
        server = try await ScriptedIssuer()
        tokenctl = try Tokenctl()
        let claims = Forgery.Token.claims(iss: #""@BASE@/idp""#)
        let forgery = try await Forgery.make(
            [
                .init(Forgery.Token.header(), claims),
                .init(Forgery.Token.header(alg: #""ES256""#, kid: #""k2""#), claims, by: .curve),
                .init(Forgery.Token.header(kid: #""k3""#), claims, by: .attacker),
            ], texts: [Self.old, Self.new], values: ["BASE": server.base])
        tokens = forgery.tokens
        try server.answer(ScriptedIssuer.pages("idp", keys: .json(forgery.texts[0]), .json(forgery.texts[1])))
    }

    /// What came of a run.
    private struct Outcome: Equatable {
        let verified: [Bool]
        /// How often keys were asked for, in all runs.
        let fetches: Int

        init(_ verified: [Bool], _ fetches: Int) {
            self.verified = verified
            self.fetches = fetches
        }
    }

    private var options: [String] { ["--issuer", server.base + "/idp", "--audience", "orders", "-o", "json"] }

    private func verify(_ tokens: String...) async throws -> Outcome {
        let run = try await tokenctl.verify(options, tokens.joined(separator: "\n"))
        #expect(run.status == 0 || run.status == 30, "\(run.stderr)")
        let requests = try server.requests
        #expect(requests.count { $0 == "/idp/keys" } * 2 == requests.count)
        return Outcome(try VerificationReport.all(in: run).map(\.verified), requests.count / 2)
    }

    /// Makes what is kept older.
    private func age(_ member: String, by seconds: Int) throws {
        let file = try #require(try tokenctl.keyFiles().keys.first { $0.hasSuffix(".json") })
        let bytes = try #require(try tokenctl.keyFiles()[file])
        var kept = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        kept[member] = try #require(kept[member] as? Int) - seconds
        try tokenctl.configuration.write(JSONSerialization.data(withJSONObject: kept), to: file)
    }

    @Test func `an unknown key is asked for at once, and then not again for five minutes`() async throws {
        #expect(try await verify(tokens[0]) == Outcome([true], 1))
        #expect(try await verify(tokens[0], tokens[0]) == Outcome([true, true], 1))
        #expect(try await verify(tokens[1], tokens[2], tokens[1], tokens[0]) == Outcome([true, false, true, false], 2))
        #expect(try await verify(tokens[2], tokens[2]) == Outcome([false, false], 2))
        try age("refetched_on", by: 290)
        #expect(try await verify(tokens[2]) == Outcome([false], 2))
        try age("refetched_on", by: 20)
        #expect(try await verify(tokens[2], tokens[2]) == Outcome([false, false], 3))
        #expect(try await verify(tokens[2]) == Outcome([false], 3))
    }

    @Test func `keys that were new with an unknown one are not asked for twice`() async throws {
        #expect(try await verify(tokens[2], tokens[2]) == Outcome([false, false], 1))
        #expect(try await verify(tokens[2], tokens[0]) == Outcome([false, true], 1))
    }

    @Test func `a wrong signature by a known key is no reason to ask`() async throws {
        #expect(try await verify(tokens[0]) == Outcome([true], 1))
        let parts = tokens[0].split(separator: ".")
        let other = tokens[2].split(separator: ".")
        #expect(try await verify("\(parts[0]).\(parts[1]).\(other[2])") == Outcome([false], 1))
    }

    @Test func `keys are used for a day, and longer when the issuer is gone`() async throws {
        #expect(try await verify(tokens[0]) == Outcome([true], 1))
        try age("fetched_on", by: 86_390)
        #expect(try await verify(tokens[0]) == Outcome([true], 1))
        try age("fetched_on", by: 20)
        #expect(try await verify(tokens[0], tokens[1]) == Outcome([false, true], 2))
        try age("fetched_on", by: 86_410)
        server.stop()
        let run = try await tokenctl.verify(options, tokens[1])
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stderr.contains("are used"), "\(run.stderr)")
    }
}
