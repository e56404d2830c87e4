import Foundation
import TestSupport
import Testing

/// Microsoft's own library signs federated people in at the sandbox, and at authorities that are no Entra.
@Suite(.requires(PythonJudge.requirement), .requires(TLSFront.requirement), .requires(.tool("curl")))
struct MSALFederationTests {
    private let sandbox: Sandbox
    private let front: TLSFront

    init() async throws {
        sandbox = try await Sandbox()
        front = try await TLSFront(to: sandbox.announcement.port)
    }

    /// What `msal_federated.py` prints.
    private struct Outcome: Decodable {
        struct Token: Decodable {
            let accessToken: String?
            let tokenSource: String?
            let error: String?
            let errorDescription: String?

            enum CodingKeys: String, CodingKey {
                case error
                case accessToken = "access_token"
                case tokenSource = "token_source"
                case errorDescription = "error_description"
            }
        }

        struct Request: Decodable {
            let path: String
            let status: Int

            init(from decoder: any Decoder) throws {
                var fields = try decoder.unkeyedContainer()
                _ = try fields.decode(String.self)
                path = try fields.decode(String.self)
                status = try fields.decode(Int.self)
            }
        }

        let accounts: [String]
        let first: Token?
        let silent: Token?
        let refreshed: Token?
        let error: String?
        let requests: [Request]
        let assertion: String?
    }

    private func msal(
        _ username: String, password: String? = nil, authority: String? = nil, more: [String: String] = [:]
    ) async throws -> Outcome {
        let run = try await PythonJudge.run(
            "msal_federated.py",
            [
                "base": front.announcement.base, "ca": front.announcement.ca,
                "client_id": sandbox.announcement.publicClientID, "scope": Sandbox.readScope,
                "tenant": sandbox.announcement.tenant, "authority": authority, "username": username,
                "password": password ?? username.prefix { $0 != "@" } + "-password",
            ].compactMapValues(\.self).merging(more) { $1 })
        try #require(run.status == 0, "\(run.stderr)")
        return try JSONDecoder().decode(Outcome.self, from: run.outputBytes)
    }

    private func fault(_ query: String) async throws {
        let run = try await ProcessRun.of(
            #require(Requirement.path(ofTool: "curl")),
            ["-sS", "--fail", "-X", "POST", "\(sandbox.announcement.base)/sandbox/faults?\(query)"])
        try #require(run.status == 0, "\(run.stderr)")
    }

