import FakeWorld
import JOSE
import Testing
import World

@testable import TokenctlCLI

struct CacheVerifyCommandTests {
    private let tokens: CachedTokens

    init() throws { tokens = try CachedTokens() }

    @Test func `when all is well nothing is said, or that on a terminal`() {
        let run = tokens.run("verify")
        #expect(run.status == .ok)
        #expect(run.allText.isEmpty)
        #expect(tokens.run("verify", "-o", "json").stdout == "{\"schema\":1,\"ok\":true,\"problems\":[]}\n")
        let watched = tokens.run("verify", terminal: RecordingTerminal(isWatched: true))
        #expect(watched.stderr == ["tokenctl: note: the cache is in order"])
    }

    @Test func `one problem is the failure itself`() {
        tokens.cache.show(StoreItem(Contoso.cacheFile, mode: 0o644, size: 1, changedOn: 0))
        let run = tokens.run("verify")
        #expect(run.status == .notVerified)
        #expect(run.stdout.isEmpty)
        #expect(
            run.stderr.first == "tokenctl: the cache is not in order: cache/\(Contoso.cacheFile): "
                + "is open to others: its mode is 644")
        #expect(run.stderr.count == 2)
    }

    @Test func `several problems are lines, and an object for programs`() throws {
        tokens.cache.files["x.json"] = "{"
        tokens.cache.files["y.json"] = "["
        let run = tokens.run("verify")
        #expect(run.status == .notVerified)
        #expect(run.stderr.first?.hasPrefix("tokenctl: cache/x.json: is damaged") == true)
        #expect(run.stderr.contains("tokenctl: the cache is not in order: 2 problems"))
        let report = try JSON(parsing: tokens.run("verify", "-o", "json", isReport: true).stdout)
        #expect(report["ok"] == .bool(false))
        #expect(report["problems"]?.arrayValue?.count == 2)
        let problem = report["problems"]?.arrayValue?.first?.objectValue
        #expect(problem?.members.map(\.name.value) == ["file", "problem", "severity"])
        #expect(problem?["severity"]?.stringValue == "error")
    }

    @Test func `leftovers are no failure, and are in the report`() throws {
        tokens.cache.files["x.json.damaged-1"] = "{"
        let run = tokens.run("verify", "-o", "json")
        #expect(run.status == .ok)
        let report = try JSON(parsing: run.stdout)
        #expect(report["ok"] == .bool(true))
        #expect(report["problems"]?.arrayValue?.first?["severity"]?.stringValue == "note")
    }

    @Test func `names of files cannot pass for lines of one's own`() {
        tokens.cache.files["x\ntokenctl: all is well\u{1B}[2J.json"] = "{"
        let run = tokens.run("verify")
        #expect(run.stderr.count == 2)
        #expect(run.stderr.allSatisfy { !$0.contains("\u{1B}") })
    }

    @Test func `a folder that cannot be looked at is a problem`() {
        tokens.cache.fail(.read, with: StoreError(.failed, "no permission"))
        let run = tokens.run("verify")
        #expect(run.status == .notVerified)
        #expect(run.stderr.first?.contains("no permission") == true)
    }
}
