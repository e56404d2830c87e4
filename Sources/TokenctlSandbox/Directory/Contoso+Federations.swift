import JOSE

/// Three domains of Contoso's that are federated, by what their servers offer, and their people.
///
/// Fabrikam's speaks WS-Trust 1.3 and 2005 and gives SAML 1.1, as AD FS does; Tailspin's names 2005 alone; Wingtip's gives
/// SAML 2.0. All have the same people, so that `alice@IDP.TEST` of any Kerberos realm is `alice@fabrikam.example` at
/// Fabrikam's.
extension Contoso {
    package static let fabrikam = "fabrikam.example"
    package static let tailspin = "tailspin.example"
    package static let wingtip = "wingtip.example"

    package static func federations(_ credentials: Credentials) -> [Federation] {
        let key = SigningKey(key: credentials.federation.key, certificate: credentials.federation.certificate)
        return [
            Federation(domain: fabrikam, path: "", versions: [.v2005, .v1_3], tokenType: .saml1, key: key),
            Federation(domain: tailspin, path: "/tailspin", versions: [.v2005], tokenType: .saml1, key: key),
            Federation(domain: wingtip, path: "/wingtip", versions: [.v2005, .v1_3], tokenType: .saml2, key: key),
        ]
    }

    /// Passwords as everywhere: `fred-password` is Fred's.
    package static let federatedUsers = [fabrikam, tailspin, wingtip].enumerated().flatMap { index, domain in
        people(of: domain, number: 10 * (index + 1))
    }

    private static func people(of domain: String, number: Int) -> [User] {
        let kinds: [(name: String, displayName: String, change: (inout User) -> Void)] = [
            ("fred", "Fred Farmer", { _ in }), ("alice", "Alice Archer", { _ in }), ("bob", "Bob Baker", { _ in }),
            ("mfa", "Max Factor", { $0.needsMFA = true }), ("noconsent", "Nora Consent", { $0.hasConsented = false }),
            ("disabled", "Dan Disabled", { $0.obstacle = .disabled }),
            ("expired", "Eve Expired", { $0.obstacle = .passwordExpired }),
            ("denied", "Dora Denied", { $0.obstacle = .deniedByFederation }),
            ("stray", "Stan Stray", { $0.obstacle = .notSynchronized }),
        ]
        return kinds.enumerated().map { index, kind in
            let id = "d1d1d1d1-0000-4000-8000-0000000000\(number + index)"
            var user = User(
                id: id, name: "\(kind.name)@\(domain)", displayName: kind.displayName,
                password: "\(kind.name)-password")
            user.immutableID = Base64.encode(Array(id.utf8.suffix(16)))
            kind.change(&user)
            return user
        }
    }
}
