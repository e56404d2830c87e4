/// APIs that call on in a person's name: each is one registration, so that the client id is the API's own id.
///
/// They have the daemon's secret and certificates, for whoever has those to play any part of a chain.
extension Contoso {
    /// May call Billing, Payroll and Microsoft Graph.
    package static func ordersService(_ credentials: Credentials) -> App {
        middleTier(
            orders, credentials, objectID: "b1b1b1b1-0000-4000-8000-000000000005",
            permissions: [
                billing.id: ["Billing.Read"], payroll.id: ["Payroll.Read"], graph.id: ["User.Read"],
            ])
    }

    /// May call Microsoft Graph.
    package static func billingService(_ credentials: Credentials) -> App {
        middleTier(
            billing, credentials, objectID: "b1b1b1b1-0000-4000-8000-000000000006",
            permissions: [graph.id: ["User.Read"]])
    }

    private static func middleTier(
        _ api: API, _ credentials: Credentials, objectID: String, permissions: [String: [String]]
    ) -> App {
        App(
            id: api.id, name: api.name, objectID: objectID,
            secrets: [ClientSecret(value: credentials.secret, expiry: .max)],
            certificates: certificates(credentials), permissions: permissions)
    }
}
