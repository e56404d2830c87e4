/// What a client asks for in a person's name: OpenID scopes, and permissions at one API.
package struct DelegatedScopes: Sendable {
    /// Of `openid`, `profile`, `email` and `offline_access`, those that were asked for.
    package let openID: Set<String>
    package let api: API
    /// The API as the request named it, nil where it did not: short names are Microsoft Graph's.
    package let resource: String?
    /// The permissions that were named, as the API spells them.
    package let names: [String]
    /// Whether `.default` was asked for: all that is consented to.
    package let wantsDefault: Bool

    package static let openIDScopes: Set = ["openid", "profile", "email", "offline_access"]

    package func asks(for scope: String) -> Bool { openID.contains(scope) }

    /// What must be consented to; `.default` means what the application has registered.
    package func needed(by app: App) -> [String] { wantsDefault ? app.permissions[api.id, default: []] : names }

    /// The OpenID scopes that Entra shows: for Microsoft Graph only, and never `offline_access`.
    package var shownOpenID: [String] { api.hidesSignature ? openID.subtracting(["offline_access"]).sorted() : [] }

    /// How Entra repeats them in `scope`: all that is granted, named as in the request.
    ///
    package func echo(of granted: [String]) -> String {
        let prefix = resource.map { $0 + "/" } ?? ""
        return (shownOpenID + granted.map { prefix + $0 } + (wantsDefault ? [prefix + ".default"] : []))
            .joined(separator: " ")
    }
}

extension Directory {
    /// Reads a `scope` parameter (AADSTS70011, 28000, 500011, 650053).
    package func delegatedScopes(_ text: String, for app: App, in tenant: Tenant) throws(EntraError) -> DelegatedScopes
    {
        let asked = text.split(separator: " ").map(String.init)
        let openID = DelegatedScopes.openIDScopes.intersection(asked.map { $0.lowercased() })
        let others = asked.filter { !openID.contains($0.lowercased()) }.map(Self.split)
        guard !asked.isEmpty else { throw .missingParameter("scope") }
        // Who only signs in gets to read the own profile.
        guard let first = others.first else {
            return DelegatedScopes(
                openID: openID, api: try api(Self.graph, in: tenant), resource: nil, names: ["User.Read"],
                wantsDefault: false)
        }
        guard others.allSatisfy({ $0.resource == first.resource }) else { throw .severalResources(text) }
        let api = try api(first.resource ?? Self.graph, in: tenant)
        let isDefault = others.contains { $0.name == ".default" }
        guard !isDefault || others.count == 1 else { throw .invalidScope(text) }
        let names = try others.filter { $0.name != ".default" }.map { scope throws(EntraError) -> String in
            let known = api.scopes.first { $0.lowercased() == scope.name.lowercased() }
            guard let known else { throw .unknownScope(scope.name, of: api, askedBy: app) }
            return known
        }
        return DelegatedScopes(
            openID: openID, api: api, resource: first.resource, names: names, wantsDefault: isDefault)
    }

    /// What a scope without a resource belongs to.
    private static let graph = "https://graph.microsoft.com"

    /// `api://orders/Orders.Read` is of `api://orders`; `User.Read` names no resource.
    private static func split(_ scope: String) -> (resource: String?, name: String) {
        guard let slash = scope.lastIndex(of: "/") else { return (nil, scope) }
        return (String(scope[..<slash]), String(scope[scope.index(after: slash)...]))
    }
}
