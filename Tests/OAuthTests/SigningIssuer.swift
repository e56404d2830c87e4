import FakeWorld
import JOSE
import World

@testable import OAuth

/// An OpenID provider's documents and id tokens, signed with a real key.
struct SigningIssuer {
    static let identifier = "https://idp.example"
    static let discovery = "https://idp.example/.well-known/openid-configuration"
    static let token = "https://idp.example/token"
    static let device = "https://idp.example/device"
    static let authorize = "https://idp.example/authorize"
    static let keys = "https://idp.example/keys"

    private let key: PrivateKey

    init() throws { key = try PrivateKey.generate(.p256) }

    static let metadata: ScriptedTransport.Step = .answer(
        discovery,
        #"{"issuer":"\#(identifier)","token_endpoint":"\#(token)","authorization_endpoint":"\#(authorize)","#
            + #""device_authorization_endpoint":"\#(device)","jwks_uri":"\#(keys)","#
            + #""scopes_supported":["openid","offline_access"]}"#)

    var keySet: ScriptedTransport.Step { keySet(kid: "k1") }

    func keySet(kid: String) -> ScriptedTransport.Step {
        var jwk = key.publicKey.jwk
        jwk["kid"] = .string(kid)
        return .answer(Self.keys, JSON.object(["keys": .array([.object(jwk)])]).compact)
    }

    /// - Parameters:
    ///   - changes: claims to set, or with nil to leave out.
    ///   - header: more members of the header.
    func idToken(_ changes: [String: JSON?] = [:], now: Int = FakeClock.start, kid: String = "k1") throws -> String {
        var claims: JSONObject = [
            "iss": .string(Self.identifier), "aud": .string("app"), "sub": .string("s"), "iat": .integer(now),
            "exp": .integer(now + 3600), "preferred_username": .string("ann@idp.example"),
        ]
        for (name, value) in changes { claims[name] = value }
        return try CompactJWS.sign(
            header: ["kid": .string(kid)], payload: Array(JSON.object(claims).compact.utf8), with: key, using: .es256)
    }

    /// An answer of the token endpoint.
    func answer(idToken: String?, refreshToken: String? = "r1") -> ScriptedTransport.Step {
        var body: JSONObject = [
            "access_token": .string("at"), "token_type": .string("Bearer"), "expires_in": .integer(3600),
            "scope": .string("api openid"),
        ]
        body["id_token"] = idToken.map { .string($0) }
        body["refresh_token"] = refreshToken.map { .string($0) }
        return .answer(Self.token, JSON.object(body).compact)
    }

    static func refusal(_ error: String, status: Int = 400) -> ScriptedTransport.Step {
        .answer(token, #"{"error":"\#(error)"}"#, status: status)
    }

    /// A public client that talks over this transport.
    static func client(_ transport: ScriptedTransport) -> OAuthClient {
        OAuthClient(authMethod: nil) { () throws(Failure) in
            nil
        } http: { () throws(Failure) in
            HTTPClient(transport: transport, options: TransportOptions())
        }
    }

    static func request(_ scopes: String = "api", account: String? = nil) throws -> TokenRequest {
        TokenRequest(
            provider: .issuer(try Issuer(identifier)), clientID: "app", scopes: Scopes(scopes), subject: .user(account))
    }
}
