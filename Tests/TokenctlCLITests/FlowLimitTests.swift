import FakeWorld
import OAuth
import Testing
import World

@testable import TokenctlCLI

/// Authorities that a flow does not take: nothing is asked, and the way out is told.
struct FlowLimitTests {
    private func run(_ arguments: [String]) -> ToolRun {
        ToolRun(
            arguments + ["--client-id", "app", "--scope", "User.Read", "--client-secret", "pass:s"],
            environment: ["HOME": "/home/u"])
    }

    static let refused: [[String]] = [
        ["device-code", "--tenant", "common"],
        ["device-code", "--authority", "https://login.microsoftonline.com/common"],
        ["device-code", "--tenant", "consumers"], ["ropc", "--username", "a@b.example", "--tenant", "common"],
        ["ropc", "--username", "a@b.example", "--tenant", "Consumers"],
        ["client-credentials", "--tenant", "organizations"],
    ]

    @Test(arguments: refused)
    func `a tenant that a flow does not take is a usage error`(arguments: [String]) {
        let run = run(arguments)
        #expect(run.status == .usage, "\(run.stderr)")
        #expect(run.allText.contains("hint: give"), "\(run.stderr)")
    }

    @Test(
        arguments: [
            ("common", "tokenctl auth-code --tenant common"), ("consumers", "tokenctl auth-code --tenant consumers"),
            ("organizations", "tokenctl device-code --tenant organizations"),
            ("contoso.com", "tokenctl device-code --tenant contoso.com"),
        ])
    func `the sign-in that is advised is one that the tenant takes`(tenant: String, command: String) {
        let run = run(["get", "--tenant", tenant])
        #expect(run.status == .interactionRequired, "\(run.stderr)")
        #expect(run.allText.contains("sign in first: \(command)"), "\(run.stderr)")
        let trusting = self.run(["get", "--tenant", tenant, "--no-instance-discovery"])
        #expect(trusting.allText.contains(" --no-instance-discovery"), "\(trusting.stderr)")
    }
}
