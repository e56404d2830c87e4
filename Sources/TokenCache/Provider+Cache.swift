import OAuth

extension Provider {
    /// The issuer identifier of a provider that is not Entra-like.
    var issuerIdentifier: String? {
        if case .issuer(let issuer) = self { issuer.identifier } else { nil }
    }

    /// The tenant where it is given by a name: a domain, which rows with tenants' ids do not tell.
    var namedTenant: String? {
        guard case .authority(let authority) = self, !authority.hasTenantID, !authority.isMultiTenant else {
            return nil
        }
        return authority.tenant
    }

    /// Whether a row of this realm is one of the tenant that was asked for.
    ///
    /// - Parameters:
    ///   - askedTenant: the name by which the row's tenant was asked for; nil where it was by its id.
    ///   - homeAccountID: whose row it is; nil for an app's own.
    func accepts(realm: String, askedAs askedTenant: String?, of homeAccountID: String?) -> Bool {
        guard case .authority(let authority) = self else { return true }
        if realm == authority.tenant || (askedTenant != nil && askedTenant == namedTenant) { return true }
        // Where no tenant is asked for, a person's own is meant.
        return authority.isMultiTenant && (homeAccountID?.hasSuffix("." + realm) ?? false)
    }
}
