import Foundation
import TestSupport
import Testing

/// Regions of Azure: a provider with TLS under the names of Entra's hosts, and a metadata service beside it.
@Suite(.requires(TLSFront.requirement), .requires(OddProvider.requirement), .requires(ScriptedIssuer.requirement))
struct RegionTests {
    private static let tenant = "c0c0c0c0-0000-4000-8000-000000000001"
    private static let question = "/metadata/instance/compute?api-version=2021-02-01"
    private static let hosts = [
        "login.microsoftonline.com", "westus2.login.microsoft.com", "login.microsoftonline.us",
        "usgovvirginia.login.microsoftonline.us",
    ]

    private let tokenctl: Tokenctl
    private let provider: OddProvider
    private let front: TLSFront
    private let proxy: ConnectProxy
    private let metadata: ScriptedIssuer

    init() async throws {
        tokenctl = try Tokenctl()
        provider = try await OddProvider()
        front = try await TLSFront(to: provider.announcement.port, names: Self.hosts)
        proxy = try await ConnectProxy(
            standIns: Dictionary(
                uniqueKeysWithValues: Self.hosts.map { [port = front.announcement.port] in ("\($0):443", port) }))
        metadata = try await ScriptedIssuer()
    }

    private func ask(_ options: [String], environment: [String: String] = [:]) async throws -> ProcessRun {
        try await tokenctl.clientCredentials(
            [
                "--tenant", Self.tenant, "--client-id", "app", "--client-secret", "pass:s", "--scope", "api/.default",
                "--ca-file", front.announcement.ca,
            ] + options,
            environment: [
                "HTTPS_PROXY": proxy.url, "http_proxy": proxy.url, "AZURE_POD_IDENTITY_AUTHORITY_HOST": metadata.base,
            ].merging(environment) { $1 })
    }

    /// The hosts that the requests for tokens were for.
    private func askedHosts() throws -> [String?] { try provider.requests.map { $0.headers["host"] } }

    @Test(arguments: [
        (["--region", "westus2"], [:], "westus2.login.microsoft.com"),
        (["--region", "USGovVirginia", "--cloud", "usgov"], [:], "usgovvirginia.login.microsoftonline.us"),
        ([], ["MSAL_FORCE_REGION": "westus2"], "westus2.login.microsoft.com"),
        (["--region", "auto"], ["REGION_NAME": "West US 2"], "westus2.login.microsoft.com"),
        ([], [:], "login.microsoftonline.com"),
    ])
    func `the region's own host gets the request, and the token is cached as anyone's`(
        options: [String], environment: [String: String], host: String
    ) async throws {
        let run = try await ask(options, environment: environment)
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout == "an-opaque-token\n")
        #expect(run.stderr.isEmpty)
        #expect(try proxy.targets == ["\(host):443"])
        #expect(try askedHosts() == [host])
        #expect(try metadata.requests.isEmpty)
        let cloud = options.contains("usgov") ? ["--cloud", "usgov"] : []
        for others in [[], ["--region", "eastus"], ["--region", "auto"]] {
            #expect(try await ask(cloud + others).stdout == "an-opaque-token\n")
        }
        #expect(try askedHosts() == [host])
        let names = try tokenctl.cacheFiles().keys
        #expect(names.count == 1 && !names.contains { $0.contains("westus2") || $0.contains("virginia") }, "\(names)")
    }

    @Test func `a virtual machine's region is found, without the proxy`() async throws {
        try metadata.answer([Self.question: [.json(#"{"location":"westus2"}"#)]])
        let run = try await ask(["--region", "auto", "-v"])
        #expect(run.stdout == "an-opaque-token\n")
        #expect(run.stderr.contains("the region is westus2, by \(metadata.base)"), "\(run.stderr)")
        #expect(try metadata.requests == [Self.question])
        #expect(try proxy.targets == ["westus2.login.microsoft.com:443"])
    }

    @Test(arguments: [
        .json(#"{"location":"evil.example/x?"}"#), .json("westus2"), ScriptedIssuer.Page(status: 500),
        ScriptedIssuer.Page(status: 302, headers: ["Location": "@BASE@/elsewhere"]), ScriptedIssuer.Page(status: 0),
        ScriptedIssuer.Page(body: #"{"location":"westus2"}                "#, copies: 100_000),
    ])
    func `a metadata service that is of no use costs a remark and two seconds at most`(
        page: ScriptedIssuer.Page
    ) async throws {
        try metadata.answer([Self.question: [page]])
        let started = ContinuousClock.now
        let run = try await ask(["--region", "auto"])
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout == "an-opaque-token\n")
        #expect(run.stderr.isEmpty)
        #expect(ContinuousClock.now - started < .seconds(10))
        #expect(try metadata.requests == [Self.question])
        #expect(try askedHosts() == ["login.microsoftonline.com"])
        let remarked = try await ask(["--region", "auto", "-v", "--force-refresh"])
        #expect(remarked.stderr.contains("the global endpoint is asked"), "\(remarked.stderr)")
    }

    @Test func `no metadata service at all is no failure either`() async throws {
        metadata.stop()
        let run = try await ask(["--region", "auto", "-v"])
        #expect(run.stdout == "an-opaque-token\n")
        #expect(run.stderr.contains("the global endpoint is asked"), "\(run.stderr)")
    }
}
