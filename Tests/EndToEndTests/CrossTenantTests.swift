import Foundation
import TestSupport
import Testing

/// An authority with many tenants, whose keys are in one list and say whose they are.
@Suite(.requires(PythonJudge.requirement))
struct CrossTenantTests {
    private static let one = "11111111-0000-4000-8000-000000000000"
    private static let two = "22222222-0000-4000-8000-000000000000"
    private static let personal = "9188040d-6c67-4c5b-b112-36a304b66dad"

    /// `k1` is of the first tenant alone, `k2` of all.
    private static let keys = """
        {"keys":[{"kty":"RSA","kid":"k1","n":"@RSA_N@","e":"AQAB","issuer":"@BASE@/\(one)/v2.0"},\
        {"kty":"EC","crv":"P-256","kid":"k2","x":"@EC_X@","y":"@EC_Y@","issuer":"@BASE@/{tenantid}/v2.0"}]}
        """

    private struct Case {
        let kid: String
        /// Behind the server's address.
        let issuer: String
        let tenant: String?
        var version = "2.0"
        var authority = "common"
        /// What is wrong; none when the token is good.
        let checks: [String]

        var token: Forgery.Token {
            let tenant = tenant.map { #","tid":"\#($0)""# } ?? ""
            return .init(
                #"{"alg":"\#(kid == "k1" ? "RS256" : "ES256")","kid":"\#(kid)"}"#,
                Forgery.Token.claims(iss: #""@BASE@/\#(issuer)""#, #","ver":"\#(version)"\#(tenant)"#),
                by: kid == "k1" ? .issuer : .curve)
        }
    }

    private static let cases: [Case] = [
        Case(kid: "k1", issuer: "\(one)/v2.0", tenant: one, checks: []),
        Case(kid: "k2", issuer: "\(one)/v2.0", tenant: one, checks: []),
        Case(kid: "k2", issuer: "\(two)/v2.0", tenant: two, checks: []),
        Case(kid: "k2", issuer: "\(two)/v2.0", tenant: two, authority: "organizations", checks: []),
        Case(kid: "k1", issuer: "\(two)/v2.0", tenant: two, checks: ["iss"]),
        Case(kid: "k1", issuer: "\(two)/v2.0", tenant: two, authority: "organizations", checks: ["iss"]),
        Case(kid: "k1", issuer: "\(two)/v2.0", tenant: two, authority: two, checks: ["iss"]),
        Case(kid: "k1", issuer: "\(one)/v2.0", tenant: two, checks: ["iss"]),
        Case(kid: "k2", issuer: "\(one)/v2.0", tenant: two, checks: ["iss"]),
        Case(kid: "k2", issuer: "\(two)/v2.0", tenant: two, authority: one, checks: ["iss", "tid"]),
        Case(kid: "k2", issuer: "\(one)/v2.0", tenant: two, authority: one, checks: ["tid"]),
        Case(kid: "k2", issuer: "\(two)/v2.0", tenant: one, authority: one, checks: ["iss"]),
        Case(kid: "k2", issuer: "\(two)/v2.0", tenant: nil, checks: ["iss", "tid"]),
        Case(kid: "k2", issuer: "{tenantid}/v2.0", tenant: "{tenantid}", checks: ["iss", "tid"]),
        Case(kid: "k2", issuer: "{tenantid}/v2.0", tenant: nil, checks: ["iss", "tid"]),
        Case(kid: "k2", issuer: "x/../\(one)/v2.0", tenant: "x/../\(one)", checks: ["iss", "tid"]),
        Case(kid: "k2", issuer: "/v2.0", tenant: "", checks: ["iss", "tid"]),
        Case(kid: "k2", issuer: "\(two)/v2.0/", tenant: two, checks: ["iss"]),
        Case(kid: "k2", issuer: "\(personal)/v2.0", tenant: personal, checks: []),
        Case(kid: "k2", issuer: "\(personal)/v2.0", tenant: personal, authority: "organizations", checks: ["tid"]),
        Case(kid: "k1", issuer: "\(one)/", tenant: one, version: "1.0", checks: []),
        Case(kid: "k2", issuer: "\(two)/", tenant: two, version: "1.0", checks: []),
        Case(kid: "k1", issuer: "\(two)/", tenant: two, version: "1.0", checks: ["iss"]),
        Case(kid: "k1", issuer: "\(one)", tenant: one, version: "1.0", checks: ["iss"]),
        Case(kid: "k1", issuer: "\(one)/v2.0", tenant: one, version: "1.0", checks: ["iss"]),
        Case(kid: "k1", issuer: "\(one)/", tenant: one, checks: ["iss"]),
    ]

    /// Of both versions, for each authority.
    private static func pages(_ keys: String) -> [String: [ScriptedIssuer.Page]] {
        var pages: [String: [ScriptedIssuer.Page]] = ["/keys": [.json(keys)]]
        for (authority, tenant) in [("common", "{tenantid}"), ("organizations", "{tenantid}"), (one, one), (two, two)] {
            for (version, end) in [("/v2.0", "v2.0"), ("", "")] {
                pages["/\(authority)\(version)/.well-known/openid-configuration"] = [
                    .json(#"{"issuer":"@BASE@/\#(tenant)/\#(end)","jwks_uri":"@BASE@/keys"}"#)
                ]
            }
        }
        return pages
    }

    @Test func `no tenant's key signs for another, and no issuer is another tenant's`() async throws {
        let server = try await ScriptedIssuer()
        let forgery = try await Forgery.make(
            Self.cases.map(\.token), texts: [Self.keys], values: ["BASE": server.base])
        try server.answer(Self.pages(forgery.texts[0]))
        let tokenctl = try Tokenctl()
        for (example, token) in zip(Self.cases, forgery.tokens) {
            let run = try await tokenctl.verify(
                ["--authority", server.base, "--tenant", example.authority, "--audience", "orders", "-o", "json"], token
            )
            #expect(run.status == (example.checks.isEmpty ? 0 : 30), "\(example): \(run.stderr)")
            let failures = try VerificationReport.all(in: run).flatMap(\.failures)
            // The key and the name may both say that it is another tenant's.
            #expect(Set(failures.map(\.check)) == Set(example.checks), "\(example): \(run.stderr)")
        }
    }
}
