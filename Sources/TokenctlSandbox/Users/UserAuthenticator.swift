/// Judges what a person presents.
package struct UserAuthenticator: Sendable {
    package let directory: Directory
    package let policies: SignInPolicies

    /// A sign-in with a password, which may not be enough yet.
    ///
    /// - Parameter now: seconds since 1970.
    package func signIn(
        _ name: String, password: String, in tenant: Tenant, now: Int
    ) throws(EntraError) -> SignIn {
        let user = try directory.user(name, in: tenant)
        switch user.obstacle {
        case .locked: throw .accountLocked
        case .disabled: throw .accountDisabled
        case .notSynchronized: throw .unknownUser(name, in: tenant)
        case .passwordExpired, .deniedByFederation, nil: break
        }
        guard password == user.password else { throw .wrongPassword }
        guard user.obstacle != .passwordExpired else { throw .passwordExpired }
        return signIn(user, in: tenant, methods: ["pwd"], now: now)
    }

    /// A sign-in by someone who has proven who they are.
    ///
    /// - Parameter methods: how.
    package func signIn(_ user: User, in tenant: Tenant, methods: [String], now: Int) -> SignIn {
        SignIn(
            user: user, tenant: tenant, methods: methods, time: now, revocations: policies.revocations(of: user),
            sessionID: Identifier.guid())
    }

    /// A sign-in by someone who knows the password and has the second factor at hand.
    ///
    /// - Parameter needsMFA: whether the second factor is wanted even where the person's password is enough.
    package func signIn(_ user: User, in tenant: Tenant, needsMFA: Bool, now: Int) throws(EntraError) -> SignIn {
        var signIn = try signIn(user.name, password: user.password, in: tenant, now: now)
        if needsMFA || policies.lacksMFA(signIn) { signIn.methods.append("mfa") }
        return signIn
    }
}
