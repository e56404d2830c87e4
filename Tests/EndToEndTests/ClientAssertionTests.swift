import Foundation
import TestSupport
import Testing

/// The assertions that tokenctl signs, as they arrive at a provider, judged by PyJWT and joserfc.
@Suite(.requires(PythonJudge.requirement), .requires(OddProvider.requirement), .requires(.tool("openssl")))
struct ClientAssertionTests {
    private let tokenctl: Tokenctl
    private let keys: TemporaryFolder

    init() throws {
        tokenctl = try Tokenctl()
        keys = try TemporaryFolder()
    }

    /// What an assertion is to be: the input of `verify_assertion.py`.
    private struct Case: Encodable {
        let assertion: String
        let certificate: String
        let alg: String
        let thumbprint: String
        let hasChain: Bool
        let audience: String
        let clientID = "a1a1a1a1-0000-4000-8000-000000000001"
        let sentAt = Int(Date().timeIntervalSince1970)

        enum CodingKeys: String, CodingKey {
            case assertion, certificate, alg, thumbprint, audience
            case hasChain = "has_chain"
            case clientID = "client_id"
            case sentAt = "sent_at"
        }
    }

    /// Makes a key and its self-signed certificate, in one PEM file.
    private func makeCertificate(_ keyType: [String]) async throws -> String {
        let file = keys.url.appending(path: "client.pem").path(percentEncoded: false)
        let openssl = try #require(Requirement.path(ofTool: "openssl"))
        let run = try await ProcessRun.of(
            openssl,
            ["req", "-x509", "-nodes", "-days", "1", "-subj", "/CN=client", "-keyout", file, "-out", file + ".crt"]
                + keyType)
        try #require(run.status == 0, "\(run.stderr)")
        let certificate = try String(contentsOfFile: file + ".crt", encoding: .utf8)
        let key = try String(contentsOfFile: file, encoding: .utf8)
        try keys.write(Data((key + certificate).utf8), to: "client.pem")
        return file
    }

    private static let rsa = ["-newkey", "rsa:2048"]
    private static func ec(_ curve: String) -> [String] { ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:\(curve)"] }

    @Test(arguments: [
        (rsa, [], "PS256", "x5t#S256"),
        (rsa, ["--assertion-alg", "RS256"], "RS256", "x5t"),
        (rsa, ["--send-x5c"], "PS256", "x5t#S256"),
        (rsa, ["--assertion-alg", "RS256", "--send-x5c"], "RS256", "x5t"),
        (ec("P-256"), [], "ES256", "x5t#S256"),
        (ec("P-384"), ["--send-x5c"], "ES384", "x5t#S256"),
    ])
    func `other libraries verify each assertion`(
        keyType: [String], options: [String], alg: String, thumbprint: String
    ) async throws {
        let provider = try await OddProvider()
        let file = try await makeCertificate(keyType)
        let tenant = "c0c0c0c0-0000-4000-8000-000000000001"
        for _ in 1...2 {
            let run = try await tokenctl.clientCredentials(
                [
                    "--authority", provider.announcement.base, "--tenant", tenant, "--client-id",
                    "a1a1a1a1-0000-4000-8000-000000000001", "--scope", "api://orders/.default", "--certificate", file,
                    "--force-refresh",
                ] + options)
            #expect(run.status == 0, "\(run.stderr)")
        }
        let requests = try provider.requests
        var identifiers: Set<String> = []
        for request in requests {
            let type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
            #expect(request.form["client_assertion_type"] == type)
            let run = try await PythonJudge.run(
                "verify_assertion.py",
                Case(
                    assertion: #require(request.form["client_assertion"]),
                    certificate: String(contentsOfFile: file + ".crt", encoding: .utf8), alg: alg,
                    thumbprint: thumbprint, hasChain: options.contains("--send-x5c"),
                    audience: "\(provider.announcement.base)/\(tenant)/oauth2/v2.0/token"))
            #expect(run.status == 0, "\(run.stderr)")
            identifiers.insert(run.stdout)
        }
        #expect(requests.count == 2)
        #expect(identifiers.count == 2, "a jti was used twice")
    }
}
