import Foundation
import TestSupport
import Testing

/// Hosts that pass for Entra: Entra is asked about them, before anything else is.
@Suite(.requires(PlayedHosts.requirement), .requires(Requirement.tool("python3")))
struct InstanceDiscoveryTests {
    private static let entra = "login.microsoftonline.com"
    private static let own = "login.contoso.example"
    private static let tenant = "c0c0c0c0-0000-4000-8000-000000000001"
    private static let discovery = "https://\(entra)/common/discovery/instance"
    private static let question =
        "\(discovery)?api-version=1.1&authorization_endpoint="
        + "https%3A%2F%2F\(own)%2F\(tenant)%2Foauth2%2Fv2.0%2Fauthorize"
    private static let token = "https://\(own)/\(tenant)/oauth2/v2.0/token"

    private static let unknown = PlayedHosts.Page(
        status: 400,
        body: #"{"error":"invalid_instance","error_description":"AADSTS50049: Unknown or invalid instance."}"#)
    private static let known = PlayedHosts.Page(
        body: #"""
            {"tenant_discovery_endpoint":"https://login.contoso.example/x/v2.0/.well-known/openid-configuration",
             "api-version":"1.1","metadata":[{"preferred_network":"evil.example","preferred_cache":"evil.example",
             "aliases":["login.contoso.example","evil.example"]}]}
            """#)

    /// By a key that nobody has.
    private static let forged =
        "eyJhbGciOiJSUzI1NiIsImtpZCI6ImsifQ.eyJ2ZXIiOiIyLjAifQ." + String(repeating: "A", count: 342)

    private let tokenctl: Tokenctl

    init() throws { tokenctl = try Tokenctl() }

    private func hosts(_ answer: PlayedHosts.Page, _ more: [String: PlayedHosts.Page] = [:]) async throws -> PlayedHosts
    {
        let pages = [
            Self.discovery: answer,
            Self.token: .init(body: #"{"access_token":"t","token_type":"Bearer","expires_in":3600}"#),
        ]
        return try await PlayedHosts([Self.entra, Self.own], pages.merging(more) { $1 })
    }

    private func ask(
        _ hosts: PlayedHosts, _ options: [String] = [], _ variables: [String: String] = [:]
    ) async throws -> ProcessRun {
        try await tokenctl.clientCredentials(
            [
                "--authority", "https://\(Self.own)/\(Self.tenant)", "--client-id", "app", "--client-secret",
                "pass:s3cret-word", "--scope", "api/.default",
            ] + options, environment: hosts.environment.merging(variables) { $1 })
    }

    @Test func `nothing is sent to a host that Entra disowns`() async throws {
        let hosts = try await hosts(Self.unknown)
        let run = try await ask(hosts)
        #expect(run.status == 77, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.contains("invalid_instance") && run.stderr.contains(Self.own), "\(run.stderr)")
        #expect(run.stderr.contains("--no-instance-discovery"), "\(run.stderr)")
        #expect(try hosts.requests.map(\.url) == [Self.question])
        #expect(try hosts.requests.allSatisfy { !$0.body.contains("s3cret-word") })
    }

    @Test func `a host that Entra knows is asked itself, and a cached token asks nobody`() async throws {
        let hosts = try await hosts(Self.known)
        for source in ["network", "cache"] {
            let run = try await ask(hosts, ["-o", "json"])
            #expect(run.status == 0, "\(run.stderr)")
            #expect(run.stdout.contains(#""source":"\#(source)""#), "\(run.stdout)")
        }
        #expect(try hosts.requests.map(\.url) == [Self.question, Self.token], "and no alias that it may name")
    }

    @Test(
        arguments: [
            (["--no-instance-discovery"], [:]), ([], ["TOKENCTL_NO_INSTANCE_DISCOVERY": "1"]),
        ] as [([String], [String: String])])
    func `nobody is asked about a host that the caller answers for`(
        options: [String], variables: [String: String]
    ) async throws {
        let hosts = try await hosts(Self.unknown)
        let run = try await ask(hosts, options, variables)
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout == "t\n")
        #expect(try hosts.requests.map(\.url) == [Self.token])
    }

    @Test(
        arguments: [
            (PlayedHosts.Page(status: 503), 75), (PlayedHosts.Page(status: 404, body: "<html>"), 76),
            (PlayedHosts.Page(body: "{}"), 76), (PlayedHosts.Page(body: "<html>"), 76),
            (PlayedHosts.Page(body: #"{"tenant_discovery_endpoint":null}"#), 76),
            (PlayedHosts.Page(status: 400, body: #"{"error":"invalid_request"}"#), 77),
        ] as [(PlayedHosts.Page, Int32)])
    func `without Entra's word the host is not asked`(answer: PlayedHosts.Page, status: Int32) async throws {
        let hosts = try await hosts(answer)
        let run = try await ask(hosts, ["--timeout", "1"])
        #expect(run.status == status, "\(run.stderr)")
        #expect(run.stderr.contains("cannot find out whether '\(Self.own)' is a host of Entra's"), "\(run.stderr)")
        #expect(run.stderr.contains("--no-instance-discovery"), "\(run.stderr)")
        #expect(try hosts.requests.allSatisfy { $0.url == Self.question })
    }

    @Test(arguments: [
        ["ropc", "--username", "ann@contoso.example", "--password", "pass:s3cret-word", "--scope", "User.Read"],
        ["refresh", "--refresh-token", "pass:s3cret-word", "--scope", "User.Read"],
    ])
    func `other flows and verify send nothing either`(flow: [String]) async throws {
        let hosts = try await hosts(Self.unknown)
        let provider = ["--authority", "https://\(Self.own)", "--tenant", Self.tenant]
        let run = try await tokenctl.run(
            flow + provider + ["--client-id", "app"], environment: hosts.environment)
        #expect(run.status == 77, "\(run.stderr)")
        let forged = try await tokenctl.run(
            ["verify", "--any-audience"] + provider + [Self.forged], environment: hosts.environment)
        #expect(forged.status == 31, "\(forged.stderr)")
        #expect(forged.stderr.contains("invalid_instance"), "\(forged.stderr)")
        #expect(try hosts.requests.map(\.url) == [Self.question, Self.question])
    }

    @Test func `a federated user's domain is looked up once Entra has answered, and it answers once`() async throws {
        let realm = "https://\(Self.own)/common/userrealm/ann%40contoso.example"
        let configuration = "https://\(Self.own)/\(Self.tenant)/v2.0/.well-known/openid-configuration"
        let hosts = try await hosts(
            Self.known,
            [
                realm: .init(body: #"{"account_type":"Managed"}"#),
                configuration: .init(
                    body: #"{"issuer":"https://\#(Self.own)/x/v2.0","token_endpoint":"\#(Self.token)"}"#),
            ])
        let run = try await tokenctl.run(
            [
                "ropc", "--authority", "https://\(Self.own)/\(Self.tenant)", "--client-id", "app", "--username",
                "ann@contoso.example", "--password", "pass:s3cret-word", "--scope", "User.Read",
            ], environment: hosts.environment)
        #expect(run.status == 0, "\(run.stderr)")
        #expect(
            try hosts.requests.map(\.url) == [Self.question, "\(realm)?api-version=1.0", configuration, Self.token])
    }
}
