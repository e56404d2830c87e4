import Foundation
import TestSupport
import Testing

/// Tokens of the sandbox, judged one by one.
@Suite(.requires(.tool("curl")))
struct VerifyTests {
    private let sandbox: Sandbox
    private let tokenctl: Tokenctl

    init() async throws {
        sandbox = try await Sandbox()
        tokenctl = try Tokenctl()
    }

    private var base: String { sandbox.announcement.base }
    private var tenant: String { sandbox.announcement.tenant }

    /// The ways to name who issued the sandbox's tokens.
    private var issuers: [[String]] {
        [
            ["--authority", base, "--tenant", tenant], ["--authority", base, "--tenant", "contoso.example"],
            ["--authority", "\(base)/\(tenant)"], ["--authority", "\(base)/common"],
            ["--authority", base, "--tenant", "organizations"],
        ]
    }

    @Test(arguments: SampleToken.allCases)
    func `tokens of both versions are good, whichever way their issuer is named`(sample: SampleToken) async throws {
        let token = try await tokenctl.token(sample, at: sandbox)
        for issuer in issuers {
            let run = try await tokenctl.verify(issuer + ["--audience", sample.audience], token)
            #expect(run.status == 0, "\(issuer): \(run.stderr)")
            #expect(run.stdout.isEmpty && run.stderr.isEmpty, "\(issuer)")
        }
        let wrong = try await tokenctl.verify(issuers[0] + ["--audience", "api://payroll"], token)
        #expect(wrong.status == 30, "\(wrong.stderr)")
        #expect(wrong.stderr.contains("aud: expected api://payroll, found \(sample.audience)"), "\(wrong.stderr)")
    }

    /// What each token keeps, and what it breaks, with the check that says so.
    private static let rules: [SampleToken: (kept: [[String]], broken: [([String], String)])] = [
        .userOfOrders: (
            [
                ["--user-token"], require("scp=Orders.Read"), require("tid=\(SampleToken.tenant)"),
                require("azp=\(SampleToken.terminal)"), require("appid=\(SampleToken.terminal.uppercased())"),
                require("azpacr=0"), require("ver=2.0"), require("preferred_username"),
            ],
            [
                (["--app-token"], "kind"), (["--confidential-client"], "azpacr"),
                (require("scp=Orders.Write"), "scp"), (require("scp=Orders.Rea"), "scp"),
                (require("scp=orders.read"), "scp"), (require("roles=Orders.Read.All"), "roles"),
                (require("azp=\(SampleToken.daemon)"), "azp"), (require("ver=1.0"), "ver"),
                (require("tid=\(SampleToken.orders)"), "tid"), (require("amr=pwd"), "amr"),
            ]
        ),
        .appOfOrders: (
            [
                ["--app-token"], ["--confidential-client"], require("roles=Orders.Read.All"),
                require("azp=\(SampleToken.daemon)"), require("idtyp=app"),
            ],
            [
                (["--user-token"], "kind"), (require("roles=Orders.Write.All"), "roles"),
                (require("scp"), "scp"), (require("roles=Orders.Read.All Orders.Write.All"), "roles"),
            ]
        ),
        .userOfBilling: (
            [
                ["--user-token"], ["--confidential-client"], require("scp=Billing.Read"), require("amr=pwd"),
                require("appid=\(SampleToken.orders)"), require("azp=\(SampleToken.orders)"), require("acr=1"),
                require("upn=alice@contoso.example"),
            ],
            [
                (["--app-token"], "kind"), (require("amr=mfa"), "amr"), (require("acr=c1"), "acr"),
                (require("appid=\(SampleToken.terminal)"), "appid"), (require("azp=\(SampleToken.terminal)"), "azp"),
            ]
        ),
        .appOfBilling: (
            [
                ["--app-token"], ["--confidential-client"], require("roles=Billing.Read.All"), require("appidacr=1"),
                require("azpacr=1"),
            ], [(["--user-token"], "kind"), (require("appidacr=2"), "appidacr"), (require("roles="), "roles")]
        ),
    ]

    private static func require(_ rule: String) -> [String] { ["--require", rule] }

    @Test(arguments: SampleToken.allCases)
    func `a rule that is broken is named, alone and among those that are kept`(sample: SampleToken) async throws {
        let token = try await tokenctl.token(sample, at: sandbox)
        let rules = try #require(Self.rules[sample])
        let options = issuers[0] + ["--any-audience"] + rules.kept.joined()
        // A kind is asked for once.
        let others = issuers[0] + ["--any-audience"] + rules.kept.filter { $0.count > 1 }.joined()
        let run = try await tokenctl.verify(options, token)
        #expect(run.status == 0, "\(run.stderr)")
        for (option, check) in rules.broken {
            let run = try await tokenctl.verify(others + option + ["-o", "json"], token)
            #expect(run.status == 30, "\(option): \(run.stderr)")
            #expect(try VerificationReport.all(in: run).first?.failures.map(\.check) == [check], "\(option)")
            #expect(run.stderr.contains("tokenctl: the token is not verified: \(check): "), "\(option): \(run.stderr)")
        }
    }

