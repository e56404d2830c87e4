import Foundation
import TestSupport
import Testing

/// Integrated Windows authentication against MIT's KDC, and a federation server that takes its tickets.
@Suite(.requires(KerberosRealm.requirement), .requires(.tool("curl")), .serialized)
struct IWATests {
    private let realm: KerberosRealm
    private let sandbox: Sandbox
    private let tokenctl: Tokenctl

    init() async throws {
        realm = try await KerberosRealm()
        sandbox = try await Sandbox("--keytab", realm.keytab("http"))
        tokenctl = try Tokenctl()
    }

    private func iwa(
        _ options: [String] = [], _ configuration: KerberosRealm.Configuration = .right
    ) async throws -> ProcessRun {
        try await tokenctl.run(
            ["iwa"] + sandbox.personOptions() + options, environment: realm.variables(configuration))
    }

    private static let endpoint = "/adfs/services/trust/13/windowstransport"

    @Test func `a ticket is enough for a token, which is cached and refreshed; there is no password anywhere`()
        async throws
    {
        try await realm.kinit("alice")
        let run = try await iwa(["-o", "claims"])
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stderr.isEmpty, "\(run.stderr)")
        #expect(run.stdout.contains("alice@fabrikam.example"))
        #expect(try await sandbox.requestCount(to: Self.endpoint) == 1)

