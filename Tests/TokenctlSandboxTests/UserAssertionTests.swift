import JOSE
import Testing

@testable import TokenctlSandbox

/// Tokens that come back as assertions.
struct UserAssertionTests {
    /// A way to spoil a good assertion.
    enum Flaw: String, CaseIterable, Sendable {
        case otherKey, unknownKey, noKey, tampered, nextKey, otherIssuer, otherPath, expired, noExpiry, noRecord
        case badRecord, disabledUser, unknownUser, isGood

        /// With what a request is refused; nil where it is not.
        var refusal: (code: Int, error: String)? {
            switch self {
            case .otherKey, .unknownKey, .noKey, .tampered, .otherIssuer, .otherPath: (50013, "invalid_grant")
            case .expired, .noExpiry: (500_133, "invalid_grant")
            case .noRecord, .badRecord: (50027, "invalid_request")
            case .disabledUser: (50057, "invalid_grant")
            case .unknownUser: (50034, "invalid_grant")
            case .nextKey, .isGood: nil
            }
        }

        func spoil(_ token: String, of sandbox: Sandbox) throws -> String {
            switch self {
            case .otherKey: try sandbox.forged(token, [:], by: sandbox.credentials.rsa.key)
            case .unknownKey: try sandbox.forged(token, [:], header: ["kid": .string("x")])
            case .noKey: try sandbox.forged(token, [:], header: ["kid": .null])
            case .tampered: Self.tampered(token)
            case .nextKey:
                try sandbox.forged(
                    token, [:], header: ["kid": .string(sandbox.keys.next.id)], by: sandbox.keys.next.key)
            case .otherIssuer:
                try sandbox.forged(token, ["iss": .string("https://evil.example/\(Contoso.tenant.id)/v2.0")])
            case .otherPath: try sandbox.forged(token, ["iss": .string("\(sandbox.base)/northwind.example/v2.0")])
            case .expired: try sandbox.forged(token, ["exp": .integer(Sandbox.now)])
            case .noExpiry: try sandbox.forged(token, ["exp": .null])
            case .noRecord: try sandbox.forged(token, ["aio": .null])
            case .badRecord: try sandbox.forged(token, ["aio": .string("e30")])
            case .disabledUser: try sandbox.forged(token, ["oid": .string(Contoso.disabled.id)])
            case .unknownUser: try sandbox.forged(token, ["oid": .string("nobody")])
            case .isGood: try sandbox.forged(token, ["exp": .integer(Sandbox.now + 1)])
            }
        }

        /// Another payload under the same signature.
        private static func tampered(_ token: String) -> String {
            let parts = token.split(separator: ".")
            return "\(parts[0]).\(Base64URL.encode(Array("{}".utf8))).\(parts[2])"
        }
    }

    @Test(arguments: Flaw.allCases)
    func `only a token of its own is believed`(flaw: Flaw) async throws {
        try await Sandbox.serve { sandbox in
            let assertion = try flaw.spoil(try await sandbox.ordersToken(), of: sandbox)
            let answer = try await sandbox.token(sandbox.exchangeRequest(assertion))
            guard let refusal = flaw.refusal else {
                #expect(answer.status == 200, "\(answer.body.compact)")
                return
            }
            #expect(try answer.errorCode() == refusal.code)
            #expect(answer.body["error"]?.stringValue == refusal.error)
        }
    }

    @Test func `an id token is none`() async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.token(sandbox.passwordRequest())
            let token = try #require(answer.body["id_token"]?.stringValue)
            let refusal = try await sandbox.token(sandbox.exchangeRequest(token))
            #expect(try refusal.errorCode() == 240_002)
            #expect(refusal.body["error"]?.stringValue == "invalid_grant")
        }
    }

    @Test func `an app's own token is none`() async throws {
        try await Sandbox.serve { sandbox in
            let token = try await sandbox.token(sandbox.goodRequest()).accessToken()
            let refusal = try await sandbox.token(sandbox.exchangeRequest(token))
            #expect(try refusal.errorCode() == 7_000_114)
            #expect(refusal.body["error"]?.stringValue == "unauthorized_client")
        }
    }

    @Test func `Graph's token is none, as only Graph can validate it`() async throws {
        try await Sandbox.serve { sandbox in
            let token = try await sandbox.ordersToken(["scope": "User.Read"])
            let code = try await sandbox.token(sandbox.exchangeRequest(token)).errorCode()
            #expect(code == 50013)
        }
    }
}
