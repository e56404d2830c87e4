/// One application's permissions at one API: what people consent to.
package struct ConsentItem: Sendable {
    package let app: App
    package let api: API
    package let permissions: [String]
}

extension Directory {
    /// What a consent to a client's scopes covers.
    ///
    /// A client that asks an API which knows it for `.default` also brings the API's own permissions at further APIs
    /// (`knownClientApplications`), and theirs where they know the API, so that the whole chain can be gone through.
    package func consentItems(for scopes: DelegatedScopes, of app: App) -> [ConsentItem] {
        var items = [ConsentItem(app: app, api: scopes.api, permissions: scopes.needed(by: app))]
        guard scopes.wantsDefault else { return items }
        var index = 0
        while index < items.count {
            let item = items[index]
            index += 1
            guard item.api.knownClients.contains(item.app.id), let service = apps.first(where: { $0.id == item.api.id })
            else { continue }
            for api in apis where !items.contains(where: { $0.app.id == service.id && $0.api.id == api.id }) {
                guard let permissions = service.permissions[api.id] else { continue }
                items.append(ConsentItem(app: service, api: api, permissions: permissions))
            }
        }
        return items
    }
}
