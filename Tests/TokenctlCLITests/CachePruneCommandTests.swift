import FakeWorld
import Testing
import World

@testable import TokenctlCLI

struct CachePruneCommandTests {
    private let tokens: CachedTokens

    init() throws {
        tokens = try CachedTokens()
        tokens.clock.now += 3600
    }

    private static let lines = [
        "\(Contoso.cacheFile): 1 expired access token, and the file, in which no token is left",
        "user@login.microsoftonline.com@\(CachedTokens.desktop)@\(CachedTokens.home).json: 1 expired access token",
    ]

    @Test func `a dry run says what would go, and leaves it`() {
        let before = tokens.cache.files
        let run = tokens.run("prune", "--dry-run")
        #expect(run.stdout == Self.lines.map { $0 + "\n" }.joined())
        #expect(run.stderr.isEmpty)
        #expect(tokens.cache.files == before)
    }

    @Test func `off a terminal nothing is said`() {
        let run = tokens.run("prune")
        #expect(run.status == .ok)
        #expect(run.allText.isEmpty)
        #expect(tokens.cache.files.count == 2)
    }

    @Test func `on a terminal it is said what went`() {
        let terminal = RecordingTerminal(isWatched: true, width: 500)
        let run = tokens.run("prune", terminal: terminal)
        #expect(run.stdout.isEmpty)
        #expect(run.stderr == Self.lines.map { "tokenctl: note: removed from \($0)" })
        let again = RecordingTerminal(isWatched: true)
        #expect(tokens.run("prune", terminal: again).stderr == ["tokenctl: note: there is nothing to remove"])
    }

    @Test func `what cannot be written is a failure`() {
        tokens.cache.fail(.write, with: StoreError(.failed, "read-only"))
        let run = tokens.run("prune")
        #expect(run.status == .io)
        #expect(run.stderr.first == "tokenctl: warning: the cache cannot be written: read-only")
    }

    @Test func `a folder that cannot be used is a failure`() {
        tokens.cache.fail(.read, with: StoreError(.refused, "link"))
        #expect(tokens.run("prune").status == .io)
    }
}