    @Test(arguments: [
        ("fred@fabrikam.example", "/adfs/services/trust/13/usernamemixed", "1.0"),
        ("alice@tailspin.example", "/tailspin/adfs/services/trust/2005/usernamemixed", "1.0"),
        ("bob@wingtip.example", "/wingtip/adfs/services/trust/13/usernamemixed", "2.0"),
    ])
    func `msal signs a federated person in by WS-Trust, and refreshes`(
        user: String, endpoint: String, version: String
    ) async throws {
        let outcome = try await msal(user)
        #expect(outcome.first?.accessToken != nil, "\(outcome.error ?? outcome.first?.errorDescription ?? "")")
        #expect(outcome.accounts == [user])
        #expect(outcome.silent?.tokenSource == "cache")
        #expect(outcome.refreshed?.tokenSource == "identity_provider")
        #expect(outcome.requests.contains { $0.path == endpoint && $0.status == 200 })
        let letters = try #require(outcome.assertion).replacing("-", with: "+").replacing("_", with: "/")
        let padded = letters + String(repeating: "=", count: -letters.count & 3)
        let xml = String(decoding: try #require(Data(base64Encoded: padded)), as: UTF8.self)
        #expect(xml.contains("urn:oasis:names:tc:SAML:\(version):assertion"))
        let verdict = try await PythonJudge.run(
            "verify_saml.py",
            [
                "token": try #require(outcome.assertion), "certificate": try Self.certificate(in: xml),
                "id_attribute": version == "1.0" ? "AssertionID" : "ID",
            ])
        #expect(verdict.status == 0, "\(verdict.stderr)")
        #expect(verdict.stdout.contains("urn:federation:MicrosoftOnline"))
    }

    private static func certificate(in xml: String) throws -> String {
        let start = try #require(xml.firstRange(of: "<X509Certificate>")?.upperBound)
        return String(try #require(xml[start...].split(separator: "<").first))
    }

    @Test func `msal hears of a wrong password from the federation server`() async throws {
        let outcome = try await msal("fred@fabrikam.example", password: "wrong")
        #expect(outcome.error?.contains("ID3242: ") == true, "\(outcome.error ?? "")")
        #expect(outcome.error?.contains("a:FailedAuthentication") == true)
        #expect(outcome.requests.last?.status == 500)
    }

    private static let refusals: [(user: String, fault: String?, refusal: String?)] = [
        ("denied@fabrikam.example", "MSIS3127: ", nil), ("mfa@fabrikam.example", nil, "AADSTS50076: "),
        ("stray@fabrikam.example", nil, "AADSTS51004: "),
    ]

    @Test(arguments: refusals)
    func `msal hears of other refusals from whoever refuses`(
        user: String, fault: String?, refusal: String?
    ) async throws {
        let outcome = try await msal(user)
        if let fault { #expect(outcome.error?.contains(fault) == true, "\(outcome.error ?? "")") }
        if let refusal { #expect(outcome.first?.errorDescription?.hasPrefix(refusal) == true) }
    }

    @Test(arguments: ["wstrust", "mex"], ["503", "empty", "soap-1.1-fault"])
    func `a wrong answer of the federation server's is an error to msal`(
        endpoint: String, answer: String
    ) async throws {
        try await fault("answer=\(answer)&endpoint=\(endpoint)")
        let outcome = try await msal("fred@fabrikam.example")
        #expect(outcome.first == nil)
        #expect(outcome.error != nil)
        #expect(outcome.accounts.isEmpty)
    }

    @Test(arguments: ["encrypted-assertion", "two-assertions"])
    func `an assertion that Entra cannot read is refused by it`(answer: String) async throws {
        try await fault("answer=\(answer)&endpoint=wstrust")
        let outcome = try await msal("fred@fabrikam.example")
        #expect(outcome.first?.errorDescription?.hasPrefix("AADSTS50008: ") == true)
    }

    @Test func `without an endpoint in the metadata msal sends no password`() async throws {
        try await fault("answer=wrong-namespace&endpoint=mex")
        let outcome = try await msal("fred@fabrikam.example")
        #expect(outcome.error?.contains("Unable to find wstrust endpoint") == true, "\(outcome.error ?? "")")
        #expect(outcome.requests.last?.path == "/adfs/services/trust/mex")
    }

    @Test(arguments: [
        ("fred@fabrikam.example", "adfs", "/adfs/oauth2/token/"),
        ("alice@contoso.example", "contoso.example/b2c_1_ropc", "/contoso.example/b2c_1_ropc/oauth2/v2.0/token"),
        (
            "alice@contoso.example", "tfp/contoso.example/b2c_1a_signin",
            "/tfp/contoso.example/b2c_1a_signin/oauth2/v2.0/token"
        ),
    ])
    func `msal signs in at AD FS and at B2C`(user: String, authority: String, endpoint: String) async throws {
        let outcome = try await msal(user, authority: authority)
        #expect(outcome.first?.accessToken != nil, "\(outcome.error ?? outcome.first?.errorDescription ?? "")")
        #expect(outcome.accounts == [user])
        #expect(outcome.refreshed?.tokenSource == "identity_provider")
        #expect(outcome.requests.contains { $0.path == endpoint && $0.status == 200 })
    }

    private static let adfs = "adfs"
    private static let policy = "contoso.example/b2c_1_signin"

    @Test(arguments: [
        (adfs, "auth_code", "fred@fabrikam.example"), (adfs, "device_code", "fred@fabrikam.example"),
        (policy, "auth_code", "alice@contoso.example"),
    ])
    func `msal signs in by other flows there`(authority: String, flow: String, user: String) async throws {
        let outcome = try await msal(
            user, authority: authority,
            more: ["flow": flow, "sandbox": BuiltProduct.tokenctlSandbox, "plain": sandbox.announcement.base])
        #expect(outcome.first?.accessToken != nil, "\(outcome.error ?? outcome.first?.errorDescription ?? "")")
        #expect(outcome.refreshed?.tokenSource == "identity_provider")
    }

    @Test(arguments: [adfs, policy], ["secret", "certificate"])
    func `msal gets an app's token there`(authority: String, credential: String) async throws {
        let value = credential == "secret" ? sandbox.announcement.clientSecret : sandbox.announcement.certificates.rsa
        let outcome = try await msal(
            "", authority: authority,
            more: [
                "flow": "client_credentials", "client_id": sandbox.announcement.clientID,
                "scope": sandbox.announcement.scope, credential: value,
            ])
        #expect(outcome.first?.accessToken != nil, "\(outcome.error ?? outcome.first?.errorDescription ?? "")")
    }

    @Test func `msal hears of a wrong password from AD FS itself`() async throws {
        let outcome = try await msal("fred@fabrikam.example", password: "wrong", authority: "adfs")
        #expect(outcome.first?.errorDescription?.hasPrefix("MSIS9659: ") == true)
    }
}
