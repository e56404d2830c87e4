import FakeWorld
import JOSE
import World

@testable import OAuth

/// A tenant of Microsoft's cloud, with its documents and its tokens, signed with a real key.
struct SigningTenant {
    static let id = "72f988bf-86f1-41af-91ab-2d7cd011db47"
    static let other = "c0c0c0c0-0000-4000-8000-000000000001"
    static let personal = "9188040d-6c67-4c5b-b112-36a304b66dad"
    static let version1 = "https://sts.windows.net/\(id)/"
    static let version2 = "https://login.microsoftonline.com/\(id)/v2.0"

    let key: PrivateKey

    init() throws { key = try PrivateKey.generate(.p256) }

    static func provider(_ tenant: String = id) throws -> Provider {
        .authority(try Authority(Authority.publicCloud, tenant: tenant))
    }

    /// The answers that a verifier of one token asks for.
    ///
    /// - Parameters:
    ///   - keyIssuer: Entra's own member of a key; nil for none, as in version 1.0's key set.
    func documents(
        of tenant: String = id, version1: Bool = false, issuer: String? = nil, keyIssuer: String? = nil,
        query: String = ""
    ) -> [ScriptedTransport.Step] {
        let server = "https://login.microsoftonline.com/\(tenant)"
        let keys = "\(server)/discovery\(version1 ? "" : "/v2.0")/keys\(query)"
        var jwk = key.publicKey.jwk
        jwk["kid"] = .string("k1")
        jwk["issuer"] = keyIssuer.map { .string($0) }
        return [
            .answer(
                "\(server)\(version1 ? "" : "/v2.0")/.well-known/openid-configuration\(query)",
                #"{"issuer":"\#(issuer ?? (version1 ? Self.version1 : Self.version2))","jwks_uri":"\#(keys)"}"#),
            .answer(keys, JSON.object(["keys": .array([.object(jwk)])]).compact),
        ]
    }

    /// - Parameter changes: claims to set, or with nil to leave out.
    func token(_ changes: [String: JSON?] = [:], header: JSONObject = JSONObject()) throws -> String {
        var claims: JSONObject = [
            "iss": .string(Self.version2), "aud": .string("api"), "tid": .string(Self.id), "ver": .string("2.0"),
            "exp": .integer(FakeClock.start + 3600), "scp": .string("Orders.Read"),
        ]
        for (name, value) in changes { claims[name] = value }
        var header = header
        header["kid"] = header["kid"] ?? .string("k1")
        return try TokenText.signed(claims, by: key, header: header, using: .es256)
    }
}
