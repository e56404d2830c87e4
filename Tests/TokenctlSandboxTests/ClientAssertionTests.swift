import JOSE
import Testing

@testable import TokenctlSandbox

struct ClientAssertionTests {
    @Test(arguments: [SignatureAlgorithm.rs256, .ps256, .es256, .es384], ["x5t", "x5t#S256"])
    func `a registered certificate is accepted`(algorithm: SignatureAlgorithm, header: String) async throws {
        try await Sandbox.serve { sandbox in
            let pair = sandbox.pair(for: algorithm)
            let assertion = try sandbox.assertion(pair, algorithm, thumbprint: header)
            let claims = try await sandbox.claims(sandbox.assertionRequest(assertion))
            #expect(claims["azpacr"]?.stringValue == "2")
        }
    }

    @Test(arguments: [
        ("aud", "/contoso.example/oauth2/v2.0/token"), ("aud", "/c0c0c0c0-0000-4000-8000-000000000001/v2.0"),
    ])
    func `other names of the token endpoint are good audiences`(name: String, path: String) async throws {
        try await Sandbox.serve { sandbox in
            let assertion = try sandbox.assertion(claims: [name: .string(sandbox.base + path)])
            let status = try await sandbox.token(sandbox.assertionRequest(assertion)).status
            #expect(status == 200)
        }
    }

    @Test(arguments: [
        ["exp": JSON.number("1795000600.25"), "nbf": nil, "iat": .number("1795000000.25")],
        ["exp": .string("1795000600"), "nbf": .string("1795000000")],
        ["exp": .integer(Sandbox.now - 299)], ["nbf": .integer(Sandbox.now + 299)],
    ])
    func `times may be fractions or strings, and a clock five minutes off`(times: [String: JSON?]) async throws {
        try await Sandbox.serve { sandbox in
            let assertion = try sandbox.assertion(claims: times)
            let status = try await sandbox.token(sandbox.assertionRequest(assertion)).status
            #expect(status == 200)
        }
    }

    @Test(arguments: [
        (["exp": JSON.integer(Sandbox.now - 301)], 700_024), (["nbf": .integer(Sandbox.now + 301)], 700_024),
        (["exp": .integer(Sandbox.now + 86_401)], 700_024), (["exp": nil], 50027),
        (["iss": .string("other")], 700_021), (["sub": .string("other")], 700_021),
        (["aud": .string("https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token")], 700_023),
        (["aud": .string("http://localhost/northwind.example/v2.0")], 700_023), (["aud": nil], 700_023),
    ])
    func `wrong claims are refused`(changes: [String: JSON?], code: Int) async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.token(
                sandbox.assertionRequest(try sandbox.assertion(claims: changes)))
            #expect(try answer.errorCode() == code)
            #expect(answer.status == 401)
        }
    }

    @Test func `a certificate that is not registered is named in the refusal`() async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.token(
                sandbox.assertionRequest(try sandbox.assertion(sandbox.credentials.expired, .rs256)))
            #expect(try answer.errorCode() == 700_027)
            let thumbprint = sandbox.credentials.expired.certificate.sha256Thumbprint
                .map { String($0 >> 4, radix: 16, uppercase: true) + String($0 & 15, radix: 16, uppercase: true) }
            #expect(answer.body["error_description"]?.stringValue?.contains(thumbprint.joined()) == true)
        }
    }

    @Test func `an assertion without a thumbprint is refused`() async throws {
        try await Sandbox.serve { sandbox in
            let assertion = try sandbox.assertion(sandbox.credentials.rsa, .rs256, thumbprint: "other")
            let code = try await sandbox.token(sandbox.assertionRequest(assertion)).errorCode()
            #expect(code == 700_027)
        }
    }

    @Test func `the signature must be the named certificate's`() async throws {
        try await Sandbox.serve { sandbox in
            var parts = try sandbox.assertion().split(separator: ".")
            parts[2] = try sandbox.assertion(claims: ["jti": .string("2")]).split(separator: ".")[2]
            let answer = try await sandbox.token(sandbox.assertionRequest(parts.joined(separator: ".")))
            #expect(try answer.errorCode() == 700_027)
            #expect(answer.body["error_description"]?.stringValue?.contains("signature value") == true)
        }
    }

    @Test func `an expired certificate is refused, though registered`() async throws {
        try await Sandbox.serve { sandbox in
            let id = JSON.string("a1a1a1a1-0000-4000-8000-000000000002")
            let assertion = try sandbox.assertion(
                sandbox.credentials.expired, .rs256, claims: ["iss": id, "sub": id])
            var request = sandbox.assertionRequest(assertion)
            request["client_id"] = id.stringValue
            let answer = try await sandbox.token(request)
            #expect(try answer.errorCode() == 700_027)
            #expect(answer.body["error_description"]?.stringValue?.contains("expired") == true)
        }
    }

    @Test(arguments: ["none", "HS256", "RS512", "ES256"])
    func `an algorithm that proves nothing is refused`(algorithm: String) async throws {
        try await Sandbox.serve { sandbox in
            let parts = try sandbox.assertion().split(separator: ".")
            var header = try CompactJWS(parsing: parts.joined(separator: ".")).header
            header["alg"] = .string(algorithm)
            let signature = algorithm == "none" ? "" : parts[2]
            let forged = Base64URL.encode(JSON.object(header).compact.utf8) + "." + parts[1] + "." + signature
            let code = try await sandbox.token(sandbox.assertionRequest(forged)).errorCode()
            #expect(code == 50027)
        }
    }

    @Test(arguments: ["x", "a.b.c", "e30.e30.e30", "e30.W10.e30"])
    func `what is no JWT is refused`(text: String) async throws {
        try await Sandbox.serve { sandbox in
            let code = try await sandbox.token(sandbox.assertionRequest(text)).errorCode()
            #expect(code == 50027)
        }
    }

    @Test(arguments: [false, true])
    func `an assertion works twice, unless replays are refused`(refuses: Bool) async throws {
        var settings = ProviderSettings()
        settings.refusesReplayedAssertions = refuses
        try await Sandbox.serve(settings) { sandbox in
            let request = sandbox.assertionRequest(try sandbox.assertion())
            let status = try await sandbox.token(request).status
            #expect(status == 200)
            let again = try await sandbox.token(request)
            #expect(again.status == (refuses ? 401 : 200))
            if refuses { #expect(try again.errorCode() == 50012) }
        }
    }
}

extension Sandbox {
    fileprivate func pair(for algorithm: SignatureAlgorithm) -> Credentials.Pair {
        switch algorithm {
        case .es256: credentials.p256
        case .es384: credentials.p384
        default: credentials.rsa
        }
    }

    /// An assertion of the daemon; nil removes a claim.
    fileprivate func assertion(
        _ pair: Credentials.Pair? = nil, _ algorithm: SignatureAlgorithm = .ps256, thumbprint: String = "x5t#S256",
        claims changes: [String: JSON?] = [:]
    ) throws -> String {
        let pair = pair ?? credentials.rsa
        var claims = assertionClaims()
        for (name, value) in changes { claims[name] = value }
        let digest = thumbprint == "x5t" ? pair.certificate.sha1Thumbprint : pair.certificate.sha256Thumbprint
        return try CompactJWS.sign(
            header: ["typ": .string("JWT"), thumbprint: .string(Base64URL.encode(digest))],
            payload: Array(JSON.object(claims).compact.utf8), with: pair.key, using: algorithm)
    }
}
