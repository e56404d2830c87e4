import Foundation
import TestSupport
import Testing

/// The signatures of the sandbox's SAML assertions hold in the eyes of a library of others.
@Suite(.requires(PythonJudge.requirement), .requires(.tool("curl")))
struct SAMLSignatureTests {
    private let sandbox: Sandbox

    init() async throws { sandbox = try await Sandbox() }

    private static let orders = "a2a2a2a2-0000-4000-8000-000000000001"

    private struct Tokens: Decodable {
        let accessToken: String

        enum CodingKeys: String, CodingKey { case accessToken = "access_token" }
    }

    private struct KeySet: Decodable {
        struct Key: Decodable { let x5c: [String] }
        let keys: [Key]
    }

    /// What `verify_saml.py` prints.
    private struct Verdict: Decodable {
        let tag: String
        let audience: String
        let values: [String: String]
    }

    private func ask<Answer: Decodable>(_ path: String, _ form: [String: String] = [:]) async throws -> Answer {
        let fields = form.flatMap { ["--data-urlencode", "\($0.key)=\($0.value)"] }
        let run = try await ProcessRun.of(
            #require(Requirement.path(ofTool: "curl")),
            ["-sS", "--fail", "\(sandbox.announcement.base)/\(sandbox.announcement.tenant)\(path)"] + fields)
        try #require(run.status == 0, "\(run.stderr)")
        return try JSONDecoder().decode(Answer.self, from: run.outputBytes)
    }

    private func assertion(_ type: String) async throws -> String {
        let password: Tokens = try await ask(
            "/oauth2/v2.0/token",
            [
                "grant_type": "password", "client_id": sandbox.announcement.publicClientID,
                "username": "alice@contoso.example", "password": "alice-password", "scope": Sandbox.readScope,
            ])
        let exchanged: Tokens = try await ask(
            "/oauth2/v2.0/token",
            [
                "grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer", "client_id": Self.orders,
                "client_secret": sandbox.announcement.clientSecret, "assertion": password.accessToken,
                "requested_token_use": "on_behalf_of", "scope": "api://billing/Billing.Read",
                "requested_token_type": "urn:ietf:params:oauth:token-type:\(type)",
            ])
        return exchanged.accessToken
    }

    private func judge(_ token: String, id: String) async throws -> ProcessRun {
        let set: KeySet = try await ask("/discovery/v2.0/keys")
        let certificate = try #require(set.keys.last?.x5c.first)
        return try await PythonJudge.run(
            "verify_saml.py", ["token": token, "certificate": certificate, "id_attribute": id])
    }

    @Test(arguments: [("saml2", "ID", "2.0"), ("saml1", "AssertionID", "1.0")])
    func `signxml verifies an assertion, and not a changed one`(
        type: String, id: String, version: String
    ) async throws {
        let token = try await assertion(type)
        let run = try await judge(token, id: id)
        try #require(run.status == 0, "\(run.stderr)")
        let verdict = try JSONDecoder().decode(Verdict.self, from: run.outputBytes)
        #expect(verdict.tag == "{urn:oasis:names:tc:SAML:\(version):assertion}Assertion")
        #expect(verdict.audience == "api://billing")
        #expect(verdict.values["name"] == "alice@contoso.example")
        #expect(verdict.values["tenantid"] == sandbox.announcement.tenant)

        #expect(try await judge(Self.renamed(token), id: id).status != 0)
    }

    /// The same assertion of somebody else, with the signature that it had.
    private static func renamed(_ token: String) throws -> String {
        let letters = token.replacing("-", with: "+").replacing("_", with: "/")
        let padded = letters + String(repeating: "=", count: -letters.count & 3)
        let xml = String(decoding: try #require(Data(base64Encoded: padded)), as: UTF8.self)
        let changed = xml.replacing("Alice Adams", with: "Bob Brown")
        try #require(changed != xml)
        return Data(changed.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .trimmingCharacters(in: ["="])
    }
}
