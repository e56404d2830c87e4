import Glibc
package import JOSE

/// What a client needs to know: as one JSON line, and as environment variables for a command.
package struct Announcement: Sendable {
    package let base: String
    package let port: UInt16
    package let credentials: Credentials
    package let directory: StateDirectory

    private static let configFolder = "config"

    /// Writes the files that the announcement names.
    package func writeFiles() throws {
        let pairs = [
            ("daemon.pem", credentials.rsa), ("daemon-ec.pem", credentials.p256),
            ("daemon-ec384.pem", credentials.p384), ("expired.pem", credentials.expired),
        ]
        for (name, pair) in pairs { try directory.write(name, pair.key.pem + pair.certificate.pem) }
        try directory.write("daemon.crt", credentials.rsa.certificate.pem)
        try directory.write("secret", credentials.secret + "\n")
        try directory.makeFolder(Self.configFolder)
    }

    /// What to set for a child.
    package var environment: [(name: String, value: String)] {
        [
            ("TOKENCTL_AUTHORITY", base),
            ("TOKENCTL_TENANT", Contoso.tenant.id),
            ("TOKENCTL_CLIENT_ID", daemon.id),
            ("TOKENCTL_CLIENT_SECRET", credentials.secret),
            ("TOKENCTL_SCOPE", Self.scope(of: Contoso.orders)),
            ("TOKENCTL_SANDBOX_PUBLIC_CLIENT_ID", Contoso.terminal.id),
            ("TOKENCTL_SANDBOX_API_CLIENT_ID", Contoso.orders.id),
            ("TOKENCTL_SANDBOX_USERNAME", Contoso.alice.name),
            ("TOKENCTL_SANDBOX_PASSWORD", Contoso.alice.password),
            ("TOKENCTL_CONFIG_DIR", directory.file(Self.configFolder)),
        ]
    }

    package var json: JSON {
        .object([
            "base": .string(base),
            "port": .integer(Int(port)),
            "authority": .string("\(base)/\(Contoso.tenant.id)"),
            "issuer": .string("\(base)/\(Contoso.tenant.id)/v2.0"),
            "tenant": .string(Contoso.tenant.id),
            "tenant_domain": .optional(Contoso.tenant.domains.first),
            "client_id": .string(daemon.id),
            "client_secret": .string(credentials.secret),
            "expired_client_secret": .string(credentials.expiredSecret),
            "scope": .string(Self.scope(of: Contoso.orders)),
            "scopes": .object([
                "v2": .string(Self.scope(of: Contoso.orders)),
                "v1": .string(Self.scope(of: Contoso.billing)),
                "graph": .string(Self.scope(of: Contoso.graph)),
            ]),
            "public_client_id": .string(Contoso.terminal.id),
            "users": .object(JSONObject(members: Contoso.users.map(Self.describe))),
            "federated_users": .object(
                JSONObject(members: Contoso.federatedUsers.map { Self.describe($0, name: $0.name) })),
            "user_scopes": .object([
                "consented": .string("\(Contoso.orders.uri)/Orders.Read"),
                "unconsented": .string("\(Contoso.orders.uri)/Orders.Write"),
                "graph": .string("User.Read"),
                "billing": .string("\(Contoso.billing.uri)/Billing.Read"),
                "payroll": .string("\(Contoso.payroll.uri)/Payroll.Read"),
            ]),
            "apps": .object([
                "expired_certificate": .string(Contoso.lapsed(credentials).id),
                "disabled": .string(Contoso.disabled(credentials).id),
                "orders": .string(Contoso.orders.id),
                "billing": .string(Contoso.billing.id),
            ]),
            "directory": .string(directory.path),
            "certificates": .object([
                "rsa": .string(directory.file("daemon.pem")),
                "p256": .string(directory.file("daemon-ec.pem")),
                "p384": .string(directory.file("daemon-ec384.pem")),
                "expired": .string(directory.file("expired.pem")),
                "public": .string(directory.file("daemon.crt")),
            ]),
            "secret_file": .string(directory.file("secret")),
            "pid": .integer(Int(getpid())),
            "environment": .object(
                JSONObject(members: environment.map { JSONObject.Member($0.name, .string($0.value)) })),
        ])
    }

    private var daemon: App { Contoso.daemon(credentials, now: 0) }

    private static func describe(_ user: User) -> JSONObject.Member { describe(user, name: String(user.shortName)) }

    private static func describe(_ user: User, name: String) -> JSONObject.Member {
        JSONObject.Member(
            name,
            .object([
                "username": .string(user.name), "password": .string(user.password), "id": .string(user.id),
                "name": .string(user.displayName),
            ]))
    }

    private static func scope(of api: API) -> String { api.uri + "/.default" }
}
