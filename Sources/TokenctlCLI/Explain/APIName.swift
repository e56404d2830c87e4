import OAuth

/// The API that a token is meant for, as `--for` names it.
struct APIName {
    /// How a name of an audience goes with the API.
    enum Relation {
        case same
        /// The same API, written in another way that it may not take: how they differ.
        case otherForm(String)
        /// One is a client id and the other a URI: whether it is the same API cannot be seen.
        case unknown
        case other
    }

    /// A client id, `api://` and a client id, or a URI.
    let text: String
    /// The URI of an API that was given by a short name.
    let uri: String?

    init(_ text: String) {
        uri = Self.short[text.lowercased()]
        self.text = uri ?? text
    }

    var isGUID: Bool { Authority.isGUID(text) }

    /// Its name, where it is one of Microsoft's own.
    var wellKnownName: String? { WellKnownApp.name(of: text) }

    var isGraph: Bool { WellKnownApp.id(of: text) == WellKnownApp.graph }

    func relation(to audience: String) -> Relation {
        if audience == text { return .same }
        if let name = wellKnownName {
            // Microsoft's own APIs take every form of their names.
            return WellKnownApp.name(of: audience) == name ? .same : .other
        }
        let (mine, theirs) = (Self.bare(text), Self.bare(audience))
        if mine == theirs {
            if text.lowercased() == audience.lowercased() { return .otherForm("they differ in capital letters") }
            if Self.withoutSlash(text) == Self.withoutSlash(audience) {
                return .otherForm("they differ by a slash at the end")
            }
            return .otherForm("one is the client id alone, the other has api:// before it")
        }
        return Authority.isGUID(mine) != Authority.isGUID(theirs) && WellKnownApp.name(of: audience) == nil
            ? .unknown : .other
    }

    /// Without what makes no difference to which API it is.
    private static func bare(_ name: String) -> String {
        let rest = withoutSlash(name.lowercased())
        let id = rest.hasPrefix("api://") ? String(rest.dropFirst("api://".count)) : rest
        return Authority.isGUID(id) ? id : rest
    }

    private static func withoutSlash(_ name: String) -> String {
        name.hasSuffix("/") ? String(name.dropLast()) : name
    }

    private static let short = ["graph": "https://graph.microsoft.com", "arm": "https://management.azure.com"]
}
