import Synchronization

/// Which permissions people let applications have.
package final class Consents: Sendable {
    private struct Key: Hashable {
        let user: String
        let app: String
        let api: String
    }

    private let given = Mutex<[Key: Set<String>]>([:])

    package init() {}

    /// In the order in which the API lists them.
    package func granted(by user: User, to app: App, at api: API) -> [String] {
        let beforehand = user.hasConsented ? app.permissions[api.id, default: []] : []
        let since = given.withLock { $0[Key(user: user.id, app: app.id, api: api.id)] ?? [] }
        return api.scopes.filter { beforehand.contains($0) || since.contains($0) }
    }

    /// Those of the scopes asked for that still want a consent.
    package func missing(_ scopes: DelegatedScopes, from user: User, for app: App) -> [String] {
        let granted = granted(by: user, to: app, at: scopes.api)
        return scopes.needed(by: app).filter { !granted.contains($0) }
    }

    /// Records a consent (AADSTS650057 where there is nothing to consent to).
    package func give(_ scopes: DelegatedScopes, by user: User, to app: App) throws(EntraError) {
        given.withLock {
            $0[Key(user: user.id, app: app.id, api: scopes.api.id), default: []].formUnion(scopes.needed(by: app))
        }
        guard !granted(by: user, to: app, at: scopes.api).isEmpty else {
            throw .resourceNotRegistered(scopes.api, by: app)
        }
    }
}
