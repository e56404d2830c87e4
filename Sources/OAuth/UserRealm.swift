import JOSE
package import World

/// Who checks the passwords of a user's domain, as Entra tells before a sign-in.
package enum UserRealm: Sendable {
    /// Entra itself.
    case managed
    /// The domain's own federation server.
    case federated(Federation)
    /// Nobody that Entra knows of.
    case unknown

    /// The federation server of a domain.
    package struct Federation: Sendable {
        /// Where it says what endpoints it has.
        package let metadata: WebURL?
        /// Its endpoint for passwords, for want of that.
        package let passwordEndpoint: WebURL?
        /// Whom its assertions are to be for.
        package let audience: String
    }

    /// Asks Entra; where there is no such service (HTTP 404), nobody is federated.
    ///
    /// - Throws: `usage` for what is no name; what the answer stands for; `protocolError` when it names a server that
    ///   cannot be trusted with passwords.
    package static func discover(
        of username: String, at authority: Authority, using http: HTTPClient
    ) throws(Failure) -> UserRealm {
        // As a part of a path, dots mean another path.
        guard !["", ".", ".."].contains(username) else {
            throw Failure(
                .usage, "'\(username)' is no user name",
                hint: "give the whole name, as in --username ann@contoso.com")
        }
        let path =
            (authority.prefix.map { "/\($0)" } ?? "") + "/common/userrealm/"
            + FormEncoding.encode(username).replacing("+", with: "%20")
        let url = authority.server.with(path: path, query: "api-version=1.0")
        let response = try http.get(url)
        guard response.status != 404 else { return .managed }
        guard response.status == 200, let answer = try? JSON(parsing: response.body).objectValue else {
            throw Failure(response: response, to: "look up the user's domain (user_realm_discovery_failed)")
        }
        switch answer["account_type"]?.stringValue?.lowercased() {
        case "managed": return .managed
        case "federated": return .federated(try Federation(answer, from: authority.server))
        default: return .unknown
        }
    }
}

extension UserRealm.Federation {
    /// What Entra names its own federation by.
    private static let usualAudience = "urn:federation:MicrosoftOnline"

    fileprivate init(_ answer: JSONObject, from server: WebURL) throws(Failure) {
        let name = answer["cloud_audience_urn"]?.stringValue ?? ""
        audience = name.isEmpty ? Self.usualAudience : name
        metadata = try Self.url("federation_metadata_url", of: answer, from: server)
        passwordEndpoint = try Self.url("federation_active_auth_url", of: answer, from: server)
    }

    /// Whoever is asked over https sends no password elsewhere in the clear.
    private static func url(
        _ name: String, of answer: JSONObject, from server: WebURL
    ) throws(Failure) -> WebURL? {
        guard let text = answer[name]?.stringValue, !text.isEmpty else { return nil }
        guard let url = try? WebURL(text), url.isSecure || !server.isSecure else {
            throw Failure(
                .protocolError, "the domain's \(name) '\(text)' is not an https address",
                hint: "ask the tenant's administrator to correct the federation's settings")
        }
        return url
    }
}

extension Authority {
    /// Entra and dSTS have user realms; the others have none.
    package var hasUserRealms: Bool { kind == .entra || kind == .dsts }
}
