import FakeWorld
import Testing
import World

@testable import TokenctlCLI

struct CacheClearCommandTests {
    private let tokens: CachedTokens

    init() throws {
        tokens = try CachedTokens()
        tokens.keys.files = ["idp@1.json": "{}"]
    }

    @Test func `all goes without a question where that is wanted`() {
        let run = tokens.run("clear", "--yes")
        #expect(run.status == .ok)
        #expect(run.allText.isEmpty)
        #expect(tokens.cache.files.isEmpty)
        #expect(tokens.keys.files.isEmpty)
    }

    @Test func `the client id of flows in the environment narrows nothing`() {
        let run = ToolRun(
            ["cache", "clear", "--yes"], environment: ["HOME": "/home/u", "TOKENCTL_CLIENT_ID": Contoso.app],
            files: FakeFiles(store: tokens.cache), clock: tokens.clock)
        #expect(run.status == .ok)
        #expect(tokens.cache.files.isEmpty)
    }

    @Test(arguments: ["y", "Y", "yes"])
    func `a person is asked, and says yes`(answer: String) {
        let terminal = RecordingTerminal(isWatched: true, answer: answer)
        #expect(tokens.run("clear", terminal: terminal).status == .ok)
        #expect(terminal.prompts == ["Remove 4 tokens of 1 account? [y/N] "])
        #expect(tokens.cache.files.isEmpty)
    }

    @Test(arguments: ["", "n", "no", "yy"])
    func `anything else is no`(answer: String) {
        let before = tokens.cache.files
        let run = tokens.run("clear", terminal: RecordingTerminal(isWatched: true, answer: answer))
        #expect(run.status == .denied)
        #expect(tokens.cache.files == before)
    }

    @Test(arguments: [[], ["--non-interactive"]])
    func `where nobody can be asked it has to be said`(arguments: [String]) {
        let before = tokens.cache.files
        let terminal = arguments.isEmpty ? RecordingTerminal() : RecordingTerminal(isWatched: true, answer: "y")
        let run =
            arguments.isEmpty
            ? tokens.run("clear", terminal: terminal) : tokens.run("clear", arguments[0], terminal: terminal)
        #expect(run.status == .usage)
        #expect(run.stderr.last?.contains("--yes") == true)
        #expect(terminal.prompts.isEmpty)
        #expect(tokens.cache.files == before)
    }

    @Test func `one app's tokens go, and the keys stay`() {
        let terminal = RecordingTerminal(isWatched: true, answer: "y")
        #expect(tokens.run("clear", "--client-id", Contoso.app, terminal: terminal).status == .ok)
        #expect(terminal.prompts == ["Remove 1 token of 0 accounts? [y/N] "])
        #expect(tokens.cache.files.count == 2)
        #expect(!tokens.cache.files.keys.contains(Contoso.cacheFile))
        #expect(tokens.keys.files.count == 1)
    }

    @Test func `what stays is a failure`() {
        tokens.cache.fail(.write, with: StoreError(.failed, "read-only"))
        let run = tokens.run("clear", "--yes")
        #expect(run.status == .io)
    }
}
