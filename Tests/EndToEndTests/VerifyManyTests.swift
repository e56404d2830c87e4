import Foundation
import TestSupport
import Testing

/// Many tokens at once, and the keys that are kept between runs.
@Suite(.requires(.tool("curl")))
struct VerifyManyTests {
    private let sandbox: Sandbox
    private let tokenctl: Tokenctl
    private let options: [String]

    init() async throws {
        sandbox = try await Sandbox()
        tokenctl = try Tokenctl()
        options = [
            "--authority", sandbox.announcement.base, "--tenant", sandbox.announcement.tenant, "--any-audience",
        ]
    }

    /// The requests for the tenant's configuration and for its keys.
    private func requestCounts() async throws -> [Int] {
        [
            try await sandbox.requestCount("GET", to: "/.well-known/openid-configuration"),
            try await sandbox.requestCount("GET", to: "/keys"),
        ]
    }

    /// Changes a letter in the middle of the last part.
    private func tampered(_ token: String) -> String {
        var letters = Array(token)
        letters[letters.count - 100] = letters[letters.count - 100] == "A" ? "B" : "A"
        return String(letters)
    }

    @Test func `each of many tokens has its report in its place, and the worst gives the status`() async throws {
        let good = try await tokenctl.token(.userOfOrders, at: sandbox).trimmingCharacters(in: .newlines)
        let old = try await tokenctl.token(.appOfBilling, at: sandbox).trimmingCharacters(in: .newlines)
        let graph = try await tokenctl.appToken(for: "https://graph.microsoft.com", at: sandbox)
            .trimmingCharacters(in: .newlines)
        let lines = [
            good, tampered(good), "Authorization: Bearer \(old)", "", graph, "opaque", "{\"access_token\":\"\(good)\"}",
        ]
        let expected: [(line: Int, status: Int32, check: String?)] = [
            (1, 0, nil), (2, 30, "signature"), (3, 0, nil), (5, 31, "signature"), (6, 65, "format"), (7, 0, nil),
        ]
        // One more line each time.
        for count in 1...lines.count {
            let run = try await tokenctl.verify(
                options + ["-o", "json"], lines.prefix(count).joined(separator: "\r\n") + "\n")
            let seen = expected.filter { $0.line <= count }
            #expect(run.status == seen.map(\.status).max(), "\(count) lines: \(run.stderr)")
            let reports = try VerificationReport.all(in: run)
            #expect(reports.map(\.verified) == seen.map { $0.status == 0 }, "\(count) lines")
            #expect(reports.map { $0.failures.first?.check } == seen.map(\.check), "\(count) lines")
        }
        let text = try await tokenctl.verify(options, lines.joined(separator: "\n"))
        #expect(text.stdout.isEmpty)
        let said = text.stderr.split(separator: "\n").map(String.init)
        #expect(said.count == 4, "\(text.stderr)")
        for (line, start) in zip(said, ["line 2: signature: ", "line 5: signature: ", "line 6: format: ", "3 of 6 "]) {
            #expect(line.hasPrefix("tokenctl: \(start)"), "\(line)")
        }
    }

    @Test func `a token may stand in any form, and the claims of many come out only when all are good`() async throws {
        let token = try await tokenctl.token(.appOfOrders, at: sandbox).trimmingCharacters(in: .newlines)
        let folder = try TemporaryFolder()
        let file = try folder.write(Data(token.utf8), to: "token").path(percentEncoded: false)
        for (argument, input) in [
            ([token], ""), (["file:\(file)"], ""), (["-"], token), ([], "\n  \(token)\t\r\n\n"),
            ([], "authorization:  bearer \(token)"),
            ([], "{\n  \"token_type\": \"Bearer\",\n  \"token\": \"\(token)\"\n}\n"),
        ] {
            let run = try await tokenctl.run(["verify"] + options + argument, input: input)
            #expect(run.status == 0, "\(argument) \(input): \(run.stderr)")
        }
        let both = try await tokenctl.verify(options + ["-o", "claims"], "\(token)\n\(token)")
        let lines = both.stdout.split(separator: "\n")
        #expect(lines.count == 2 && lines[0] == lines[1] && lines[0].hasPrefix(#"{"aud":"#), "\(both.stdout)")
        let one = try await tokenctl.verify(options + ["-o", "claims"], "\(token)\n\(tampered(token))")
        #expect(one.status == 30, "\(one.stderr)")
        #expect(one.stdout.isEmpty)
    }

