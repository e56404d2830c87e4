import Foundation
import TestSupport
import Testing

/// What asks nobody: the system calls tell, by strace(1).
@Suite(.requires(.tool("strace")), .requires(PythonJudge.requirement))
struct OfflineTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// The system calls about the network that a run makes.
    private func networkCalls(_ arguments: [String], input: String, status: Int32) async throws -> String {
        let log = folder.location(of: "calls")
        let run = try await ProcessRun.of(
            try #require(Requirement.path(ofTool: "strace")),
            ["-f", "-qq", "-e", "trace=%network,execve", "-o", log, BuiltProduct.tokenctl] + arguments,
            environment: Tokenctl().variables, input: Data(input.utf8))
        #expect(run.status == status, "\(run.stderr)")
        let calls = try String(contentsOfFile: log, encoding: .utf8)
        try #require(calls.contains("execve("), "nothing was traced: \(calls)")
        return calls
    }

    @Test func `decode, and verify with keys that were given, open no socket`() async throws {
        let forged = try await Forgery.make(
            .init(Forgery.Token.header(#","jku":"http://127.0.0.1:1/keys""#), Forgery.Token.claims()))
        let keys = try folder.write(Data(forged.keySet.utf8), to: "keys").path(percentEncoded: false)
        let issuer = ["--issuer", "http://127.0.0.1:1", "--audience", "orders"]
        for (arguments, status) in [
            (["decode"], 0), (["verify", "--jwks", keys], 0), (["verify", "--jwks", keys] + issuer, 30),
            (["verify", "--jwks", keys, "--signature-only"], 0),
        ] as [([String], Int32)] {
            let calls = try await networkCalls(arguments, input: forged.token, status: status)
            #expect(!calls.contains("socket("), "\(arguments): \(calls)")
        }
        let calls = try await networkCalls(["verify"] + issuer, input: forged.token, status: 31)
        #expect(calls.contains("socket("), "a request is not seen either")
    }
}
