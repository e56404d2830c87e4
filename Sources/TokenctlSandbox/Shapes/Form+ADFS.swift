extension Form {
    /// The same in Entra's words: AD FS has a `resource` besides `scope`, lets OpenID scopes stand behind a resource's
    /// name, and knows no `client_info`.
    package var readAsADFS: Form {
        var openID: [String] = []
        var others: [String] = []
        var resource = self["resource"]
        for word in (self["scope"] ?? "").split(separator: " ").map(String.init) {
            let slash = word.lastIndex(of: "/")
            let name = slash.map { String(word[word.index(after: $0)...]) } ?? word
            if DelegatedScopes.openIDScopes.contains(name) {
                openID.append(name)
                resource = slash.map { String(word[..<$0]) } ?? resource
            } else {
                others.append(word)
            }
        }
        if let resource {
            others = others.map { $0.contains("/") ? $0 : "\(resource)/\($0)" }
            if others.isEmpty { others = ["\(resource)/.default"] }
        }
        let scope = (openID + others).joined(separator: " ")
        let asks = self["scope"] != nil || resource != nil || self["grant_type"] == "password"
        return with("scope", asks ? (scope.isEmpty ? "openid" : scope) : nil).with("resource", nil)
            .with("client_info", nil)
    }
}
