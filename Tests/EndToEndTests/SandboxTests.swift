import Foundation
import TestSupport
import Testing

/// The sandbox as the libraries of others see it, and what they and tokenctl make of one cache.
@Suite(.requires(PythonJudge.requirement), .requires(TLSFront.requirement), .requires(.tool("curl")))
struct SandboxTests {
    private let sandbox: Sandbox
    private let front: TLSFront
    private let tokenctl: Tokenctl

    init() async throws {
        sandbox = try await Sandbox()
        front = try await TLSFront(to: sandbox.announcement.port)
        tokenctl = try Tokenctl()
    }

    /// The input of `msal_client_credentials.py`.
    private func msalCase(_ credential: String, cache: String? = nil) -> [String: String?] {
        [
            "authority": "\(front.announcement.base)/\(sandbox.announcement.tenant)", "ca": front.announcement.ca,
            "client_id": sandbox.announcement.clientID, "scope": sandbox.announcement.scope, "credential": credential,
            "secret": sandbox.announcement.clientSecret, "pem": sandbox.announcement.certificates.rsa, "cache": cache,
        ].filter { $0.value != nil }
    }

    /// What msal makes of an answer; a part of it.
    private struct Result: Decodable {
        let accessToken: String
        let tokenSource: String

        enum CodingKeys: String, CodingKey {
            case accessToken = "access_token"
            case tokenSource = "token_source"
        }
    }

    /// tokenctl's token from the sandbox behind TLS.
    private func token() async throws -> String {
        let run = try await tokenctl.clientCredentials(
            sandbox.options(base: front.announcement.base) + [
                "--ca-file", front.announcement.ca, "--scope", sandbox.announcement.scope, "--client-secret", "stdin",
            ], input: sandbox.announcement.clientSecret)
        #expect(run.status == 0, "\(run.stderr)")
        return run.stdout.trimmingCharacters(in: .newlines)
    }

    @Test(arguments: ["secret", "sha256", "sha1", "assertion"])
    func `msal gets an app token`(credential: String) async throws {
        let run = try await PythonJudge.run("msal_client_credentials.py", msalCase(credential))
        #expect(run.status == 0, "\(run.stdout)\(run.stderr)")
        let result = try JSONDecoder().decode(Result.self, from: run.outputBytes)
        #expect(result.tokenSource == "identity_provider")
        #expect(try await sandbox.tokenRequestCount() == 1)
    }

    /// The APIs that want tokens of version 1 and of version 2: their issuers and audiences differ.
    @Test(arguments: [
        ("api://orders", "a2a2a2a2-0000-4000-8000-000000000001", "/v2.0"), ("api://billing", "api://billing", ""),
    ])
    func `PyJWT verifies the access tokens`(resource: String, audience: String, version: String) async throws {
        let run = try await tokenctl.clientCredentials(
            sandbox.options() + ["--scope", "\(resource)/.default", "--client-secret", "stdin"],
            input: sandbox.announcement.clientSecret)
        #expect(run.status == 0, "\(run.stderr)")
        let discovery =
            "\(sandbox.announcement.base)/\(sandbox.announcement.tenant)\(version)/.well-known/openid-configuration"
        let verdict = try await PythonJudge.run(
            "verify_access_token.py", [discovery, audience], input: run.outputBytes)
        #expect(verdict.status == 0, "\(verdict.stderr)")
    }

    @Test func `msal takes tokenctl's token from tokenctl's cache`() async throws {
        let token = try await token()
        let files = try tokenctl.cacheFiles()
        let file = try #require(files.keys.first)
        #expect(files.count == 1)
        let path = tokenctl.configuration.url.appending(path: file).path(percentEncoded: false)
        let requests = try await sandbox.tokenRequestCount()
        #expect(requests == 1)
        let run = try await PythonJudge.run("msal_client_credentials.py", msalCase("secret", cache: path))
        #expect(run.status == 0, "\(run.stdout)\(run.stderr)")
        let result = try JSONDecoder().decode(Result.self, from: run.outputBytes)
        #expect(result.tokenSource == "cache")
        #expect(result.accessToken == token)
        #expect(try await sandbox.tokenRequestCount() == requests)
    }
}
