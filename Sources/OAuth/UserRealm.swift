import JOSE
import World

/// Who checks the passwords of a user's domain, as Entra tells before a sign-in.
struct UserRealm {
    let isFederated: Bool

    /// Asks Entra; where there is no such service (HTTP 404), nobody is federated.
    static func discover(
        of username: String, at authority: Authority, using http: HTTPClient
    ) throws(Failure) -> UserRealm {
        let path = "/common/userrealm/" + FormEncoding.encode(username).replacing("+", with: "%20")
        let url = authority.server.with(path: path, query: "api-version=1.0")
        let response = try http.get(url)
        guard response.status != 404 else { return UserRealm(isFederated: false) }
        guard response.status == 200, let answer = try? JSON(parsing: response.body).objectValue else {
            throw Failure(response: response, to: "look up the user's domain")
        }
        return UserRealm(isFederated: answer["account_type"]?.stringValue?.lowercased() == "federated")
    }
}

extension Authority {
    /// Entra has user realms; AD FS and B2C have none.
    var hasUserRealms: Bool { !isADFS && policy == nil }
}
