import Foundation
import TestSupport
import Testing

/// The sandbox's tokens, by whom they are for and of.
enum SampleToken: CaseIterable {
    case userOfOrders, appOfOrders, userOfBilling, appOfBilling

    /// Orders wants version 2.0 tokens, which name it by its id; Billing version 1.0, which repeat what was asked.
    var audience: String {
        switch self {
        case .userOfOrders, .appOfOrders: Self.orders
        case .userOfBilling, .appOfBilling: "api://billing"
        }
    }

    /// The API's id, which is its own client id, too.
    static let orders = "a2a2a2a2-0000-4000-8000-000000000001"
    static let daemon = "a1a1a1a1-0000-4000-8000-000000000001"
    static let terminal = "a1a1a1a1-0000-4000-8000-000000000004"
    static let tenant = "c0c0c0c0-0000-4000-8000-000000000001"
}

extension Tokenctl {
    func token(_ sample: SampleToken, at sandbox: Sandbox) async throws -> String {
        switch sample {
        case .userOfOrders: try await signIn(at: sandbox).stdout
        case .appOfOrders: try await appToken(for: "api://orders", at: sandbox)
        case .appOfBilling: try await appToken(for: "api://billing", at: sandbox)
        case .userOfBilling:
            // The terminal has no consent for Billing, and Orders needs none.
            try await good(
                run(
                    [
                        "obo", "--authority", sandbox.announcement.base, "--client-id", SampleToken.orders, "--scope",
                        "api://billing/Billing.Read",
                    ], environment: ["TOKENCTL_CLIENT_SECRET": sandbox.announcement.clientSecret],
                    input: signIn(at: sandbox).stdout))
        }
    }

    /// - Parameter api: its application id URI.
    func appToken(for api: String, at sandbox: Sandbox) async throws -> String {
        try await good(
            clientCredentials(
                sandbox.options() + ["--scope", "\(api)/.default"],
                environment: ["TOKENCTL_CLIENT_SECRET": sandbox.announcement.clientSecret]))
    }

    /// Alice's id token.
    func idToken(at sandbox: Sandbox) async throws -> String {
        try await good(
            run(
                ["auth-code"] + sandbox.personOptions(scope: "openid profile \(Sandbox.readScope)") + [
                    "-o", "id-token",
                ], environment: ["BROWSER": Sandbox.browser()]))
    }

    /// Runs `tokenctl verify`.
    ///
    /// - Parameter input: a token, or one a line.
    func verify(_ options: [String], _ input: String, timeLimit: Double = 60) async throws -> ProcessRun {
        try await run(["verify"] + options, input: input, timeLimit: timeLimit)
    }

    /// The folder where issuers' keys are kept, and its files.
    func keyFiles() throws -> [String: Data] { try files().filter { $0.key.hasPrefix("keys/") } }

    private func good(_ run: ProcessRun) throws -> String {
        try #require(run.status == 0, "\(run.stderr)")
        return run.stdout
    }
}
