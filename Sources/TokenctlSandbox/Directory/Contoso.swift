import JOSE

/// The sandbox's organization: fixed and readable identifiers, so that scripts and documents can quote them.
///
/// The GUIDs tell by their first group what they name: `c0` the tenant, `a1` applications, `a2` APIs, `b1` service
/// principals, `d1` users.
package enum Contoso {
    package static let tenant = Tenant(
        id: "c0c0c0c0-0000-4000-8000-000000000001", displayName: "Contoso",
        domains: ["contoso.example", "contoso.onmicrosoft.example", fabrikam, tailspin, wingtip])

    /// Wants version 2 tokens.
    package static let orders = API(
        id: "a2a2a2a2-0000-4000-8000-000000000001", name: "Orders", uri: "api://orders", tokenVersion: .v2,
        roles: ["Orders.Read.All", "Orders.Write.All"], scopes: ["Orders.Read", "Orders.Write"],
        knownClients: [terminalID])
    /// Wants version 1 tokens, and trusts Orders to read.
    package static let billing = API(
        id: "a2a2a2a2-0000-4000-8000-000000000002", name: "Billing", uri: "api://billing", tokenVersion: .v1,
        roles: ["Billing.Read.All"], scopes: ["Billing.Read"],
        knownClients: [orders.id], preauthorized: [orders.id: ["Billing.Read"]])
    /// Only Graph itself can validate its tokens.
    package static let graph = API(
        id: "00000003-0000-0000-c000-000000000000", name: "Microsoft Graph", uri: "https://graph.microsoft.com",
        tokenVersion: .v1, roles: ["User.Read.All"], scopes: ["User.Read", "Mail.Read", "Mail.Send"],
        hidesSignature: true)

    /// Wants version 2 tokens, and more proof than a password.
    package static let payroll = API(
        id: "a2a2a2a2-0000-4000-8000-000000000003", name: "Payroll", uri: "api://payroll", tokenVersion: .v2,
        roles: ["Payroll.Read.All"], scopes: ["Payroll.Read"], policy: "9ab03e19-ed42-4168-b6b7-7001fb3e933a")

    package static func daemon(_ credentials: Credentials, now: Int) -> App {
        App(
            id: "a1a1a1a1-0000-4000-8000-000000000001", name: "Daemon",
            objectID: "b1b1b1b1-0000-4000-8000-000000000001",
            secrets: [
                ClientSecret(value: credentials.secret, expiry: .max),
                ClientSecret(value: credentials.expiredSecret, expiry: now - 86_400),
            ],
            certificates: certificates(credentials),
            roles: [
                orders.id: ["Orders.Read.All"], billing.id: ["Billing.Read.All"], graph.id: ["User.Read.All"],
            ], redirectURIs: loopback + [.exact("https://daemon.contoso.example/signin")], permissions: permissions)
    }

    /// Its only certificate has expired.
    package static func lapsed(_ credentials: Credentials) -> App {
        App(
            id: "a1a1a1a1-0000-4000-8000-000000000002", name: "Lapsed",
            objectID: "b1b1b1b1-0000-4000-8000-000000000002", certificates: [credentials.expired.certificate])
    }

    /// Has a good secret, the daemon's, and may not use it.
    package static func disabled(_ credentials: Credentials) -> App {
        App(
            id: "a1a1a1a1-0000-4000-8000-000000000003", name: "Disabled",
            objectID: "b1b1b1b1-0000-4000-8000-000000000003", isEnabled: false,
            secrets: [ClientSecret(value: credentials.secret, expiry: .max)])
    }

    /// Those that client assertions may be signed with.
    static func certificates(_ credentials: Credentials) -> [Certificate] {
        [credentials.rsa, credentials.p256, credentials.p384].map(\.certificate) + credentials.registered
    }

    package static func directory(_ credentials: Credentials, now: Int) -> Directory {
        Directory(
            tenants: [tenant],
            apps: [
                daemon(credentials, now: now), lapsed(credentials), disabled(credentials), terminal, shell, editor,
                ordersService(credentials), billingService(credentials),
            ], apis: [orders, billing, graph, payroll], users: users + federatedUsers,
            federations: federations(credentials))
    }
}
