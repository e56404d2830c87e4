import Glibc
import TestSupport
import Testing
import World

@testable import Platform

/// A use of Kerberos in a process of its own, for libkrb5 goes by the environment, and what must come of it.
struct KerberosTrial: Codable, Sendable {
    /// Whether who runs it may read nobody else's files.
    var isNobody = false
    /// Of the environment.
    var variables: [String: String]
    /// The path of a keytab; nil for the credential cache.
    var keytab: String?
    var principal: String?
    /// Whose tickets are preferred.
    var username: String?
    /// How long a KDC may take.
    var milliseconds = 30_000
    /// Whose tickets they are before the login; nil where nobody asks.
    var owner: String?
    /// The web server to get a ticket for.
    var host: String?
    /// The principal; nil where it must fail.
    var gives: String?
    /// The `Failure.Code`, what is in the message, and what is in the hint.
    var fails = ""
    var says: [String] = []
    var hint = ""

    /// Runs in the process that it is about.
    func run() {
        // Whoever is not root reads no file without permissions, anyway.
        if isNobody, geteuid() == 0 { #expect(setuid(65534) == 0) }
        for (name, value) in variables { unsafe setenv(name, value, 1) }
        do throws(Failure) {
            let source: TicketSource = keytab.map { .keytab(path: $0, principal: principal) } ?? .cache
            let kerberos = SystemKerberos()
            if let owner { #expect(try kerberos.principal(in: source) == owner, "\(self)") }
            let person = try kerberos.logIn(from: source, for: username, within: milliseconds)
            if let host { try kerberos.prepareTicket(forHost: host, within: milliseconds) }
            #expect(person == gives, "\(self)")
        } catch {
            #expect(error.code.rawValue == fails, "\(error): \(self)")
            for part in says { #expect(error.message.contains(part), "\(error)") }
            #expect(hint.isEmpty || error.hint?.contains(hint) == true, "\(error)")
        }
    }

    /// Runs some, one after the other, in one process.
    static func hold(_ trials: [KerberosTrial]) async {
        await #expect(processExitsWith: .success) { [trials = trials as [KerberosTrial]] in
            for trial in trials { trial.run() }
        }
    }
}
