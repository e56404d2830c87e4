import FakeWorld
import Testing
import World

@testable import TokenctlCLI

struct CachePathCommandTests {
    static let places: [(arguments: [String], environment: [String: String], path: String)] = [
        ([], ["HOME": "/home/u"], "/home/u/.config/tokenctl/cache"),
        ([], ["HOME": "/home/u", "XDG_CONFIG_HOME": "/x"], "/x/tokenctl/cache"),
        ([], ["HOME": "/home/u", "TOKENCTL_CONFIG_DIR": "/t"], "/t/cache"),
        (["--config-dir", "/d"], ["TOKENCTL_CONFIG_DIR": "/t"], "/d/cache"),
    ]

    @Test(arguments: places)
    func `the folder is the one that flows use`(arguments: [String], environment: [String: String], path: String) {
        #expect(ToolRun(["cache", "path"] + arguments, environment: environment).stdout == path + "\n")
    }

    @Test func `without a home the way out is told`() {
        let run = ToolRun(["cache", "path"])
        #expect(run.status == .noInput)
        #expect(run.stderr.last?.contains("--config-dir") == true)
    }
}
