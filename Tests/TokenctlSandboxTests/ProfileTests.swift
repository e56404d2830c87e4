import FoundationEssentials
import JOSE
import Testing

@testable import TokenctlSandbox

/// The API that takes Graph's tokens.
struct ProfileTests {
    private static let capable = #"{"access_token":{"xms_cc":{"values":["CP1"]}}}"#

    private func me(_ sandbox: Sandbox, _ authorization: String) async throws -> Answer {
        try await sandbox.send("GET", "/v1.0/me", headers: ["Authorization": authorization])
    }

    private func me(_ sandbox: Sandbox, token: String) async throws -> Answer {
        try await me(sandbox, "Bearer \(token)")
    }

    @Test func `it says whom the token is about`() async throws {
        try await Sandbox.serve { sandbox in
            let token = try await sandbox.ordersToken(["scope": "User.Read"])
            let answer = try await me(sandbox, token: token)
            #expect(answer.status == 200)
            #expect(
                answer.body["@odata.context"]?.stringValue == "\(sandbox.base)/v1.0/$metadata#users/$entity")
            let expected = [
                "displayName": "Alice Adams", "givenName": "Alice", "surname": "Adams", "id": Contoso.alice.id,
                "userPrincipalName": Contoso.alice.name, "mail": Contoso.alice.name,
            ]
            for (name, value) in expected { #expect(answer.body[name]?.stringValue == value, "\(name)") }
        }
    }

    @Test func `a chain of APIs ends at it`() async throws {
        try await Sandbox.serve { sandbox in
            let request = sandbox.exchangeRequest(try await sandbox.ordersToken(), ["scope": "User.Read"])
            let answer = try await me(sandbox, token: try await sandbox.token(request).accessToken())
            #expect(answer.body["id"]?.stringValue == Contoso.alice.id)
        }
    }

    /// A token that will not do.
    enum Unfit: CaseIterable, Sendable {
        case none, basic, empty, garbage, otherAPI, identity, tampered, expired, app, otherPermission

        var status: Int { self == .app || self == .otherPermission ? 403 : 401 }
        /// Part of the message.
        var message: String {
            switch self {
            case .none, .basic, .empty: "empty"
            case .garbage: "not well formed"
            case .otherAPI, .identity: "Invalid audience"
            case .tampered: "Invalid signature"
            case .expired: "expired"
            case .app: "delegated"
            case .otherPermission: "Insufficient privileges"
            }
        }

        func authorization(from sandbox: Sandbox) async throws -> String {
            switch self {
            case .none: return ""
            case .basic: return "Basic YTpi"
            case .empty: return "Bearer "
            case .garbage: return "Bearer garbage"
            case .otherAPI: return "Bearer \(try await sandbox.ordersToken())"
            case .identity:
                let token = try await sandbox.token(sandbox.passwordRequest()).body["id_token"]?.stringValue
                return "Bearer \(token ?? "")"
            case .app:
                let request = sandbox.goodRequest(["scope": "https://graph.microsoft.com/.default"])
                return "Bearer \(try await sandbox.token(request).accessToken())"
            case .tampered: return "Bearer \(try await sandbox.ordersToken(["scope": "User.Read"]).dropLast(4))AAAA"
            case .expired, .otherPermission:
                let claims: [String: JSON] =
                    self == .expired ? ["exp": .integer(Sandbox.now)] : ["scp": .string("Mail.Read")]
                let token = try await sandbox.ordersToken(["scope": "User.Read"])
                return "Bearer \(try sandbox.forged(token, claims, header: ["nonce": .null]))"
            }
        }
    }

    @Test(arguments: Unfit.allCases)
    func `what is no good token is refused as Graph does`(unfit: Unfit) async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await me(sandbox, try await unfit.authorization(from: sandbox))
            #expect(answer.status == unfit.status)
            let code = unfit.status == 401 ? "InvalidAuthenticationToken" : "Authorization_RequestDenied"
            #expect(answer.body["error"]?["code"]?.stringValue == code)
            #expect(answer.body["error"]?["message"]?.stringValue?.contains(unfit.message) == true)
            let header = answer.headers["www-authenticate"]
            #expect((header?.hasPrefix("Bearer realm=\"\", authorization_uri=\"") == true) == (unfit.status == 401))
            #expect(header?.contains("claims=") != true)
        }
    }

    /// The claims that a 401 asks for.
    private func challenge(_ answer: Answer) throws -> String {
        #expect(answer.status == 401)
        let header = try #require(answer.headers["www-authenticate"])
        #expect(header.contains(#"error="insufficient_claims""#))
        let value = try #require(header.firstRange(of: #"claims=""#).map { header[$0.upperBound...] })
        let data = try #require(Data(base64Encoded: String(value.prefix { $0 != "\"" })))
        return String(decoding: data, as: UTF8.self)
    }

    @Test func `revoked sessions challenge who can handle it, and a new sign-in is the answer`() async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            let capable = ["scope": "User.Read", "claims": Self.capable]
            let plain = try await sandbox.ordersToken(["scope": "User.Read"])
            let token = try await sandbox.ordersToken(capable)
            let before = try await me(sandbox, token: token).status
            #expect(before == 200)
            _ = try await sandbox.post("/sandbox/revoke-sessions", ["user": "alice"])

            let claims = try challenge(try await me(sandbox, token: token))
            #expect(claims == #"{"access_token":{"nbf":{"essential":true,"value":"\#(Sandbox.now)"}}}"#)
            let incapable = try await me(sandbox, token: plain).status
            #expect(incapable == 200)
            let fresh = try await me(sandbox, token: try await sandbox.ordersToken(capable)).status
            #expect(fresh == 200)
        }
    }

    @Test func `a forced challenge ends with a token that was asked for with its claims`() async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            let refresh = try await sandbox.refreshToken()
            let token = try await sandbox.ordersToken(["scope": "User.Read"])
            let forced = try await sandbox.send("POST", "/sandbox/challenge?user=alice")
            #expect(forced.body["user"]?.stringValue == Contoso.alice.name)
            for _ in 1...2 {
                let claims = try challenge(try await me(sandbox, token: token))
                let answer = try await sandbox.token(
                    sandbox.refreshRequest(refresh, ["scope": "User.Read", "claims": claims]))
                let status = try await me(sandbox, token: try answer.accessToken()).status
                #expect(status == 200)
            }
            let bob = try await sandbox.ordersToken([
                "scope": "User.Read", "username": Contoso.bob.name, "password": Contoso.bob.password,
            ])
            let other = try await me(sandbox, token: bob).status
            #expect(other == 200)
        }
    }
}
