import Synchronization

/// Which permissions people, or an administrator in their stead, let applications have.
package final class Consents: Sendable {
    private struct Key: Hashable {
        let user: String
        let app: String
        let api: String
    }

    private struct State {
        var given: [Key: Set<String>] = [:]
        /// The ids of applications that may do for all what they have registered.
        var approvedApps: Set<String> = []
    }

    private let state = Mutex(State())

    package init() {}

    /// In the order in which the API lists them; what it pre-authorizes needs no consent.
    package func granted(by user: User, to app: App, at api: API) -> [String] {
        let (since, isApproved) = state.withLock {
            ($0.given[Key(user: user.id, app: app.id, api: api.id)] ?? [], $0.approvedApps.contains(app.id))
        }
        let beforehand = user.hasConsented || isApproved ? app.permissions[api.id, default: []] : []
        let granted = since.union(beforehand).union(api.preauthorized[app.id, default: []])
        return api.scopes.filter(granted.contains)
    }

    /// Of each item the permissions that still want a consent.
    package func missing(_ items: [ConsentItem], from user: User) -> [ConsentItem] {
        items.compactMap { item in
            let granted = granted(by: user, to: item.app, at: item.api)
            let missing = item.permissions.filter { !granted.contains($0) }
            return missing.isEmpty ? nil : ConsentItem(app: item.app, api: item.api, permissions: missing)
        }
    }

    /// Records a consent (AADSTS650057 where there is nothing to consent to).
    package func give(_ items: [ConsentItem], by user: User) throws(EntraError) {
        state.withLock { state in
            for item in items {
                state.given[Key(user: user.id, app: item.app.id, api: item.api.id), default: []]
                    .formUnion(item.permissions)
            }
        }
        for item in items.prefix(1) where granted(by: user, to: item.app, at: item.api).isEmpty {
            throw .resourceNotRegistered(item.api, by: item.app)
        }
    }

    /// An administrator's consent to all that an application has registered.
    package func approve(_ app: App) { state.withLock { _ = $0.approvedApps.insert(app.id) } }
}
