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

    fileprivate static func found(_ name: String, by origin: String) throws(Failure) -> Cloud {
        if let cloud = Cloud(name: name) { return cloud }
        return try named(name, by: origin)
    }
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
        authority.isTrusted = try trustsHost(in: environment)
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
        case .authority, .issuer: break
        }
        return options
    }

    private func authority(in environment: Environment) throws(Failure) -> Authority {
        let tenantOfEnvironment = environment.first("TOKENCTL_TENANT", "AZURE_TENANT_ID")
        let ofCloud: String? = if let cloud { try Cloud.found(cloud, by: "--cloud").authority } else { nil }
        if let given = authority.map(Self.withScheme) ?? ofCloud {
            // A tenant in the given URL is nearer than one in the environment.
            return try Authority(given, tenant: tenant ?? (Authority.hasTenant(given) ? nil : tenantOfEnvironment))
        }
        var url = Self.withScheme(try urlOfEnvironment(environment))
        // Azure's variable is for a host alone: any tenant is nearer than one in it, but for B2C and AD FS, whose paths
        // say more.
        let isHost = environment.first("TOKENCTL_AUTHORITY") == nil && tenantOfEnvironment != nil
        if tenant != nil || isHost { url = Authority.withoutTenant(url) }
        // A variable of this program's own comes before one of Azure's tools.
        let nearest = Authority.hasTenant(url) ? environment.first("TOKENCTL_TENANT") : tenantOfEnvironment
        return try Authority(url, tenant: tenant ?? nearest)
    }

    /// A misunderstood word must not be taken for trust.
    private func trustsHost(in environment: Environment) throws(Failure) -> Bool {
        let variable = "TOKENCTL_NO_INSTANCE_DISCOVERY"
        guard !noInstanceDiscovery, let setting = environment.first(variable) else { return noInstanceDiscovery }
        switch setting.lowercased() {
        case "1", "true", "yes", "on": return true
        case "0", "false", "no", "off": return false
        default: throw Failure(.usage, "\(variable) is '\(setting)'", hint: "set it to 1 or 0, or not at all")
        }
    }

    /// Microsoft's libraries take a bare host name too.
    static func withScheme(_ text: String) -> String { text.contains("://") ? text : "https://\(text)" }

    private func urlOfEnvironment(_ environment: Environment) throws(Failure) -> String {
        if let url = environment.first("TOKENCTL_AUTHORITY") { return url }
        if let name = environment.first("TOKENCTL_CLOUD") {
            return try Cloud.found(name, by: "TOKENCTL_CLOUD").authority
        }
        return environment.first("AZURE_AUTHORITY_HOST") ?? Authority.publicCloud
    }
}
