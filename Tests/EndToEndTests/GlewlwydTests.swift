import Foundation
import TestSupport
import Testing

/// Tokens from an OpenID provider that is not of this project.
@Suite(.requires(Glewlwyd.requirement))
struct GlewlwydTests {
    private let tokenctl: Tokenctl

    init() throws { tokenctl = try Tokenctl() }

    /// The options of each way to prove which client asks.
    ///
    /// The two that share a client ask for different scopes: neither's token is the other's.
    private static func clients(of glewlwyd: Glewlwyd) -> [[String]] {
        let rsa = glewlwyd.announcement.client
        let ec = glewlwyd.announcement.clientEC
        let certificate = ["--certificate", rsa.certificate, "--certificate-key", rsa.key]
        return [
            ["--client-id", "svc-basic", "--client-secret", "pass:basic-secret"],
            ["--client-id", "svc-post", "--client-secret", "pass:post-secret", "--auth-method", "client_secret_post"],
            ["--client-id", "svc-rsa"] + certificate,
            ["--client-id", "svc-rsa", "--assertion-alg", "PS256", "--scope", "api.write"] + certificate,
            ["--client-id", "svc-ec", "--certificate", ec.certificate, "--certificate-key", ec.key],
            ["--client-id", "svc-jwks", "--certificate-key", ec.key, "--assertion-kid", "client-ec-1"],
        ]
    }

    /// Where no option says otherwise.
    private static let scope = ["TOKENCTL_SCOPE": "api.read"]

    @Test(arguments: [false, true])
    func `every kind of client gets a token, and from the cache when the provider is gone`(tls: Bool) async throws {
        let glewlwyd = try await Glewlwyd(tls: tls)
        var tokens: [[String]: String] = [:]
        for client in Self.clients(of: glewlwyd) {
            let options = glewlwyd.options + client
            let run = try await tokenctl.clientCredentials(options, environment: Self.scope)
            #expect(run.status == 0, "\(client): \(run.stderr)")
            #expect(run.stdout.split(separator: ".").count == 3, "\(client)")
            tokens[options] = run.stdout
        }
        #expect(Set(tokens.values).count == Self.clients(of: glewlwyd).count)
        glewlwyd.server.stop()
        for (options, token) in tokens {
            let run = try await tokenctl.clientCredentials(options, environment: Self.scope)
            #expect(run.status == 0, "\(options): \(run.stderr)")
            #expect(run.stdout == token, "\(options)")
        }
    }

    @Test(arguments: [
        ["--client-id", "svc-basic", "--client-secret", "pass:wrong"],
        ["--client-id", "nobody", "--client-secret", "pass:basic-secret"],
    ])
    func `a client that the provider refuses is told so, and stdout stays empty`(client: [String]) async throws {
        let glewlwyd = try await Glewlwyd(tls: false)
        let run = try await tokenctl.clientCredentials(glewlwyd.options + client, environment: Self.scope)
        #expect(run.status == 22, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
        #expect(try tokenctl.files().values.allSatisfy { !$0.contains("access_token") })
    }

    @Test func `a key that is not the registered one is refused`() async throws {
        let glewlwyd = try await Glewlwyd(tls: false)
        let rsa = glewlwyd.announcement.client
        let run = try await tokenctl.clientCredentials(
            glewlwyd.options + [
                "--client-id", "svc-ec", "--certificate", rsa.certificate, "--certificate-key", rsa.key,
            ], environment: Self.scope)
        #expect(run.status == 22, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
    }

    @Test func `without the authority's certificate the untrusted issuer is named`() async throws {
        let glewlwyd = try await Glewlwyd(tls: true)
        let run = try await tokenctl.clientCredentials([
            "--issuer", glewlwyd.announcement.issuer, "--client-id", "svc-basic", "--client-secret",
            "pass:basic-secret",
        ])
        #expect(run.status == 69)
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.contains("tokenctl test CA"), "\(run.stderr)")
        #expect(run.stderr.contains("--ca-file"), "\(run.stderr)")
    }
}
