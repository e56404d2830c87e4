/// A person of a tenant.
package struct User: Sendable {
    /// What keeps a person from signing in, with the right password and all.
    package enum Obstacle: Sendable {
        case locked, disabled, passwordExpired
        /// The federation server lets them have no token for Entra.
        case deniedByFederation
        /// The federation server knows them, and Entra does not.
        case notSynchronized
    }

    /// The object id: `oid` of tokens, `uid` of the account.
    package let id: String
    /// The user principal name, lower-case: what is typed to sign in.
    package let name: String
    package let displayName: String
    package let password: String
    /// How the federation of their domain names them to Entra; nil for those whose passwords Entra checks.
    package var immutableID: String?
    package var obstacle: Obstacle?
    /// Whether a password is not enough.
    package var needsMFA = false
    /// Whether the applications' permissions were consented to beforehand.
    package var hasConsented = true

    /// The part of the name before the at sign.
    package var shortName: Substring { name.prefix { $0 != "@" } }
}
