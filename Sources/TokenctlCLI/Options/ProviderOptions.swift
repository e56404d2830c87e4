import ArgumentParser
import OAuth
import World

/// Who issues the token.
struct ProviderOptions: ParsableArguments {
    @Option(help: .init("The tenant: a GUID or a domain name.", valueName: "id"))
    var tenant: String?

    @Option(
        help: .init(
            "The URL of an authority like Entra, with or without the tenant (default: \(Authority.publicCloud)).",
            valueName: "url"))
    var authority: String?

    @Option(
        help: .init(
            "A Microsoft cloud by its name, instead of --authority: \(Cloud.names.joined(separator: ", ")).",
            valueName: "name"),
        completion: Cloud.completion)
    var cloud: String?

    @Option(help: .init("The URL of any other OpenID provider, instead of the three above.", valueName: "url"))
    var issuer: String?

    @Flag(
        help: "Do not ask Microsoft's public cloud whether the authority's host, if it is not known, is one of Entra's."
    )
    var noInstanceDiscovery = false
}

extension Cloud: NamedValue {
    static let kind = "cloud"
}

extension ProviderOptions {
    /// Whether the command line names a provider; what the environment says does not count.
    var isNamed: Bool { tenant != nil || authority != nil || cloud != nil || issuer != nil }

    /// The provider that the options and, where they are silent, the environment name.
    ///
    /// An option on one side of the choice between Entra and others silences the environment on the other.
    func provider(in environment: Environment) throws(Failure) -> Provider {
        let namesEntra = tenant != nil || authority != nil || cloud != nil
        if let issuer {
            guard !namesEntra else {
                throw Failure(
                    .usage, "--issuer does not go with --tenant, --authority or --cloud", hint: "leave one out")
            }
            return .issuer(try Issuer(issuer))
        }
        if !namesEntra, let issuer = environment.first("TOKENCTL_ISSUER") { return .issuer(try Issuer(issuer)) }
        guard authority == nil || cloud == nil else {
            throw Failure(.usage, "--cloud does not go with --authority", hint: "leave one out")
        }
        var authority = try authority(in: environment)
        authority.isTrusted = trustsHost(in: environment)
        return .authority(authority)
    }

    /// The same with the tenant of a token at hand, where the options and the environment leave the tenant open.
    func taking(tenant issued: String?, in environment: Environment) -> ProviderOptions {
        guard let issued, issuer == nil else { return self }
        var options = self
        switch try? provider(in: environment) {
        case nil: options.tenant = tenant ?? issued
        case .authority(let authority) where authority.isMultiTenant:
            options.tenant = issued
            options.authority = options.authority.map(Authority.withoutTenant)
        case .authority, .issuer: break
        }
        return options
    }

    private func authority(in environment: Environment) throws(Failure) -> Authority {
        let tenantOfEnvironment = environment.first("TOKENCTL_TENANT", "AZURE_TENANT_ID")
        let ofCloud: String? = if let cloud { try Cloud.named(cloud, by: "--cloud").authority } else { nil }
        if let given = authority ?? ofCloud {
            // A tenant in the given URL is nearer than one in the environment.
            return try Authority(given, tenant: tenant ?? (Authority.hasTenant(given) ? nil : tenantOfEnvironment))
        }
        let url = try urlOfEnvironment(environment)
        if let tenant { return try Authority(Authority.withoutTenant(url), tenant: tenant) }
        let isOwn = environment.first("TOKENCTL_AUTHORITY") != nil && Authority.hasTenant(url)
        // A variable of this program's own comes before one of Azure's tools.
        return try Authority(url, tenant: isOwn ? environment.first("TOKENCTL_TENANT") : tenantOfEnvironment)
    }

    private func trustsHost(in environment: Environment) -> Bool {
        if noInstanceDiscovery { return true }
        guard let setting = environment.first("TOKENCTL_NO_INSTANCE_DISCOVERY") else { return false }
        return !["0", "false", "no"].contains(setting.lowercased())
    }

    private func urlOfEnvironment(_ environment: Environment) throws(Failure) -> String {
        if let url = environment.first("TOKENCTL_AUTHORITY") { return url }
        if let name = environment.first("TOKENCTL_CLOUD") {
            return try Cloud.named(name, by: "TOKENCTL_CLOUD").authority
        }
        guard let host = environment.first("AZURE_AUTHORITY_HOST") else { return Authority.publicCloud }
        // Microsoft's libraries take a bare host name too.
        return host.contains("://") ? host : "https://\(host)"
    }
}
