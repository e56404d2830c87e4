import OAuth

extension Provider {
    /// The issuer identifier of a provider that is not Entra-like.
    var issuerIdentifier: String? {
        if case .issuer(let issuer) = self { issuer.identifier } else { nil }
    }

    /// Whether a row of this realm is one of the tenant that was asked for.
    ///
    /// - Parameter homeAccountID: whose row it is; nil for an app's own.
    func accepts(realm: String, of homeAccountID: String?) -> Bool {
        guard case .authority(let authority) = self else { return true }
        if authority.hasTenantID { return realm == authority.tenant }
        guard authority.isMultiTenant, let homeAccountID else {
            // A tenant that was given by its domain has its id in the rows; the file's name has the domain.
            return true
        }
        // Where no tenant is asked for, a person's own is meant.
        return realm == authority.tenant || homeAccountID.hasSuffix("." + realm)
    }
}
