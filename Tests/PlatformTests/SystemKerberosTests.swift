import Foundation
import TestSupport
import Testing
import World

@testable import Platform

/// Tickets of a real KDC, and what can go wrong with them.
@Suite(.requires(KerberosRealm.requirement), .serialized)
struct SystemKerberosTests {
    @Test func `a ticket of the credential cache is used while it is good`() async throws {
        let realm = try await KerberosRealm()
        try await realm.kinit()
        try await realm.kinit("bob", ["-l", "1s"], cache: "expired")
        try await realm.kinit("bob", ["-s", "1h"], cache: "later")
        try await realm.kinit("bob", ["-S", "HTTP/localhost"], cache: "single")
        let collection = ["KRB5CCNAME": "DIR:\(realm.cache("several"))"]
        try await realm.kinit("bob", ["-c", "DIR:\(realm.cache("several"))"])
        try await realm.kinit("alice", ["-c", "DIR::\(realm.cache("several"))/tkt-alice"])
        try Data("no cache".utf8).write(to: URL(filePath: realm.cache("damaged")))
        try Data().write(to: URL(filePath: realm.cache("locked")))
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: realm.cache("locked"))
        try Data("[realms\n".utf8).write(to: URL(filePath: realm.cache("configuration")))
        try await Task.sleep(for: .seconds(2))
        await KerberosTrial.hold([
            KerberosTrial(
                variables: realm.variables(), owner: "alice@FABRIKAM.EXAMPLE", gives: "alice@FABRIKAM.EXAMPLE"),
            KerberosTrial(
                variables: realm.variables(), username: "bob@fabrikam.example", gives: "alice@FABRIKAM.EXAMPLE"),
            KerberosTrial(variables: realm.variables(), host: "127.0.0.1", gives: "alice@FABRIKAM.EXAMPLE"),
            KerberosTrial(
                variables: realm.variables(cache: "single"), host: "localhost", gives: "bob@FABRIKAM.EXAMPLE"),
            KerberosTrial(
                variables: realm.variables().merging(collection) { $1 }, owner: "bob@FABRIKAM.EXAMPLE",
                host: "localhost", gives: "bob@FABRIKAM.EXAMPLE"),
            KerberosTrial(
                variables: realm.variables().merging(collection) { $1 }, username: "Alice@fabrikam.example",
                host: "localhost", gives: "alice@FABRIKAM.EXAMPLE"),
            KerberosTrial(
                variables: realm.variables().merging(collection) { $1 }, username: "alice@contoso.example",
                gives: "alice@FABRIKAM.EXAMPLE"),
            KerberosTrial(
                variables: realm.variables().merging(collection) { $1 }, username: "dave@fabrikam.example",
                gives: "bob@FABRIKAM.EXAMPLE"),
            KerberosTrial(
                variables: realm.variables().merging(["KRB5CCNAME": "KCM:"]) { $1 }, fails: "unavailable",
                says: ["daemon"], hint: "KRB5CCNAME"),
            KerberosTrial(
                variables: realm.variables(cache: "none"), fails: "interaction_required",
                says: ["there is no ticket", realm.cache("none")], hint: "kinit"),
            KerberosTrial(
                variables: realm.variables(cache: "expired"), owner: "bob@FABRIKAM.EXAMPLE",
                fails: "interaction_required",
                says: ["bob@FABRIKAM.EXAMPLE expired at 20", "Z"], hint: "kinit bob@FABRIKAM.EXAMPLE"),
            KerberosTrial(
                variables: realm.variables(cache: "later"), fails: "interaction_required",
                says: ["bob@FABRIKAM.EXAMPLE is not valid before 20"], hint: "kinit bob@FABRIKAM.EXAMPLE"),
            KerberosTrial(
                variables: realm.variables(cache: "damaged"), fails: "bad_data", says: ["damaged"], hint: "kdestroy"),
            KerberosTrial(
                variables: realm.variables().merging(["KRB5CCNAME": "NOSUCH:x"]) { $1 }, fails: "config",
                says: ["means nothing"], hint: "KRB5CCNAME"),
            KerberosTrial(
                variables: realm.variables().merging(["KRB5_CONFIG": realm.cache("configuration")]) { $1 },
                fails: "config",
                says: ["not set up"], hint: "/etc/krb5.conf"),
        ])
        await KerberosTrial.hold([
            KerberosTrial(
                isNobody: true, variables: ["KRB5_CONFIG": "/dev/null", "KRB5CCNAME": "FILE:\(realm.cache("locked"))"],
                fails: "no_input", says: ["cannot be read", realm.cache("locked")], hint: "klist")
        ])
    }

    @Test func `a key of a keytab logs in, and nothing is left on disk`() async throws {
        let realm = try await KerberosRealm()
        let people = realm.keytab("people")
        await KerberosTrial.hold(
            [
                ("alice@FABRIKAM.EXAMPLE", nil), ("bob@FABRIKAM.EXAMPLE", "bob@FABRIKAM.EXAMPLE"),
                ("bob@FABRIKAM.EXAMPLE", "bob"),
                ("bob@FABRIKAM.EXAMPLE", "BOB@fabrikam.example"), ("bob@FABRIKAM.EXAMPLE", "Bob"),
            ].map { (gives: String, named: String?) in
                KerberosTrial(
                    variables: realm.variables(), keytab: people, principal: named, host: "localhost", gives: gives)
            })
        await KerberosTrial.hold(
            [
                (people, nil, "bob@fabrikam.example", "bob"), (people, nil, "Bob@contoso.example", "bob"),
                (people, nil, "dave@fabrikam.example", "alice"), (people, "alice", "bob@fabrikam.example", "alice"),
                ("FILE:" + people, nil, nil, "alice"),
            ].map { (keytab: String, named: String?, username: String?, gives: String) in
                KerberosTrial(
                    variables: realm.variables(), keytab: keytab, principal: named, username: username,
                    gives: "\(gives)@FABRIKAM.EXAMPLE")
            })
        #expect(!FileManager.default.fileExists(atPath: realm.cache()))
    }

    @Test func `a KDC that says nothing is waited for no longer than is allowed`() async throws {
        let realm = try await KerberosRealm()
        try await realm.kinit("bob")
        let (before, says) = (ContinuousClock.now, ["no Kerberos server (KDC) answered within 1 s"])
        await KerberosTrial.hold([
            KerberosTrial(
                variables: realm.variables(.silent), keytab: realm.keytab("people"), milliseconds: 300,
                owner: "alice@FABRIKAM.EXAMPLE", fails: "try_again", says: ["log in"] + says, hint: "FABRIKAM.EXAMPLE"),
            KerberosTrial(
                variables: realm.variables(.silent), milliseconds: 300, host: "localhost", fails: "try_again",
                says: ["HTTP/localhost"] + says, hint: "--timeout"),
        ])
        #expect(ContinuousClock.now - before < .seconds(8))
    }

    @Test(arguments: [nil, "FILE:/nowhere"])
    func `programs that are started see the cache that was the default`(cache: String?) async throws {
        let realm = try await KerberosRealm()
        await #expect(processExitsWith: .success) {
            [
                cache = cache as String?, variables = realm.variables() as [String: String],
                keytab = realm.keytab("people") as String
            ] in
            for (name, value) in variables { unsafe setenv(name, value, 1) }
            if let cache { unsafe setenv("KRB5CCNAME", cache, 1) } else { unsafe unsetenv("KRB5CCNAME") }
            let tickets = ChosenCache()
            let kerberos = SystemKerberos(chosen: tickets)
            _ = try kerberos.logIn(from: .keytab(path: keytab, principal: nil), for: nil, within: 30_000)
            let request = HTTPRequest(
                post: "", type: "text/plain", to: try WebURL("http://localhost:1/"), secrets: [], logsInByKerberos: true
            )
            #expect(throws: Failure(.unavailable, "")) {
                try CurlTransport(tickets: tickets).send(request, options: TransportOptions())
            }
            let seen = try PosixProcesses().output(ofShellCommand: "printf %s \"${KRB5CCNAME-none}\"", limit: 100)
            #expect(String(decoding: seen, as: UTF8.self) == cache ?? "none")
        }
    }

    @Test func `what is wrong with a keytab or an account is said`() async throws {
        let realm = try await KerberosRealm()
        let people = realm.keytab("people")
        let stale = realm.keytab("stale")
        try Data("no keytab".utf8).write(to: URL(filePath: realm.keytab("text")))
        try Data().write(to: URL(filePath: realm.keytab("empty")))
        try Data([5, 2]).write(to: URL(filePath: realm.keytab("keyless")))
        let cases: [(keytab: String, name: String?, fails: String, says: [String], hint: String)] = [
            (realm.keytab("none"), nil, "no_input", ["cannot read", "none.keytab", "No such file"], "ktutil"),
            ("/", nil, "no_input", ["cannot read", "'/'", "regular file"], "ktutil"),
            ("/dev/null", nil, "no_input", ["regular file"], "ktutil"),
            (realm.keytab("text"), nil, "bad_data", ["is not a keytab"], "klist -k"),
            (realm.keytab("empty"), nil, "bad_data", ["is not a keytab"], "klist -k"),
            (realm.keytab("keyless"), nil, "bad_data", ["has no key"], ""),
            (people, "dave", "usage", ["no key of 'dave'"], "alice@FABRIKAM.EXAMPLE, bob@FABRIKAM.EXAMPLE"),
            (people, "alice@OTHER.TEST", "usage", ["no key of 'alice@OTHER.TEST'"], "alice@FABRIKAM.EXAMPLE"),
            (people, "gone", "bad_credentials", ["gone@FABRIKAM.EXAMPLE", "account has expired"], "administrator"),
            (people, "locked", "bad_credentials", ["locked@FABRIKAM.EXAMPLE", "locked or disabled"], "administrator"),
            (
                people, "lapsed", "bad_credentials", ["lapsed@FABRIKAM.EXAMPLE", "password has expired"],
                "kpasswd lapsed"
            ),
            (
                stale, nil, "bad_credentials", ["carol@FABRIKAM.EXAMPLE", "password was changed", "stale.keytab"],
                "ktutil"
            ),
            (
                stale, "dora", "bad_credentials", ["dora@FABRIKAM.EXAMPLE", "password was changed", "stale.keytab"],
                "ktutil"
            ),
            (stale, "eve", "bad_credentials", ["eve@FABRIKAM.EXAMPLE", "no such account"], "realm"),
        ]
        await KerberosTrial.hold(
            cases.map { keytab, name, fails, says, hint in
                KerberosTrial(
                    variables: realm.variables(), keytab: keytab, principal: name, fails: fails, says: says, hint: hint)
            })
    }

    @Test func `what keeps from a ticket for the web server is said`() async throws {
        let realm = try await KerberosRealm()
        try await realm.kinit("bob")
        let cases: [(KerberosRealm.Configuration, host: String, fails: String, says: [String], hint: String)] = [
            (.right, "localhost", "", [], ""),
            (.right, "intranet.test", "refused", ["HTTP/intranet.test", "no such service"], "setspn"),
            (.right, "intranet.other.test", "refused", ["krbtgt/OTHER.TEST", "no such service"], "domain_realm"),
            (.right, "[::1]", "refused", ["HTTP/::1", "no such service"], "setspn"),
            (.down, "127.0.0.1", "unavailable", ["FABRIKAM.EXAMPLE", "no Kerberos server (KDC) answers"], "VPN"),
            (.skewed, "127.0.0.1", "config", ["clock", "Z, and"], "timedatectl"),
            (.unknown, "127.0.0.1", "config", ["FABRIKAM.EXAMPLE", "knows no Kerberos server"], "/etc/krb5.conf"),
        ]
        for keytab in [nil, realm.keytab("people")] {
            await KerberosTrial.hold(
                cases.map { configuration, host, fails, says, hint in
                    KerberosTrial(
                        variables: realm.variables(configuration), keytab: keytab, principal: keytab.map { _ in "bob" },
                        host: host, gives: fails.isEmpty ? "bob@FABRIKAM.EXAMPLE" : nil, fails: fails, says: says,
                        hint: hint)
                })
        }
    }

    @Test func `a ticket that expires in between is said`() async throws {
        let realm = try await KerberosRealm()
        try await realm.kinit("alice", ["-l", "1s"])
        try await Task.sleep(for: .seconds(2))
        await #expect(processExitsWith: .success) { [variables = realm.variables() as [String: String]] in
            for (name, value) in variables { unsafe setenv(name, value, 1) }
            let failure = #expect(throws: Failure(.interactionRequired, "")) {
                try SystemKerberos().prepareTicket(forHost: "localhost", within: 30_000)
            }
            #expect(failure?.message.contains("has expired") == true, "\(String(describing: failure))")
            #expect(failure?.hint == "kinit alice@FABRIKAM.EXAMPLE")
        }
    }
}
