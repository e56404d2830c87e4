/// A form posted to a token endpoint.
package struct TokenRequest: Sendable {
    package let form: Form
    package let authority: Authority
    /// The endpoint's.
    package let version: PlatformVersion
    package let exchange: Exchange

    /// The `claims` parameter; nil without one.
    package var claims: ClaimsRequest? {
        get throws(EntraError) { try ClaimsRequest(in: form) }
    }

    /// The scopes that a person's token is asked for with: `scope`, or in version 1 all of the one `resource`.
    package func userScope() throws(EntraError) -> String {
        guard version == .v1 else {
            guard form["resource"] == nil else { throw .resourceParameter }
            return try form.required("scope")
        }
        let resource = try form.required("resource")
        let openID = (form["scope"] ?? "").split(separator: " ").filter {
            DelegatedScopes.openIDScopes.contains(String($0))
        }
        return (openID + ["\(resource)/.default"]).joined(separator: " ")
    }

    /// The one resource that an app asks for: `scope=RESOURCE/.default`, or `resource=RESOURCE` in version 1.
    ///
    /// OpenID scopes are ignored as in Entra: MSAL for Go and for .NET add them.
    package func appResource() throws(EntraError) -> String {
        if version == .v1 { return try form.required("resource") }
        guard form["resource"] == nil else { throw .resourceParameter }
        let scope = try form.required("scope")
        let asked = scope.split(separator: " ").filter { !["openid", "profile", "offline_access"].contains($0) }
        guard asked.count == 1, let name = asked.first, name.hasSuffix("/.default"), name != "/.default" else {
            throw .scopeIsNotDefault(scope)
        }
        return String(name.dropLast("/.default".count))
    }
}