        // The KDC is not needed any more; with a name the ticket is not, either, nor is libkrb5.
        let again = try await iwa([], .down)
        #expect(again.status == 0, "\(again.stderr)")
        try FileManager.default.removeItem(atPath: realm.cache())
        let name = ["--username", "alice@fabrikam.example"]
        let cached = try await iwa(name, .down)
        #expect(cached.status == 0, "\(cached.stderr)")
        #expect(try await sandbox.requestCount(to: Self.endpoint) == 1)
        #expect(again.stdout == cached.stdout)
        let refreshed = try await iwa(name + ["--force-refresh"], .down)
        #expect(refreshed.status == 0, "\(refreshed.stderr)")
        #expect(refreshed.stdout != cached.stdout)
        #expect(try await sandbox.requestCount(to: Self.endpoint) == 1)
        for (path, content) in try tokenctl.files() {
            #expect(!String(decoding: content, as: UTF8.self).contains("alice-password"), "\(path)")
        }
    }

    @Test(arguments: [
        ("alice@fabrikam.example", "/adfs/services/trust/13/windowstransport"),
        ("alice@tailspin.example", "/tailspin/adfs/services/trust/2005/windowstransport"),
        ("alice@wingtip.example", "/wingtip/adfs/services/trust/13/windowstransport"),
    ])
    func `a keytab will do too, with nothing left on disk`(user: String, endpoint: String) async throws {
        let keytab = realm.keytab("people")
        let run = try await iwa(["--keytab", keytab, "--principal", "alice", "--username", user, "-o", "claims"])
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout.contains(user))
        #expect(try await sandbox.requestCount(to: endpoint) == 1)
        #expect(!FileManager.default.fileExists(atPath: realm.cache()))
    }

    @Test func `a trace has the envelope, and neither a ticket nor an assertion`() async throws {
        try await realm.kinit("bob")
        let run = try await iwa(["--trace"])
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stderr.contains("RequestSecurityToken"))
        #expect(!run.stderr.contains("Negotiate YI") && !run.stderr.contains("Negotiate o"))
        #expect(!run.stderr.contains("SignatureValue"))
    }

    /// A row of the table: what is wrong, and what comes of it.
    struct Obstacle: Sendable, CustomTestStringConvertible {
        let name: String
        /// Whose ticket there is, and with which options of `kinit`; nil for none.
        var ticket: (person: String, options: [String])?
        var options: [String] = []
        var configuration = KerberosRealm.Configuration.right
        /// Seconds until the command is run.
        var pause = 0
        let status: Int32
        let words: [String]

        var testDescription: String { name }
    }

    @Test(arguments: [
        Obstacle(name: "no ticket", status: 20, words: ["no ticket", "hint: get one: kinit"]),
        Obstacle(
            name: "an expired ticket", ticket: ("alice", ["-l", "1s"]), pause: 2, status: 20,
            words: ["expired at", "hint: kinit alice@FABRIKAM.EXAMPLE"]),
        Obstacle(
            name: "no KDC", ticket: ("alice", []), configuration: .down, status: 69,
            words: ["no Kerberos server (KDC) answers", "VPN"]),
        Obstacle(
            name: "a KDC that says nothing", ticket: ("alice", []), options: ["--timeout", "1"],
            configuration: .silent, status: 75, words: ["answered within 1 s", "the servers of FABRIKAM.EXAMPLE"]),
        Obstacle(
            name: "a realm that nobody knows", ticket: ("alice", []), configuration: .unknown, status: 78,
            words: ["knows no Kerberos server", "/etc/krb5.conf"]),
        Obstacle(
            name: "clocks that differ", ticket: ("alice", []), configuration: .skewed, status: 78,
            words: ["clock", "timedatectl"]),
        Obstacle(
            name: "a managed user", ticket: ("alice", []), options: ["--username", "alice@contoso.example"], status: 20,
            words: ["integrated_windows_auth_not_supported_managed_user", "auth-code"]),
        Obstacle(
            name: "nobody's domain", ticket: ("alice", []), options: ["--username", "alice@nowhere.example"],
            status: 22,
            words: ["unknown_user_type"]),
        Obstacle(
            name: "common", ticket: ("alice", []), options: ["--tenant", "common"], status: 64,
            words: ["'common'", "organizations"]),
        Obstacle(
            name: "MFA", ticket: ("mfa", []), options: [], status: 20, words: ["AADSTS50076", "auth-code"]),
    ])
    func `each obstacle has its own words, and the command that helps`(_ row: Obstacle) async throws {
        if let ticket = row.ticket { try await realm.kinit(ticket.person, ticket.options) }
        try await Task.sleep(for: .seconds(row.pause))
        let run = try await iwa(row.options, row.configuration)
        #expect(run.status == row.status, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
        for word in row.words { #expect(run.stderr.contains(word), "\(run.stderr)") }
        #expect(try tokenctl.cacheFiles().isEmpty)
    }

    @Test(
        arguments: [
            ("people", "dave", 64, "dave"), ("stale", "carol", 22, "keytab"), ("people", "lapsed", 22, "kpasswd"),
            ("nowhere", "alice", 66, "nowhere.keytab"),
        ] as [(String, String, Int32, String)])
    func `a keytab that does not help is told so`(
        keytab: String, principal: String, status: Int32, word: String
    ) async throws {
        let run = try await iwa(["--keytab", realm.keytab(keytab), "--principal", principal])
        #expect(run.status == status, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.contains(word), "\(run.stderr)")
    }

    @Test func `a federation server that takes no tickets is named`() async throws {
        let other = try await Sandbox()
        try await realm.kinit("alice")
        let run = try await tokenctl.run(["iwa"] + other.personOptions(), environment: realm.variables())
        #expect(run.status == 22, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.contains("localhost did not take the Kerberos ticket"), "\(run.stderr)")
    }

    @Test func `each ticket gets its own person's token, whatever is cached`() async throws {
        for person in ["alice", "bob", "alice"] {
            try await realm.kinit(person)
            let run = try await iwa(["-o", "claims"])
            #expect(run.status == 0, "\(run.stderr)")
            #expect(run.stderr.isEmpty, "\(run.stderr)")
            #expect(run.stdout.contains("\(person)@fabrikam.example"), "\(run.stdout)")
        }
        #expect(try await sandbox.requestCount(to: Self.endpoint) == 2)
        for options in [["--principal", "bob"], ["--username", "bob@fabrikam.example"]] {
            let run = try await iwa(["--keytab", realm.keytab("people"), "-o", "claims"] + options)
            #expect(run.status == 0, "\(run.stderr)")
            #expect(run.stdout.contains("bob@fabrikam.example"), "\(run.stdout)")
        }
        #expect(try await iwa(["--keytab", realm.keytab("none")]).status == 66)
    }

    @Test(arguments: [("cache", "kinit"), ("keytab", "--principal")])
    func `whoever names a user gets nobody else's token`(source: String, word: String) async throws {
        try await realm.kinit("bob")
        let keytab = source == "keytab" ? ["--keytab", realm.keytab("people"), "--principal", "bob"] : []
        let run = try await iwa(["--username", "alice@fabrikam.example", "-q"] + keytab)
        #expect(run.status == 22, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
        #expect(
            run.stderr.contains("of bob@FABRIKAM.EXAMPLE signs in 'bob@fabrikam.example', not 'alice@fabrikam.example'")
        )
        #expect(run.stderr.contains(word), "\(run.stderr)")
        #expect(run.stderr.contains("or give --username bob@fabrikam.example"), "\(run.stderr)")
        #expect(try tokenctl.cacheFiles().isEmpty)
    }

    @Test func `the user name may be in the environment`() async throws {
        try await realm.kinit("alice")
        let run = try await tokenctl.run(
            ["iwa"] + sandbox.personOptions(),
            environment: realm.variables().merging(["AZURE_USERNAME": "bob@fabrikam.example"]) { $1 })
        #expect(run.status == 22, "\(run.stderr)")
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.contains("not 'bob@fabrikam.example'"), "\(run.stderr)")
    }
}
