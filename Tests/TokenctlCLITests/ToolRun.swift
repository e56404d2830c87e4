import FakeWorld
import OAuth
import Testing
import World

@testable import TokenctlCLI

/// One run of the whole program in a world of doubles, and what came of it.
struct ToolRun {
    let status: TokenctlCLI.ExitStatus
    let stdout: String
    /// The lines of standard error.
    let stderr: [String]

    init(
        _ arguments: [String], environment: [String: String] = [:], transport: any Transport = Missing(),
        printsOnFailure: Bool = false,
        files: any Files = FakeFiles(), clock: FakeClock = FakeClock(),
        terminal: RecordingTerminal = RecordingTerminal(),
        processes: any Processes = Missing(), keyVaults: any KeyVaults = Missing()
    ) {
        let world = World.fake(
            clock: clock, transport: transport, files: files, terminal: terminal, environment: environment,
            processes: processes, keyVaults: keyVaults)
        status = CommandLineTool.run(arguments, in: world)
        stdout = terminal.output
        stderr = terminal.notes
        if status != .ok {
            #expect(stdout.isEmpty || printsOnFailure, "a failure prints nothing: \(arguments)")
            #expect(!stderr.isEmpty, "a failure says why: \(arguments)")
        }
    }

    var allText: String { stdout + stderr.joined(separator: "\n") }
}

/// A tenant at an Entra-like authority, and what its token endpoint says.
enum Contoso {
    static let tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47"
    static let app = "11112222-bbbb-3333-cccc-4444dddd5555"
    static let endpoint = "https://login.microsoftonline.com/\(tenant)/oauth2/v2.0/token"
    static let cacheFile = "app@login.microsoftonline.com@\(tenant)@\(app).json"
    static let environment = [
        "HOME": "/home/u", "TOKENCTL_TENANT": tenant, "TOKENCTL_CLIENT_ID": app, "TOKENCTL_CLIENT_SECRET": "s3cret",
        "TOKENCTL_SCOPE": "api/.default",
    ]

    static func answer(_ token: String = "t0ken") -> ScriptedTransport.Step {
        .answer(endpoint, #"{"token_type":"Bearer","expires_in":3599,"access_token":"\#(token)"}"#)
    }
}
