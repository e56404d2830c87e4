import Foundation
import TestSupport
import Testing

/// Every flow at authorities that are no tenant of Entra's, and at a second cloud.
struct AuthorityKindsTests {
    private let sandbox: Sandbox
    private let tokenctl: Tokenctl

    init() async throws {
        sandbox = try await Sandbox("--cloud-host", "127.0.0.1", "--device-interval", "1")
        tokenctl = try Tokenctl()
    }

    /// What stands behind the host, and who signs in there.
    struct Place: Sendable, CustomTestStringConvertible {
        let path: String
        let person: String
        /// What a token for the API says of where it is from.
        let mark: String

        var testDescription: String { path }
    }

    private static let tenant = "c0c0c0c0-0000-4000-8000-000000000001"
    static let places = [
        Place(path: "adfs", person: "fred@fabrikam.example", mark: "/adfs/services/trust"),
        Place(path: "\(tenant)/B2C_1_ropc", person: "alice@contoso.example", mark: "b2c_1_ropc"),
        Place(path: "tfp/contoso.example/b2c_1a_signin", person: "alice@contoso.example", mark: "b2c_1a_signin"),
    ]

    private func options(_ place: Place, base: String? = nil) -> [String] {
        [
            "--authority", "\(base ?? sandbox.announcement.base)/\(place.path)", "--client-id",
            sandbox.announcement.publicClientID, "--scope", Sandbox.readScope,
        ]
    }

    @Test(arguments: places)
    func `an app gets its own token, and finds it in the cache`(_ place: Place) async throws {
        let ask = [
            "--authority", "\(sandbox.announcement.base)/\(place.path)", "--client-id", sandbox.announcement.clientID,
            "--client-secret", "env:SECRET", "--resource", "api://orders", "-o", "claims",
        ]
        let secret = ["SECRET": sandbox.announcement.clientSecret]
        let run = try await tokenctl.clientCredentials(ask, environment: secret)
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout.contains(place.mark), "\(run.stdout)")
        let again = try await tokenctl.clientCredentials(ask, environment: secret)
        #expect(again.stdout == run.stdout)
    }

    @Test(arguments: places)
    func `a person signs in by password, and is found and refreshed`(_ place: Place) async throws {
        let run = try await tokenctl.run(
            ["ropc"] + options(place) + ["--username", place.person, "--password", "stdin", "-o", "claims"],
            input: "\(place.person.prefix { $0 != "@" })-password")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout.contains(place.mark), "\(run.stdout)")
        let cached = try await tokenctl.run(["get"] + options(place) + ["-o", "claims"])
        #expect(cached.stdout == run.stdout, "\(cached.stderr)")
        let refreshed = try await tokenctl.run(["refresh"] + options(place) + ["-o", "json"])
        #expect(refreshed.stdout.contains(#""source":"refresh""#), "\(refreshed.stderr)")
    }

    @Test(arguments: places)
    func `a person signs in with a browser, and the token is verified`(_ place: Place) async throws {
        let run = try await tokenctl.run(
            ["auth-code"] + options(place),
            environment: ["BROWSER": Sandbox.browser(of: place.person)])
        #expect(run.status == 0, "\(run.stderr)")
        let verified = try await tokenctl.run(
            ["verify", "--authority", "\(sandbox.announcement.base)/\(place.path)", "--any-audience"], input: run.stdout
        )
        #expect(verified.status == 0, "\(verified.stderr)")
    }

    @Test func `AD FS has sign-ins on another device, and B2C has none`() async throws {
        let code = try tokenctl.start(["device-code"] + options(Self.places[0]))
        try await sandbox.enter(code.said(/enter the code (\S+)/), by: "fred@fabrikam.example")
        let run = try await code.end()
        #expect(run.status == 0, "\(run.stderr)")
        let refused = try await tokenctl.run(["device-code"] + options(Self.places[1]))
        #expect(refused.status == 64, "\(refused.stderr)")
        #expect(refused.stderr.contains("tokenctl auth-code"), "\(refused.stderr)")
    }

    @Test func `one cloud's tokens are none of another's`() async throws {
        let place = Place(path: Self.tenant, person: "alice@contoso.example", mark: "")
        let run = try await tokenctl.run(
            ["ropc"] + options(place) + ["--username", place.person, "--password", "stdin"], input: "alice-password")
        #expect(run.status == 0, "\(run.stderr)")
        let other = "http://127.0.0.1:\(sandbox.announcement.port)"
        let there = try await tokenctl.run(["get"] + options(place, base: other))
        #expect(there.status == 20, "\(there.stderr)")
        #expect(there.stdout.isEmpty)
        let verified = try await tokenctl.run(
            ["verify", "--authority", "\(other)/\(place.path)", "--any-audience"], input: run.stdout)
        #expect(verified.status == 30, "\(verified.stderr)")
    }
}
