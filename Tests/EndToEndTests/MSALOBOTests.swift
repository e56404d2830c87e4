import Foundation
import TestSupport
import Testing

/// Microsoft's own library plays the APIs of a chain at the sandbox, and hears the same challenge as everybody.
@Suite(.requires(PythonJudge.requirement), .requires(TLSFront.requirement), .requires(.tool("curl")))
struct MSALOBOTests {
    private let sandbox: Sandbox
    private let front: TLSFront

    init() async throws {
        sandbox = try await Sandbox()
        front = try await TLSFront(to: sandbox.announcement.port)
    }

    /// The ids of APIs, which are those of the apps that they call on as.
    private static let orders = "a2a2a2a2-0000-4000-8000-000000000001"
    private static let billing = "a2a2a2a2-0000-4000-8000-000000000002"

    /// What `msal_obo.py` prints; a part of it.
    private struct Outcome: Decodable {
        let accessToken: String?
        let tokenSource: String?
        let error: String?
        let errorCodes: [Int]?
        let suberror: String?
        let claims: String?

        enum CodingKeys: String, CodingKey {
            case error, suberror, claims
            case accessToken = "access_token"
            case tokenSource = "token_source"
            case errorCodes = "error_codes"
        }
    }

    private func exchange(
        _ assertion: String, as client: String = orders, for scope: String, by credential: String = "secret"
    ) async throws -> Outcome {
        let run = try await PythonJudge.run(
            "msal_obo.py",
            [
                "base": front.announcement.base, "tenant": sandbox.announcement.tenant, "ca": front.announcement.ca,
                "client_id": client, "credential": credential, "secret": sandbox.announcement.clientSecret,
                "pem": sandbox.announcement.certificates.rsa, "assertion": assertion, "scope": scope,
            ])
        try #require(run.status == 0, "\(run.stderr)")
        return try JSONDecoder().decode(Outcome.self, from: run.outputBytes)
    }

    /// What `msal_user.py` prints; a part of it.
    private struct SignIn: Decodable {
        let first: Outcome
    }

    /// alice's token for Orders.
    ///
    /// - Parameter claims: what a challenge asked for; a browser is needed then.
    private func ordersToken(claims: String? = nil) async throws -> String {
        let run = try await PythonJudge.run(
            "msal_user.py",
            [
                "base": front.announcement.base, "tenant": sandbox.announcement.tenant, "ca": front.announcement.ca,
                "client_id": sandbox.announcement.publicClientID, "scope": Sandbox.readScope,
                "flow": claims == nil ? "ropc" : "auth_code", "plain": sandbox.announcement.base,
                "sandbox": BuiltProduct.tokenctlSandbox, "claims": claims,
            ].compactMapValues(\.self))
        try #require(run.status == 0, "\(run.stderr)")
        return try #require(try JSONDecoder().decode(SignIn.self, from: run.outputBytes).first.accessToken)
    }

    @Test(arguments: ["secret", "certificate"])
    func `msal goes from API to API in a person's name`(credential: String) async throws {
        let second = try await exchange(
            try await ordersToken(), for: "api://billing/Billing.Read", by: credential)
        let assertion = try #require(second.accessToken, "\(second.error ?? "")")
        #expect(second.tokenSource == "identity_provider")
        let third = try await exchange(assertion, as: Self.billing, for: "User.Read", by: credential)
        let graph = try #require(third.accessToken, "\(third.error ?? "")")

        let profile = try await ProcessRun.of(
            #require(Requirement.path(ofTool: "curl")),
            ["-sS", "--fail", "-H", "Authorization: Bearer \(graph)", sandbox.announcement.base + "/v1.0/me"])
        #expect(profile.status == 0, "\(profile.stderr)")
        #expect(profile.stdout.contains("alice@contoso.example"))
    }

    @Test(arguments: ["secret", "certificate"])
    func `msal hears which claims to ask for, and a sign-in with them is enough`(credential: String) async throws {
        let scope = "api://payroll/Payroll.Read"
        let refused = try await exchange(try await ordersToken(), for: scope, by: credential)
        #expect(refused.accessToken == nil)
        #expect(refused.error == "interaction_required")
        #expect(refused.errorCodes == [50079])
        #expect(refused.suberror == "basic_action")
        let claims = try #require(refused.claims)
        #expect(
            claims
                == #"{"access_token":{"polids":{"essential":true,"values":["9ab03e19-ed42-4168-b6b7-7001fb3e933a"]}}}"#)

        let answer = try await exchange(
            try await ordersToken(claims: claims), for: scope, by: credential)
        #expect(answer.accessToken != nil, "\(answer.error ?? "")")
    }
}
