import Foundation

/// A realm of its own with MIT's KDC, as `Tests/Servers/kerberos` makes it.
package struct KerberosRealm: Sendable {
    /// What a client believes of the realm.
    package enum Configuration: String, Sendable, Codable {
        case right = "krb5"
        /// The KDC's port is closed.
        case down
        /// The KDC's clock is an hour ahead.
        case skewed
        /// The KDC says nothing.
        case silent
        /// There is no KDC.
        case unknown
    }

    /// How it is reached.
    private struct Announcement: Decodable {
        let realm: String
        let folder: String
    }

    package static let requirement = Requirement(
        "MIT's Kerberos server", remedy: "apt-get install krb5-kdc krb5-admin-server krb5-user faketime util-linux"
    ) {
        ["kinit", "faketime", "setpriv"].allSatisfy { Requirement.path(ofTool: $0) != nil }
            && ["krb5kdc", "kadmin.local"].allSatisfy {
                FileManager.default.isExecutableFile(atPath: "/usr/sbin/\($0)")
            }
    }

    private let server: Server
    private let folder: String
    /// `FABRIKAM.EXAMPLE`.
    package let name: String

    package init() async throws {
        server = try await Server(script: "kerberos", [Server.folder])
        let announcement = try server.announced(as: Announcement.self)
        (folder, name) = (announcement.folder, announcement.realm)
    }

    /// The keytab of that name: "people", "stale" or "http".
    package func keytab(_ name: String) -> String { "\(folder)/\(name).keytab" }

    /// The variables by which a program finds the realm, and a cache in the folder.
    ///
    /// - Parameter cache: its name; nothing is in it before `kinit`.
    package func variables(_ configuration: Configuration = .right, cache: String = "cache") -> [String: String] {
        ["KRB5_CONFIG": "\(folder)/\(configuration.rawValue).conf", "KRB5CCNAME": "FILE:\(self.cache(cache))"]
    }

    /// The path of a cache's file.
    package func cache(_ name: String = "cache") -> String { "\(folder)/\(name)" }

    /// Gets someone's ticket, as the person would: by the password.
    ///
    /// - Parameter options: further ones of `kinit`, `["-l", "1s"]` for example.
    package func kinit(_ person: String = "alice", _ options: [String] = [], cache: String = "cache") async throws {
        let run = try await ProcessRun.of(
            Requirement.path(ofTool: "kinit") ?? "kinit", options + [person],
            environment: ProcessRun.bareEnvironment.merging(variables(cache: cache)) { $1 },
            input: Data("\(person)-password\n".utf8))
        guard run.status == 0 else { throw KinitError(description: run.stderr) }
    }

    private struct KinitError: Error, CustomStringConvertible {
        let description: String
    }
}
