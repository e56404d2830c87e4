import JOSE
import World

/// Tokens as a client brings them: read here, and judged by the provider only.
enum AssertionText {
    static let api = "11112222-bbbb-3333-cccc-4444dddd5555"
    static let tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47"

    /// An access token of a person for the API, with other claims where a test wants them; null takes one away.
    static func user(_ changes: [String: JSON] = [:], signature: String = "c2lnbmF0dXJl") -> String {
        var claims: JSONObject = [
            "aud": .string(api), "iss": .string("https://login.microsoftonline.com/\(tenant)/v2.0"),
            "nbf": .integer(1_789_999_000), "exp": .integer(1_790_003_600), "azp": .string("the-client"),
            "oid": .string("o-1"), "sub": .string("s-1"), "scp": .string("access_as_user"), "tid": .string(tenant),
            "preferred_username": .string("ann@contoso.com"), "ver": .string("2.0"),
        ]
        for (name, value) in changes { claims[name] = value == .null ? nil : value }
        return jwt(JSON.object(claims).compact, signature: signature)
    }

    static func jwt(_ payload: String, header: String = #"{"alg":"RS256"}"#, signature: String = "c2ln") -> String {
        [Base64URL.encode(header.utf8), Base64URL.encode(payload.utf8), signature].joined(separator: ".")
    }
}
