import FakeWorld
import OAuth
import Testing
import World

@testable import TokenctlCLI

/// Authorities that a flow does not take: nothing is asked, and the way out is told.
struct FlowLimitTests {
    private func run(_ arguments: [String], _ transport: any Transport = Missing()) -> ToolRun {
        ToolRun(
            arguments + ["--client-id", "app", "--scope", "User.Read", "--client-secret", "pass:s"],
            environment: ["HOME": "/home/u"], transport: transport)
    }

    static let refused: [[String]] = [
        ["device-code", "--tenant", "common"],
        ["device-code", "--authority", "https://login.microsoftonline.com/common"],
        ["device-code", "--tenant", "consumers"], ["ropc", "--username", "a@b.example", "--tenant", "common"],
        ["ropc", "--username", "a@b.example", "--tenant", "Consumers"],
        ["client-credentials", "--tenant", "organizations"], ["iwa", "--tenant", "common"],
        ["iwa", "--authority", "https://fs.contoso.com/adfs"], ["iwa", "--issuer", "https://idp.example"],
        ["device-code", "--authority", "https://contoso.b2clogin.com/contoso/b2c_1_a"],
    ]

    @Test(arguments: refused)
    func `a tenant that a flow does not take is a usage error`(arguments: [String]) {
        let run = run(arguments)
        #expect(run.status == .usage, "\(run.stderr)")
        #expect(run.allText.contains("hint: "), "\(run.stderr)")
    }

    static let followed: [(command: String, tenant: String, asked: String)] = [
        ("device-code", "organizations", "organizations/v2.0/.well-known/openid-configuration"),
        ("client-credentials", Contoso.tenant, "\(Contoso.tenant)/oauth2/v2.0/token"),
    ]

    @Test(arguments: followed)
    func `with what the hint says behind the same command, that tenant is asked`(
        command: String, tenant: String, asked: String
    ) {
        let authority = "https://login.microsoftonline.com"
        let transport = ScriptedTransport(.failure("\(authority)/\(asked)", Failure(.unavailable, "no route")))
        let run = run([command, "--authority", "\(authority)/common", "--tenant", tenant], transport)
        #expect(run.status == .unavailable, "\(run.stderr)")
        #expect(transport.isExhausted)
    }

    @Test func `at B2C the sign-in that is advised is in a browser`() {
        let run = run(["get", "--authority", "https://contoso.b2clogin.com/contoso/b2c_1_a"])
        #expect(run.allText.contains("sign in first: tokenctl auth-code --authority"), "\(run.stderr)")
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