    @Test func `another tenant's keys, or another tenant's name, do not fit`() async throws {
        let token = try await tokenctl.token(.userOfOrders, at: sandbox)
        let folder = try TemporaryFolder()
        let keys = try folder.write(try await sandbox.keySet(), to: "keys").path(percentEncoded: false)
        for (tenant, status) in [(tenant, 0), ("common", 0), ("00000000-0000-4000-8000-00000000000f", 30)] {
            let run = try await tokenctl.verify(
                ["--authority", base, "--tenant", tenant, "--jwks", keys, "--any-audience"], token)
            #expect(run.status == status, "\(tenant): \(run.stderr)")
            if status != 0 { #expect(run.stderr.contains("iss: ") && run.stderr.contains("tid: "), "\(run.stderr)") }
        }
        let unknown = try await tokenctl.verify(
            ["--authority", base, "--tenant", "00000000-0000-4000-8000-00000000000f", "--any-audience"], token)
        #expect(unknown.status == 31, "\(unknown.stderr)")
        let other = try await Sandbox()
        let elsewhere = try await tokenctl.verify(
            ["--authority", other.announcement.base, "--tenant", tenant, "--any-audience", "-o", "json"], token)
        #expect(elsewhere.status == 30, "\(elsewhere.stderr)")
        #expect(try VerificationReport.all(in: elsewhere).first?.failures.map(\.check) == ["kid", "iss"])
    }

    @Test func `a token for Microsoft Graph cannot be verified here, whoever asks for it`() async throws {
        let user = try await tokenctl.run(
            ["ropc"] + sandbox.personOptions(scope: "User.Read") + [
                "--username", "alice@contoso.example", "--password", "stdin",
            ], input: "alice-password"
        ).stdout
        let app = try await tokenctl.appToken(for: "https://graph.microsoft.com", at: sandbox)
        for token in [user, app] {
            let run = try await tokenctl.verify(issuers[0] + ["--any-audience"], token)
            #expect(run.status == 31, "\(run.stderr)")
            #expect(run.stdout.isEmpty)
            #expect(run.stderr.contains("only Graph can verify it"), "\(run.stderr)")
        }
        #expect(try tokenctl.keyFiles().isEmpty, "there is nothing to ask for")
    }

    @Test func `a report has exactly its keys, and is there when the token is not good, too`() async throws {
        let token = try await tokenctl.token(.userOfOrders, at: sandbox)
        for (audience, status) in [(SampleToken.orders, 0), ("other", 30)] {
            let run = try await tokenctl.verify(issuers[0] + ["--audience", audience, "-o", "json"], token)
            #expect(run.status == status)
            let report = try #require(try JSONSerialization.jsonObject(with: run.outputBytes) as? [String: Any])
            #expect(report.keys.sorted() == ["alg", "failures", "issuer", "kid", "schema", "verified"])
            #expect(report["schema"] as? Int == 1)
            #expect(report["alg"] as? String == "RS256")
            #expect(report["issuer"] as? String == "\(base)/\(tenant)/v2.0")
            #expect(report["verified"] as? Bool == (status == 0))
            let failure = ["check": "aud", "expected": "other", "actual": SampleToken.orders]
            #expect(report["failures"] as? [[String: String]] == (status == 0 ? [] : [failure]))
            let keys = try JSONSerialization.jsonObject(with: try await sandbox.keySet()) as? [String: [[String: Any]]]
            #expect(keys?["keys"]?.contains { $0["kid"] as? String == report["kid"] as? String } == true)
        }
        let claims = try await tokenctl.verify(issuers[0] + ["--any-audience", "-o", "claims"], token)
        #expect(claims.stdout == (try await tokenctl.run(["decode"], input: token)).stdout)
    }

    @Test func `a token that is over is good only for the leeway`() async throws {
        let quick = try await Sandbox("--token-lifetime", "1")
        let token = try await tokenctl.appToken(for: "api://orders", at: quick)
        try await Task.sleep(for: .seconds(2))
        let options = ["--authority", quick.announcement.base, "--tenant", tenant, "--any-audience"]
        #expect(try await tokenctl.verify(options, token).status == 0, "60 s are granted")
        let run = try await tokenctl.verify(options + ["--leeway", "0"], token)
        #expect(run.status == 30, "\(run.stderr)")
        #expect(run.stderr.contains("exp: it expired "), "\(run.stderr)")
        #expect(run.stdout.isEmpty)
    }

    @Test func `an id token is for the client, and for one sign-in`() async throws {
        let token = try await tokenctl.idToken(at: sandbox)
        let decoded = try await tokenctl.run(["decode"], input: token)
        let claims = try #require(try JSONSerialization.jsonObject(with: decoded.outputBytes) as? [String: Any])
        let nonce = try #require(claims["nonce"] as? String)
        let options = issuers[0] + ["--audience", SampleToken.terminal]
        for (more, check) in [
            (["--nonce", nonce], nil), (["--nonce", nonce + "x"], "nonce"), (["--user-token"], "kind"),
            (["--app-token"], "kind"), (["--access-token", "pass:any"], "at_hash"), (["--code", "pass:any"], "c_hash"),
        ] {
            let run = try await tokenctl.verify(options + more, token)
            #expect(run.status == (check == nil ? 0 : 30), "\(more): \(run.stderr)")
            if let check { #expect(run.stderr.contains(": \(check): "), "\(more): \(run.stderr)") }
        }
        #expect(try await tokenctl.verify(issuers[0] + ["--audience", SampleToken.orders], token).status == 30)
    }

    @Test func `a token is good once where replays are looked for`() async throws {
        let folder = try TemporaryFolder()
        let options = issuers[0] + ["--any-audience", "--nonce-seen", folder.location(of: "seen")]
        let first = try await tokenctl.token(.appOfOrders, at: sandbox)
        let second = try await tokenctl.token(.appOfBilling, at: sandbox)
        #expect(try await tokenctl.verify(options, first).status == 0)
        let run = try await tokenctl.verify(options, second + first)
        #expect(run.status == 30)
        #expect(run.stderr.contains("line 2: uti: it is a replay"), "\(run.stderr)")
        #expect(!run.stderr.contains("line 1"))
    }
}
