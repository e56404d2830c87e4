package import World

/// A flow that not every authority has: what the provider would refuse anyway is refused before anything is asked.
///
/// The limits are those that Microsoft's documents of MSAL's flows give.
package enum LimitedFlow: Sendable {
    case clientCredentials
    case deviceCode
    case password
    case integratedWindows

    /// - Throws: `usage`, with what to give instead.
    package func check(_ provider: Provider) throws(Failure) {
        guard case .authority(let authority) = provider else {
            guard self != .integratedWindows else { throw refusal(at: "an --issuer", hint: Self.federatedTenant) }
            return
        }
        if self == .integratedWindows, !authority.hasUserRealms {
            throw refusal(at: authority.kind.name, hint: Self.federatedTenant)
        }
        // AD B2C has no device authorization endpoint.
        if self == .deviceCode, authority.kind == .b2c {
            throw refusal(at: authority.kind.name, hint: "sign in with tokenctl auth-code")
        }
        guard !takesTenant(of: authority) else { return }
        throw refusal(at: "'\(authority.tenant)'", hint: wayOut)
    }

    private func takesTenant(of authority: Authority) -> Bool {
        switch authority.tenant {
        case "common", "consumers": false
        case "organizations": self != .clientCredentials
        // By its id, too, it is the tenant of all personal accounts.
        case Authority.personalAccounts: self == .clientCredentials
        default: true
        }
    }

    private func refusal(at place: String, hint: String) -> Failure {
        let what =
            switch self {
            case .clientCredentials: "an app has no token of its own at \(place)"
            case .deviceCode: "there is no sign-in on another device at \(place)"
            case .password: "passwords are not taken at \(place) (AADSTS90010)"
            case .integratedWindows: "there is no integrated Windows authentication at \(place)"
            }
        return Failure(.usage, what, hint: hint)
    }

    private var wayOut: String {
        switch self {
        case .clientCredentials: "give the tenant's id or domain"
        case .deviceCode: Self.organization + "; or sign in with tokenctl auth-code"
        case .password, .integratedWindows: Self.organization
        }
    }

    private static let organization = "give --tenant organizations, or the tenant's id or domain"
    private static let federatedTenant = """
        leave out --issuer and \(Authority.givenBy), and give the Entra tenant that the users' domain is federated \
        with: --tenant organizations, or its id or domain
        """
}
