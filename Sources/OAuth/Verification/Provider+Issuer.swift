import JOSE
import World

extension Provider {
    /// What `iss` has to be.
    ///
    /// - Parameter issuers: as the provider's metadata has them; a template is good for many tenants, not for one.
    func issuerRule(issuers: [String]) -> IssuerRule {
        guard case .authority(let authority) = self else { return IssuerRule(issuers: issuers) }
        let tenant = authority.tenant == "consumers" ? Authority.personalAccounts : authority.tenant
        let isNamed = !authority.isMultiTenant && !authority.hasTenantID
        return IssuerRule(
            issuers: isNamed ? issuers.filter { !IssuerRule.isTemplate($0) } : issuers,
            wantsTenant: authority.hasVersion1,
            tenant: Authority.isGUID(tenant) ? tenant : nil,
            refusesPersonalAccounts: authority.tenant == "organizations", policy: authority.policy)
    }

    /// The same without asking the provider.
    ///
    /// - Parameter tokens: which version's issuer counts.
    /// - Throws: `usage` where only the provider's metadata tells.
    func issuerRule(of tokens: ConfiguredTokens) throws(Failure) -> IssuerRule {
        switch self {
        case .issuer(let issuer): return IssuerRule(issuers: [issuer.identifier])
        case .authority(let authority):
            guard let issuers = authority.knownIssuers(of: tokens) else {
                throw Failure(
                    .usage, "only the provider itself knows the issuer of '\(authority)'",
                    hint: """
                        give \(authority.hasVersion1 ? "the tenant's id, or " : "")--issuer\
                        \(authority.policy.map { " with --require tfp=\($0)" } ?? ""); or leave out --jwks and --key
                        """)
            }
            return issuerRule(issuers: issuers)
        }
    }
}

extension Authority {
    /// Whether its configuration may name this issuer, by MSAL's rule.
    ///
    /// It may be at the same host, whatever the path; one of Microsoft's; or a region's of the host, or the other way
    /// round. On this machine, every name of it is the same host.
    func accepts(issuer: String) -> Bool {
        // Of many tenants' configuration it is a template.
        guard let url = try? WebURL(issuer.replacing("{tenantid}", with: "tenantid")) else { return false }
        let (own, other) = (server.host, url.host)
        if server.isSecure == url.isSecure {
            if own == other || WebURL.isLoopback(host: own) && WebURL.isLoopback(host: other) { return true }
        }
        guard url.isSecure else { return false }
        return KnownHosts.isIssuer(other) || KnownHosts.isRegion(other, of: own) || KnownHosts.isRegion(own, of: other)
    }

    /// nil for a tenant whose id is not known.
    fileprivate func knownIssuers(of tokens: ConfiguredTokens) -> [String]? {
        if isADFS {
            let hosts = server.port == nil ? [server.host] : [server.host, server.hostAndPort]
            return ["\(server)/adfs"] + hosts.map { "http://\($0)/adfs/services/trust" }
        }
        guard hasVersion1, hasTenantID || isMultiTenant else { return nil }
        let id = hasTenantID ? tenant : "{tenantid}"
        let server = server.port == nil ? "https://\(KnownHosts.global(server.host))" : server.description
        if kind == .ciam { return ["https://\(id).ciamlogin.com/\(id)/v2.0"] }
        return [tokens.areVersion1 ? "\(version1Server)/\(id)/" : "\(server)/\(id)/v2.0"]
    }

    /// Where version 1.0 tokens are from, by name only.
    private var version1Server: String {
        switch KnownHosts.global(server.host) {
        case "login.partner.microsoftonline.cn": "https://sts.chinacloudapi.cn"
        case let host where WebURL.isLoopback(host: host): server.description
        default: "https://sts.windows.net"
        }
    }
}
