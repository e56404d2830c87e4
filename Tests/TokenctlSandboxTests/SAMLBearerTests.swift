import Foundation
import JOSE
import Testing

@testable import TokenctlSandbox

/// Assertions of federation servers as grants.
struct SAMLBearerTests {
    /// Changes that an XML parser may not notice, and others.
    private static let alterations: [(from: String, to: String, code: Int)] = [
        ("fred@fabrikam.example", "mfa@fabrikam.example", 50008), ("<saml:Conditions ", "<saml:Conditions  ", 50008),
        ("<saml:Subject>", "\n<saml:Subject>", 50008), ("urn:federation:MicrosoftOnline", "urn:other", 50008),
        ("</saml:Assertion>", "<saml:Advice/></saml:Assertion>", 50008),
        ("<SignatureValue>", "<SignatureValue>AAAA", 50008),
        ("xmlns:saml=", "xmlns:x=\"urn:x\" xmlns:saml=", 50008), ("<Signature ", "<Other ", 50008),
        ("</saml:Assertion>", "", 50008), ("http://fabrikam.example/", "http://wingtip.example/", 50008),
        ("http://fabrikam.example/", "http://evil.example/", 50107),
        ("<X509Certificate>M", "<X509Certificate>N", 500_081),
        ("saml:NameIdentifier", "saml:NameIdentifier", 0),
    ]

    @Test(arguments: alterations)
    func `an assertion that was changed by a byte is refused`(from: String, to: String, code: Int) async throws {
        try await Sandbox.serve { sandbox in
            let xml = try await sandbox.samlAssertion()
            try #require(xml.contains(from), "\(xml)")
            let answer = try await sandbox.token(sandbox.assertionGrant(xml.replacing(from, with: to)))
            guard code != 0 else { return #expect(answer.status == 200) }
            #expect(try answer.errorCode() == code)
            #expect(answer.body["error"]?.stringValue == "invalid_grant")
        }
    }

    @Test(arguments: [("mfa", 50076), ("noconsent", 65001), ("stray", 51004)])
    func `policies, consents and the directory are asked as for passwords`(name: String, code: Int) async throws {
        try await Sandbox.serve { sandbox in
            let xml = try await sandbox.samlAssertion(
                WSTrustMessage(username: "\(name)@fabrikam.example", password: "\(name)-password"))
            #expect(try await sandbox.token(sandbox.assertionGrant(xml)).errorCode() == code)
        }
    }

    @Test func `an assertion is over after an hour`() async throws {
        let xml = try await {
            var found = ""
            try await Sandbox.serve { found = try await $0.samlAssertion() }
            return found
        }()
        for (later, code) in [(3800, nil), (3901, 500_133)] {
            try await Sandbox.serve(ProviderSettings(), clock: { Sandbox.now + later }) { sandbox in
                let answer = try await sandbox.token(sandbox.assertionGrant(xml))
                if let code { #expect(try answer.errorCode() == code) } else { #expect(answer.status == 200) }
            }
        }
    }

    @Test func `the assertion may be base64url without padding`() async throws {
        try await Sandbox.serve { sandbox in
            let xml = try await sandbox.samlAssertion()
            let answer = try await sandbox.token(
                sandbox.assertionGrant(xml, ["assertion": Base64URL.encode(Array(xml.utf8))]))
            #expect(answer.status == 200)
        }
    }

    @Test(arguments: ["!", "PGE+", "PCFET0NUWVBFIGE+PGEvPg=="])
    func `what is no assertion is refused`(text: String) async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.token(sandbox.assertionGrant("", ["assertion": text]))
            #expect(try answer.errorCode() == 50008)
        }
    }

    @Test func `Entra has no password of a federated person's`() async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.token(
                sandbox.passwordRequest(["username": "fred@fabrikam.example", "password": "fred-password"]))
            #expect(try answer.errorCode() == 50126)
        }
    }

    @Test(arguments: ["organizations", "fabrikam.example"])
    func `the domain and the open tenant lead to the same`(tenant: String) async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.token(
                sandbox.assertionGrant(try await sandbox.samlAssertion()), tenant: tenant)
            #expect(try answer.claims("access_token")["tid"]?.stringValue == Contoso.tenant.id)
        }
    }
}
