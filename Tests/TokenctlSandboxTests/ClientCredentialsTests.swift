import Foundation
import JOSE
import Testing

@testable import TokenctlSandbox

struct ClientCredentialsTests {
    @Test func `a good secret gives a version 2 token signed with a published key`() async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.token(sandbox.goodRequest())
            #expect(answer.status == 200)
            #expect(answer.headers["cache-control"]?.contains("no-store") == true)
            #expect(answer.body["token_type"]?.stringValue == "Bearer")
            #expect(answer.body["expires_in"] == .integer(3599))
            #expect(answer.body["ext_expires_in"] == .integer(3599))
            #expect(answer.body["refresh_in"] == nil)

            let token = try CompactJWS(parsing: try #require(answer.body["access_token"]?.stringValue))
            #expect(try token.algorithm == .rs256)
            let key = try await sandbox.publishedKey(token.header["kid"])
            #expect(try token.isSigned(by: key))
            let claims = try JSON(parsing: token.payload)
            let expected = [
                "aud": Contoso.orders.id, "iss": "\(sandbox.base)/\(Contoso.tenant.id)/v2.0", "azp": Sandbox.daemonID,
                "azpacr": "1", "idtyp": "app", "tid": Contoso.tenant.id, "ver": "2.0",
            ]
            for (name, value) in expected { #expect(claims[name]?.stringValue == value) }
            #expect(claims["roles"] == .strings(["Orders.Read.All"]))
            #expect(claims["oid"] == claims["sub"])
            #expect(claims["exp"] == .integer(Sandbox.now + 3599))
            #expect(claims["nbf"]?.intValue ?? .max <= Sandbox.now)
            #expect(claims["scp"] == nil)
        }
    }

    @Test func `an API that wants version 1 tokens gets them from the version 2 endpoint`() async throws {
        try await Sandbox.serve { sandbox in
            let claims = try await sandbox.claims(sandbox.goodRequest(["scope": "api://billing/.default"]))
            let expected = [
                "aud": "api://billing", "iss": "\(sandbox.base)/\(Contoso.tenant.id)/", "appid": Sandbox.daemonID,
                "appidacr": "1", "ver": "1.0",
            ]
            for (name, value) in expected { #expect(claims[name]?.stringValue == value) }
            #expect(claims["azp"] == nil)
        }
    }

    @Test func `the version 1 endpoint takes a resource and writes numbers as strings`() async throws {
        try await Sandbox.serve { sandbox in
            let request = sandbox.goodRequest(["scope": "", "resource": "api://billing"])
            let answer = try await sandbox.token(request, endpoint: "/oauth2/token")
            #expect(answer.body["expires_in"]?.stringValue == "3599")
            #expect(answer.body["expires_on"]?.stringValue == String(Sandbox.now + 3599))
            #expect(answer.body["resource"]?.stringValue == "api://billing")
        }
    }

    @Test func `a Graph token is valid only for who knows to hash its nonce`() async throws {
        try await Sandbox.serve { sandbox in
            let request = sandbox.goodRequest(["scope": "https://graph.microsoft.com/.default"])
            let answer = try await sandbox.token(request)
            let text = try #require(answer.body["access_token"]?.stringValue)
            let token = try CompactJWS(parsing: text)
            let key = try await sandbox.publishedKey(token.header["kid"])
            #expect(try !token.isSigned(by: key))

            var header = token.header
            let nonce = try #require(header["nonce"]?.stringValue)
            header["nonce"] = .string(Base64URL.encode(try Digest.sha256(Array(nonce.utf8))))
            let restored = Base64URL.encode(JSON.object(header).compact.utf8) + text.drop { $0 != "." }
            #expect(try CompactJWS(parsing: restored).isSigned(by: key))
        }
    }

    @Test(arguments: [
        "api://orders/.default", "a2a2a2a2-0000-4000-8000-000000000001/.default", "api://orders//.default",
        "openid profile offline_access api://orders/.default",
    ])
    func `a resource may be named in each of these ways`(scope: String) async throws {
        try await Sandbox.serve { sandbox in
            let claims = try await sandbox.claims(sandbox.goodRequest(["scope": scope]))
            #expect(claims["aud"]?.stringValue == Contoso.orders.id)
        }
    }

    @Test(arguments: [true, false])
    func `a Basic header will do, form-encoded inside or not`(isEncoded: Bool) async throws {
        try await Sandbox.serve { sandbox in
            let secret =
                isEncoded ? sandbox.secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) : sandbox.secret
            let value = Data("\(Sandbox.daemonID):\(try #require(secret))".utf8).base64EncodedString()
            let answer = try await sandbox.token(
                sandbox.goodRequest(["client_id": "", "client_secret": ""]),
                headers: ["Authorization": "Basic \(value)"])
            #expect(answer.body["access_token"] != nil)
        }
    }

    @Test func `a long-lived token says when to refresh it`() async throws {
        var settings = ProviderSettings()
        settings.tokenLifetime = 86_400
        try await Sandbox.serve(settings) { sandbox in
            let answer = try await sandbox.token(sandbox.goodRequest())
            #expect(answer.body["expires_in"] == .integer(86_400))
            #expect(answer.body["refresh_in"] == .integer(43_200))
        }
    }

    @Test func `the client's request id comes back, in the header and in errors`() async throws {
        let id = "11111111-2222-4333-8444-555555555555"
        try await Sandbox.serve { sandbox in
            let headers = ["client-request-id": id, "x-client-sku": "MSAL.Python"]
            let good = try await sandbox.token(sandbox.goodRequest(["client_info": "1"]), headers: headers)
            #expect(good.status == 200)
            #expect(good.headers["client-request-id"] == id)
            let bad = try await sandbox.token(sandbox.goodRequest(["client_secret": "bad"]), headers: headers)
            #expect(bad.body["correlation_id"]?.stringValue == id)
        }
    }

    @Test func `a request id that is no GUID is not repeated`() async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.token([:], headers: ["client-request-id": "<b>"])
            #expect(answer.body["correlation_id"]?.stringValue != "<b>")
        }
    }
}

extension Sandbox {
    /// The claims of the token that a request gets.
    func claims(_ request: [String: String]) async throws -> JSON {
        let answer = try await token(request)
        let text = try #require(answer.body["access_token"]?.stringValue, "\(answer.body.compact)")
        return try JSON(parsing: try CompactJWS(parsing: text).payload)
    }

    /// The published key of that id.
    func publishedKey(_ id: JSON?) async throws -> PublicKey {
        let keys = try await get("/\(Contoso.tenant.id)/discovery/v2.0/keys").body["keys"]?.arrayValue
        return try PublicKey(jwk: try #require(keys?.first { $0["kid"] == id }?.objectValue))
    }
}
