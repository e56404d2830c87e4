import Foundation
import TestSupport
import Testing

/// Tokens and keys that libraries of others made: PyJWT and joserfc.
@Suite(.requires(PythonJudge.requirement))
struct PythonTokenTests {
    /// See `Tests/Interop/sign_tokens.py`.
    private struct Signed: Decodable, Sendable {
        let library: String
        let alg: String
        let kid: String
        let token: String
        let key: String
        let jwks: String

        var isMAC: Bool { alg.hasPrefix("HS") }
        var more: [String] { isMAC ? ["--allow-hmac"] : [] }
    }

    private static let signed = Task { try await sign(header, claims) }

    private static func sign(_ header: String, _ claims: String) async throws -> [Signed] {
        let run = try await PythonJudge.run(
            "sign_tokens.py", input: Data(#"{"header":\#(header),"claims":\#(claims)}"#.utf8))
        try #require(run.status == 0, "\(run.stderr)")
        return try JSONDecoder().decode([Signed].self, from: run.outputBytes)
    }

    private static let header = #"{"typ":"at+jwt","cty":"JSON","x":{"y":[1,2.5,null,"é"]},"x5t":"none-such"}"#
    private static let claims = """
        {"iss":"https://idp.example","aud":["billing","orders"],"exp":4102444800.5,"nbf":1500000000,"sub":"süb 日本 😀",\
        "big":123456789012345678901234567890,"half":0.5,"flag":true,"none":null,"empty":[],"object":{"a":{"b":[{}]}},\
        "scope":"read write","roles":["reader","writer"],"":"no name","quote":"a\\"b\\\\c","line":"a\\nb"}
        """

    private let tokenctl: Tokenctl
    private let folder: TemporaryFolder

    init() throws {
        tokenctl = try Tokenctl()
        folder = try TemporaryFolder()
    }

    private func verify(_ options: [String], _ input: String) async throws -> ProcessRun {
        try await tokenctl.run(["verify"] + options, input: input)
    }

    private func file(_ text: String, _ name: String = "key") throws -> String {
        try folder.write(Data(text.utf8), to: name).path(percentEncoded: false)
    }

    private static let algorithms = [
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "HS256", "HS384",
        "HS512",
    ]

    @Test(arguments: ["PyJWT", "joserfc"], algorithms)
    func `a token verifies by its key as a file and as a set, and by no other`(
        library: String, alg: String
    ) async throws {
        let all = try await Self.signed.value
        let signed = try #require(all.first { $0.library == library && $0.alg == alg })
        let other = try #require(all.first { $0.library != library && $0.alg == alg })
        let rules = ["--issuer", "https://idp.example", "--audience", "orders"] + signed.more
        for (option, good, bad) in [("--key", signed.key, other.key), ("--jwks", signed.jwks, other.jwks)] {
            let run = try await verify([option, try file(good)] + rules, signed.token)
            #expect(run.status == 0, "\(option): \(run.stderr)")
            #expect(run.stdout.isEmpty && run.stderr.isEmpty, "\(option): \(run.stdout)\(run.stderr)")
            let refused = try await verify([option, try file(bad)] + rules, signed.token)
            #expect(refused.status == 30, "\(option): \(refused.stderr)")
        }
    }

    @Test func `a shared secret's token is refused where secrets are not allowed`() async throws {
        for signed in try await Self.signed.value where signed.isMAC {
            let run = try await verify(["--jwks", try file(signed.jwks)], signed.token)
            #expect(run.status == 30, "\(signed.alg): \(run.stderr)")
            #expect(run.stderr.contains("shared secret"), "\(run.stderr)")
        }
    }

    private static let kept = [
        "sub=süb 日本 😀", "big=123456789012345678901234567890", "half=0.5", "flag=true", "empty", "scope=write",
        "scope=write read", "roles=writer", "object", "quote=a\"b\\c", "line=a\nb", "aud=billing", "nbf=1500000000",
    ]
    private static let broken = [
        "sub=sub 日本 😀", "big=123456789012345678901234567891", "big=1.2345678901234568e+29", "half=.5", "flag=True",
        "flag=1", "none", "none=null", "empty=", "empty=[]", "scope=writ", "scope=read admin", "roles=reader writer",
        "object=",
        "nothing",
    ]

    @Test(arguments: ["PyJWT", "joserfc"])
    func `unusual claims keep rules, or break them`(library: String) async throws {
        let signed = try #require(try await Self.signed.value.first { $0.library == library && $0.alg == "ES256" })
        let key = ["--jwks", try file(signed.jwks)]
        let good = try await verify(key + Self.kept.flatMap { ["--require", $0] }, signed.token)
        #expect(good.status == 0, "\(good.stderr)")
        let run = try await verify(key + Self.broken.flatMap { ["--require", $0] } + ["-o", "json"], signed.token)
        #expect(run.status == 30, "\(run.stderr)")
        let report = try #require(try VerificationReport.all(in: run).first)
        #expect(report.failures.map(\.check) == Self.broken.map { String($0.prefix { $0 != "=" }) })
    }

    @Test func `claims are printed with all their digits`() async throws {
        for signed in try await Self.signed.value where signed.alg == "EdDSA" {
            let run = try await verify(["--jwks", try file(signed.jwks), "-o", "claims"], signed.token)
            #expect(run.status == 0, "\(run.stderr)")
            #expect(run.stdout.contains("123456789012345678901234567890"), "\(run.stdout)")
            let printed = try JSONSerialization.jsonObject(with: run.outputBytes) as? NSDictionary
            #expect(printed == (try JSONSerialization.jsonObject(with: Data(Self.claims.utf8)) as? NSDictionary))
        }
    }

    @Test func `no token is good with one letter or one byte changed, and each is as it was signed`() async throws {
        let all = try await Self.sign(#"{"typ":"JWT"}"#, #"{"exp":4102444800}"#).filter { $0.library == "joserfc" }
        try await judge(all.filter { !$0.isMAC }, [])
        try await judge(all.filter(\.isMAC), ["--allow-hmac"])
    }

    /// Gives tokens and all that is changed of them to one run.
    private func judge(_ signed: [Signed], _ options: [String]) async throws {
        let sets = try signed.map { try JSONSerialization.jsonObject(with: Data($0.jwks.utf8)) as? [String: [Any]] }
        let set = try JSONSerialization.data(withJSONObject: ["keys": sets.flatMap { $0?["keys"] ?? [] }])
        let changed = signed.map { ChangedTokens(of: $0.token).all }
        let lines = zip(signed, changed).flatMap { [$0.token] + $1 + [$0.token] }
        let path = try folder.write(set, to: "keys").path(percentEncoded: false)
        let run = try await tokenctl.run(
            ["verify", "--jwks", path, "-o", "json"] + options, input: lines.joined(separator: "\n"), timeLimit: 300)
        #expect(run.status == 65)
        let originals = Set(signed.map(\.token))
        let reports = try VerificationReport.all(in: run)
        try #require(reports.count == lines.count)
        #expect(lines.count > 300 * signed.count)
        for (line, report) in zip(lines, reports) where report.verified != originals.contains(line) {
            Issue.record("\(line) is said to be \(report.verified ? "good" : "bad")")
        }
    }
}
