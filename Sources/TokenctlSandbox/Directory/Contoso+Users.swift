/// The people, by what happens when they sign in, and the application that they use.
///
/// Passwords are meant to be quoted: `alice-password` is alice's.
extension Contoso {
    package static let alice = user(1, "alice", "Alice Adams")
    package static let bob = user(2, "bob", "Bob Brown")
    package static let mfa = user(3, "mfa", "Max Factor") { $0.needsMFA = true }
    package static let expired = user(4, "expired", "Eve Expired") { $0.obstacle = .passwordExpired }
    package static let locked = user(5, "locked", "Lou Locked") { $0.obstacle = .locked }
    package static let disabled = user(6, "disabled", "Dan Disabled") { $0.obstacle = .disabled }
    package static let noConsent = user(7, "noconsent", "Nora Consent") { $0.hasConsented = false }

    package static let users = [alice, bob, mfa, expired, locked, disabled, noConsent]

    /// A public client: it has no secret.
    package static let terminal = App(
        id: terminalID, name: "Terminal",
        objectID: "b1b1b1b1-0000-4000-8000-000000000004", isPublic: true,
        redirectURIs: loopback + [.exact(nativeClient)], permissions: permissions)

    static let terminalID = "a1a1a1a1-0000-4000-8000-000000000004"

    /// Where desktop applications without a listener are sent, for the code to be copied from the address bar.
    package static let nativeClient = "https://login.microsoftonline.com/common/oauth2/nativeclient"

    /// What applications that sign people in have registered.
    static let loopback: [RedirectURI] = [.localhost, .loopback]
    static let permissions = [
        graph.id: ["User.Read"], orders.id: ["Orders.Read"], payroll.id: ["Payroll.Read"],
    ]

    private static func user(
        _ number: Int, _ name: String, _ displayName: String, _ change: (inout User) -> Void = { _ in }
    ) -> User {
        var user = User(
            id: "d1d1d1d1-0000-4000-8000-00000000000\(number)", name: "\(name)@contoso.example",
            displayName: displayName, password: "\(name)-password")
        change(&user)
        return user
    }
}
