/// Everything that the provider knows: tenants, applications, APIs and people.
package struct Directory: Sendable {
    package var tenants: [Tenant]
    package var apps: [App]
    package var apis: [API]
    package var users: [User]
    package var federations: [Federation] = []

    /// What a tenant segment means: a GUID or domain in any letter case, or one of Entra's words (AADSTS90002).
    package func authority(named name: String) throws(EntraError) -> Authority {
        switch name.lowercased() {
        case "common": return .common
        case "organizations": return .organizations
        case "consumers": return .consumers
        case let name:
            guard let tenant = tenants.first(where: { $0.names.contains(name) }) else { throw .unknownTenant(name) }
            return .tenant(tenant)
        }
    }

    /// The tenant whose people sign in at an authority; an open one means the first, the only one there is.
    package func tenant(of authority: Authority) throws(EntraError) -> Tenant {
        switch authority {
        case .tenant(let tenant): return tenant
        case .common, .organizations:
            guard let tenant = tenants.first else { throw .noTenantInformation }
            return tenant
        case .consumers: throw .noPersonalAccounts
        }
    }

    package func user(_ name: String, in tenant: Tenant) throws(EntraError) -> User {
        guard let user = users.first(where: { $0.name == name.lowercased() }),
            tenant.shape != .adfs || tenant.owns(name)
        else {
            throw .unknownUser(name, in: tenant)
        }
        return user
    }

    /// - Parameter id: the object id.
    package func user(id: String, in tenant: Tenant) throws(EntraError) -> User {
        guard let user = users.first(where: { $0.id == id }) else { throw .unknownUser(id, in: tenant) }
        return user
    }

    package func app(_ clientID: String, in tenant: Tenant) throws(EntraError) -> App {
        guard let app = apps.first(where: { $0.id == clientID.lowercased() }) else {
            throw .unknownApp(clientID, in: tenant)
        }
        guard app.isEnabled else { throw .disabledApp(app) }
        return app
    }

    package func api(_ resource: String, in tenant: Tenant) throws(EntraError) -> API {
        guard let api = apis.first(where: { $0.isNamed(resource) }) else {
            throw .unknownResource(resource, in: tenant)
        }
        return api
    }
}
