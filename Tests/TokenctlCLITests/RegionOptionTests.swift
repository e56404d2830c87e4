import FakeWorld
import Testing
import World

@testable import TokenctlCLI

/// `--region`, and the variables for it.
struct RegionOptionTests {
    private static func regional(_ region: String) -> ScriptedTransport.Step {
        .answer(
            "https://\(region).login.microsoft.com/\(Contoso.tenant)/oauth2/v2.0/token",
            #"{"token_type":"Bearer","expires_in":3599,"access_token":"t0ken"}"#)
    }

    static let sources: [(arguments: [String], environment: [String: String], region: String)] = [
        (["--region", "westus2"], [:], "westus2"), ([], ["TOKENCTL_REGION": "WestUS"], "westus"),
        ([], ["AZURE_REGIONAL_AUTHORITY_NAME": "eastus"], "eastus"), ([], ["MSAL_FORCE_REGION": "eastus2"], "eastus2"),
        (["--region", "a1"], ["TOKENCTL_REGION": "b1", "MSAL_FORCE_REGION": "no/region"], "a1"),
        ([], ["TOKENCTL_REGION": "b1", "AZURE_REGIONAL_AUTHORITY_NAME": "c1", "MSAL_FORCE_REGION": "d1"], "b1"),
        ([], ["AZURE_REGIONAL_AUTHORITY_NAME": "c1", "MSAL_FORCE_REGION": "d1", "REGION_NAME": "e1"], "c1"),
        ([], ["TOKENCTL_REGION": "", "MSAL_FORCE_REGION": "d1", "REGION_NAME": "e1"], "d1"),
        (["--region", "auto"], ["MSAL_FORCE_REGION": "d1", "REGION_NAME": "E 1"], "e1"),
        ([], ["AZURE_REGIONAL_AUTHORITY_NAME": "AutoDiscoverRegion", "REGION_NAME": "e1"], "e1"),
        ([], ["MSAL_FORCE_REGION": "TryAutoDetect", "REGION_NAME": "e1"], "e1"),
    ]

    @Test(arguments: sources)
    func `the option comes first, then the variables in their order`(
        arguments: [String], environment: [String: String], region: String
    ) {
        let run = ToolRun(
            ["client-credentials"] + arguments, environment: Contoso.environment.merging(environment) { $1 },
            transport: ScriptedTransport(Self.regional(region)))
        #expect(run.stdout == "t0ken\n", "\(run.stderr)")
        #expect(run.stderr.isEmpty)
    }

    @Test func `REGION_NAME alone is no wish for a region`() {
        let run = ToolRun(
            ["client-credentials"], environment: Contoso.environment.merging(["REGION_NAME": "e1"]) { $1 },
            transport: ScriptedTransport(Contoso.answer()))
        #expect(run.stdout == "t0ken\n")
    }

    @Test(arguments: [["--region", "none"], ["--region", "DisableMsalForceRegion"]])
    func `an environment's region can be turned off`(arguments: [String]) {
        let run = ToolRun(
            ["client-credentials"] + arguments,
            environment: Contoso.environment.merging(["MSAL_FORCE_REGION": "d1"]) { $1 },
            transport: ScriptedTransport(Contoso.answer()))
        #expect(run.stdout == "t0ken\n", "\(run.stderr)")
        let elsewhere = ToolRun(
            ["client-credentials", "--authority", "https://login.example.com", "--no-instance-discovery"] + arguments,
            environment: Contoso.environment,
            transport: ScriptedTransport(
                .answer("https://login.example.com/\(Contoso.tenant)/oauth2/v2.0/token", #"{"access_token":"t0ken"}"#)))
        #expect(elsewhere.stdout == "t0ken\n", "\(elsewhere.stderr)")
    }

    @Test(arguments: [
        ([], ["--region", "westus2"]), (["--region", "westus2"], []), (["--region", "a1"], ["--region", "auto"]),
    ])
    func `a cached token is found with and without a region, and nobody is asked for the region`(
        first: [String], second: [String]
    ) {
        let files = FakeFiles()
        let step = first.last.map(Self.regional) ?? Contoso.answer()
        _ = ToolRun(
            ["client-credentials"] + first, environment: Contoso.environment, transport: ScriptedTransport(step),
            files: files)
        #expect(files.store.files.keys.sorted() == [Contoso.cacheFile])
        let run = ToolRun(["client-credentials"] + second, environment: Contoso.environment, files: files)
        #expect(run.stdout == "t0ken\n", "\(run.stderr)")
    }

    static let refusals: [(arguments: [String], environment: [String: String], word: String)] = [
        (["--region", "evil.example/"], [:], "--region"), (["--region", ""], [:], "--region"),
        ([], ["TOKENCTL_REGION": "west us"], "TOKENCTL_REGION"), ([], ["MSAL_FORCE_REGION": "1"], "MSAL_FORCE_REGION"),
        ([], ["AZURE_REGIONAL_AUTHORITY_NAME": "a.b"], "AZURE_REGIONAL_AUTHORITY_NAME"),
        (["--region", "westus2", "--authority", "https://login.example.com"], [:], "login.example.com"),
        (
            ["--region", "auto", "--authority", "https://sts.contoso.com/adfs", "--tenant", "adfs"], [:],
            "sts.contoso.com"
        ),
        (
            ["--region", "westus2", "--authority", "https://eastus.login.microsoft.com"], [:],
            "global hosts of its clouds, not for 'https://eastus.login.microsoft.com/"
        ),
        (
            ["--region", "westus2", "--authority", "https://login.microsoftonline.com/tfp/\(Contoso.tenant)/p"], [:],
            "not for 'https://login.microsoftonline.com/tfp/"
        ),
        (["--region", "westus2", "--issuer", "https://idp.example"], [:], "idp.example"),
        (["--region", "westus2", "--issuer", "http://169.254.169.254"], [:], "https://"),
        (["--authority", "http://169.254.169.254"], [:], "https://"),
    ]

    @Test(arguments: refusals)
    func `what is no region, and who has none, is told before anything is sent`(
        arguments: [String], environment: [String: String], word: String
    ) {
        let run = ToolRun(
            ["client-credentials"] + arguments, environment: Contoso.environment.merging(environment) { $1 })
        #expect(run.status == .usage)
        #expect(run.stderr.joined().contains(word), "\(run.stderr)")
    }

    @Test func `a region in the environment is none of another provider's business`() {
        let run = ToolRun(
            ["client-credentials", "--authority", "https://login.example.com", "--no-instance-discovery"],
            environment: Contoso.environment.merging(["MSAL_FORCE_REGION": "westus2"]) { $1 },
            transport: ScriptedTransport(
                .answer("https://login.example.com/\(Contoso.tenant)/oauth2/v2.0/token", #"{"access_token":"t0ken"}"#)))
        #expect(run.stdout == "t0ken\n", "\(run.stderr)")
    }

    @Test func `what was found is told to those who ask for more`() {
        let run = ToolRun(
            ["client-credentials", "--region", "auto", "-v"],
            environment: Contoso.environment.merging(["REGION_NAME": "no/region"]) { $1 },
            transport: ScriptedTransport(Contoso.answer()))
        #expect(run.stdout == "t0ken\n")
        #expect(run.stderr.first?.contains("REGION_NAME") == true, "\(run.stderr)")
    }
}