    @Test func `the keys are kept for the next run, from others' eyes, and need no issuer any more`() async throws {
        let tokens = [
            try await tokenctl.token(.userOfOrders, at: sandbox), try await tokenctl.token(.appOfBilling, at: sandbox),
        ]
        let before = try await requestCounts()
        for token in tokens { #expect(try await tokenctl.verify(options, token).status == 0) }
        #expect(try await requestCounts() == before.map { $0 + 2 }, "each version has a configuration of its own")
        for token in tokens { #expect(try await tokenctl.verify(options, token).status == 0) }
        #expect(try await requestCounts() == before.map { $0 + 2 })
        let files = try tokenctl.keyFiles().keys.filter { $0.hasSuffix(".json") }
        #expect(files.count == 2)
        for (name, mode) in files.map({ ($0, 0o600) }) + [("", 0o700), ("keys", 0o700)] {
            let path = tokenctl.configuration.location(of: name)
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == mode, "\(path)")
        }
        sandbox.server.stop()
        for token in tokens {
            #expect(try await tokenctl.verify(options, token).status == 0)
            #expect(try await tokenctl.verify(options, tampered(token)).status == 30)
            for run in [
                try await tokenctl.verify(options + ["--no-cache"], token), try await Tokenctl().verify(options, token),
            ] {
                #expect(run.status == 31, "\(run.stderr)")
                #expect(run.stdout.isEmpty)
                #expect(run.stderr.contains("the issuer's keys cannot be had"), "\(run.stderr)")
            }
        }
    }

    @Test func `keys are asked for again where nothing is to be kept, and files that are damaged are replaced`()
        async throws
    {
        let token = try await tokenctl.token(.userOfOrders, at: sandbox)
        for _ in 1...2 { #expect(try await tokenctl.verify(options + ["--no-cache"], token).status == 0) }
        #expect(try tokenctl.keyFiles().isEmpty)
        let before = try await requestCounts()
        #expect(try await tokenctl.verify(options, token).status == 0)
        let file = try #require(try tokenctl.keyFiles().keys.first { $0.hasSuffix(".json") })
        let content = try #require(try tokenctl.keyFiles()[file])
        for damaged in [Data(), content.prefix(100), Data("{}".utf8), Data(repeating: 0, count: 100)] {
            try tokenctl.configuration.write(damaged, to: file)
            let run = try await tokenctl.verify(options, token)
            #expect(run.status == 0, "\(run.stderr)")
            #expect(try tokenctl.keyFiles()[file] != damaged)
        }
        #expect(try await requestCounts() == before.map { $0 + 5 })
    }

    @Test func `a thousand tokens of one issuer are two requests`() async throws {
        let good = try await tokenctl.token(.userOfOrders, at: sandbox)
        let app = try await tokenctl.token(.appOfOrders, at: sandbox)
        let before = try await requestCounts()
        let run = try await tokenctl.verify(
            options + ["-o", "json"], String(repeating: good + app, count: 500) + tampered(good))
        #expect(run.status == 30)
        let reports = try VerificationReport.all(in: run)
        #expect(reports.count == 1001)
        #expect(reports.count { $0.verified } == 1000)
        #expect(reports.last?.verified == false)
        #expect(try await requestCounts() == before.map { $0 + 1 })
    }

    @Test func `a server that is gone is asked once for a thousand tokens`() async throws {
        let token = try await tokenctl.token(.userOfOrders, at: sandbox)
        sandbox.server.stop()
        let run = try await tokenctl.verify(options + ["-o", "json"], String(repeating: token, count: 1000))
        #expect(run.status == 31)
        let reports = try VerificationReport.all(in: run)
        #expect(reports.count == 1000)
        #expect(reports.allSatisfy { !$0.verified && $0.failures.map(\.check) == ["keys"] })
    }
}
