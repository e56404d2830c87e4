import Foundation
import TestSupport
import Testing

/// Tokens that bring the key along, or say where it is.
@Suite(.requires(PythonJudge.requirement))
struct BroughtKeyTests {
    private static let jwk = #"{"kty":"RSA","kid":"a1","n":"@ATTACKER_N@","e":"AQAB"}"#
    private static let headers = [
        #""jwk":\#(jwk)"#, #""jku":"@BASE@/trap""#, #""x5u":"@BASE@/trap""#, #""x5c":["@X5C@"]"#,
        #""jwk":\#(jwk),"jku":"@BASE@/trap","x5u":"@BASE@/trap","x5c":["@X5C@"]"#, #""kid":"@BASE@/trap""#,
        #""jku":"@BASE@/good/keys#@BASE@/trap""#,
    ]
    private static let kids = ["", #","kid":"k1""#, #","kid":"a1""#]

    @Test func `the keys that tokens bring along are neither used nor fetched`() async throws {
        let server = try await ScriptedIssuer()
        let headers = Self.headers.flatMap { header in
            Self.kids.filter { $0.isEmpty || !header.contains(#""kid":"@"#) }.map {
                #"{"alg":"RS256",\#(header)\#($0)}"#
            }
        }
        let claims = Forgery.Token.claims(iss: #""@BASE@/good""#)
        let isGenuine = headers.map { !$0.contains(#""a1"}"#) && !$0.contains(#""kid":"@"#) }
        let forgery = try await Forgery.make(
            headers.flatMap { [.init($0, claims, by: .attacker), .init($0, claims)] },
            texts: [Forgery.keySet, "@PEM@", #"{"keys":[\#(Self.jwk)]}"#], values: ["BASE": server.base])
        try server.answer(
            ScriptedIssuer.pages("good", keys: .json(forgery.texts[0])).merging(
                ["/trap": [.json(forgery.texts[2])]]) { $1 })
        let folder = try TemporaryFolder()
        let set = try folder.write(Data(forgery.texts[0].utf8), to: "set").path(percentEncoded: false)
        let key = try folder.write(Data(forgery.texts[1].utf8), to: "key").path(percentEncoded: false)
        let tokenctl = try Tokenctl()
        for keys in [["--key", key], ["--jwks", set], []] {
            let options = ["--issuer", server.base + "/good", "--audience", "orders", "-o", "json"] + keys
            let run = try await tokenctl.verify(options, forgery.tokens.joined(separator: "\n"))
            #expect(run.status == 30, "\(run.stderr)")
            let reports = try VerificationReport.all(in: run)
            // With one key given, its name does not count.
            let expected = isGenuine.flatMap { [false, $0 || keys.first == "--key"] }
            #expect(reports.map(\.verified) == expected, "\(keys): \(run.stderr)")
        }
        #expect(Set(try server.requests) == ["/good/.well-known/openid-configuration", "/good/keys"])
        let attackers = try await ProcessRun.of(
            #require(Requirement.path(ofTool: "curl")), ["-sS", "--fail", server.base + "/trap"])
        #expect(attackers.status == 0)
        #expect(try server.requests.last == "/trap", "the trap is not set")
    }

    @Test func `what no key can mend asks for none`() async throws {
        let server = try await ScriptedIssuer()
        let claims = Forgery.Token.claims(iss: #""@BASE@/good""#)
        let forgery = try await Forgery.make(
            [
                .init(#"{"alg":"none","kid":"k1"}"#, claims, by: .nobody),
                .init(#"{"alg":"HS256"}"#, claims, by: .macPEM),
                .init(Forgery.Token.header(), claims, by: .nobody),
                .init(Forgery.Token.header(#","crit":["x"]"#), claims),
            ], values: ["BASE": server.base])
        for token in forgery.tokens {
            let run = try await Tokenctl().verify(["--issuer", server.base + "/good", "--audience", "orders"], token)
            #expect(run.status == 30, "\(run.stderr)")
            #expect(run.stdout.isEmpty)
        }
        #expect(try server.requests.isEmpty)
    }
}
