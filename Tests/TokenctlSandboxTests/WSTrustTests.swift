import Foundation
import JOSE
import Testing

@testable import TokenctlSandbox

/// Federated domains: where their people are sent to, and what their server says.
struct WSTrustTests {
    @Test(arguments: [("fabrikam.example", ""), ("TAILSPIN.example", "/tailspin"), ("wingtip.example", "/wingtip")])
    func `a federated domain's realm names its server, by the name that was asked`(
        domain: String, path: String
    ) async throws {
        try await Sandbox.serve { sandbox in
            let realm = try await sandbox.send(
                "GET", "/common/userrealm/fred@\(domain)?api-version=1.0",
                headers: ["X-Forwarded-Proto": "https", "X-Forwarded-Host": "localhost:8443"]
            ).body
            let trust = "https://localhost:8443\(path)/adfs/services/trust"
            #expect(realm["account_type"]?.stringValue == "Federated")
            #expect(realm["domain_name"]?.stringValue == domain.lowercased())
            #expect(realm["federation_protocol"]?.stringValue == "WSTrust")
            #expect(realm["federation_metadata_url"]?.stringValue == "\(trust)/mex")
            #expect(realm["federation_active_auth_url"]?.stringValue == "\(trust)/2005/usernamemixed")
            #expect(realm["cloud_audience_urn"]?.stringValue == "urn:federation:MicrosoftOnline")
        }
    }

    @Test(arguments: [("", 4), ("/tailspin", 2)])
    func `the metadata name every endpoint, each with its own policy`(path: String, count: Int) async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.get("\(path)/adfs/services/trust/mex")
            #expect(answer.headers["content-type"] == "text/xml; charset=UTF-8")
            let wsdl = "http://schemas.xmlsoap.org/wsdl/"
            let document = try #require(ParsedElement(parsing: Array(answer.text.utf8)))
            let policies = document.all("Policy", SOAP.policy).compactMap { $0.attributes["wsu:Id"] }
            let bindings = document.all("binding", wsdl)
            let references = bindings.flatMap { $0.all("PolicyReference", SOAP.policy) }
            #expect(Set(references.compactMap { $0.attributes["URI"] }) == Set(policies.map { "#\($0)" }))
            let addresses = document.all("Address", SOAP.addressing).map(\.value)
            #expect(addresses.count == count)
            #expect(addresses.contains("\(sandbox.base)\(path)/adfs/services/trust/2005/windowstransport"))
            #expect(bindings.count == count)
        }
    }

    private static let good: [(version: WSTrustVersion, path: String, type: String?, expected: String)] = [
        (.v1_3, "", nil, "1.0"), (.v2005, "", nil, "1.0"), (.v1_3, "/wingtip", nil, "2.0"),
        (.v2005, "/wingtip", nil, "2.0"), (.v2005, "/tailspin", nil, "1.0"),
        (.v1_3, "", "urn:oasis:names:tc:SAML:2.0:assertion", "2.0"),
        (.v1_3, "/wingtip", SAMLProfile.version1, "1.0"),
    ]

    @Test(arguments: good)
    func `a password gives an assertion, and that gives tokens`(
        version: WSTrustVersion, path: String, type: String?, expected: String
    ) async throws {
        try await Sandbox.serve { sandbox in
            let domain = path.isEmpty ? "fabrikam" : String(path.dropFirst())
            var message = WSTrustMessage(version: version, path: path, username: "Fred@\(domain).example")
            message.tokenType = type
            let answer = try await sandbox.send(message)
            #expect(answer.headers["content-type"] == "application/soap+xml; charset=utf-8")
            #expect(answer.text.contains("<a:RelatesTo>urn:uuid:7</a:RelatesTo>"))
            #expect(answer.text.contains("TokenType>urn:oasis:names:tc:SAML:\(expected):assertion</"))
            #expect(answer.text.contains("ResponseCollection ") == (version == .v1_3))
            let xml = try await sandbox.samlAssertion(message)
            let isSecond = expected == "2.0"
            let tokens = try await sandbox.token(sandbox.assertionGrant(xml, saml2: isSecond))
            let claims = try tokens.claims("access_token")
            #expect(claims["preferred_username"]?.stringValue == "fred@\(domain).example")
            #expect(tokens.body["refresh_token"] != nil)
            #expect(tokens.body["client_info"] != nil)
            let other = try await sandbox.token(sandbox.assertionGrant(xml, saml2: !isSecond))
            #expect(try other.errorCode() == 50008)
        }
    }

    private struct Refusal: Sendable {
        let message: WSTrustMessage
        let code: String
        var status = 500

        init(_ code: String, status: Int = 500, _ change: (inout WSTrustMessage) -> Void) {
            var message = WSTrustMessage()
            change(&message)
            self.message = message
            self.code = code
            self.status = status
        }

        /// With a text in the message replaced.
        init(_ code: String, _ from: String, _ to: String) { self.init(code) { $0.changes = [(from, to)] } }
    }

    private static let refusals = [
        Refusal("a:FailedAuthentication") { $0.password = "wrong" },
        Refusal("a:FailedAuthentication") { $0.username = "nobody@fabrikam.example" },
        Refusal("a:FailedAuthentication") {
            $0.username = "fred@wingtip.example"
        },
        Refusal("a:FailedAuthentication") { ($0.username, $0.password) = ("alice@contoso.example", "alice-password") },
        Refusal("a:FailedAuthentication") {
            ($0.username, $0.password) = ("expired@fabrikam.example", "expired-password")
        },
        Refusal("a:RequestFailed") { ($0.username, $0.password) = ("denied@fabrikam.example", "denied-password") },
        Refusal("a:InvalidSecurity") { ($0.created, $0.expires) = (-1000, -400) },
        Refusal("a:InvalidSecurity") { ($0.created, $0.expires) = (400, 1000) },
        Refusal("a:InvalidSecurity") { ($0.created, $0.expires) = (100, 100) },
        Refusal("a:InvalidSecurity", "Created>", "Begun>"),
        Refusal("a:InvalidSecurityToken", "Username>", "Name>"),
        Refusal("a:ActionNotSupported", "/RST/Issue", "/RST/Renew"),
        Refusal("a:DestinationUnreachable", "13/usernamemixed", "2005/usernamemixed"),
        Refusal("a:DestinationUnreachable", "http://localhost", "https://localhost"),
        Refusal("a:MessageAddressingHeaderRequired", "MessageID>", "MessageName>"),
        Refusal("a:InvalidScope", "urn:federation:MicrosoftOnline", "urn:federation:Other"),
        Refusal("a:InvalidRequest", "200512/Bearer", "200512/PublicKey"),
        Refusal("a:InvalidRequest", "200512/Issue</t", "200512/Renew</t"),
        Refusal("a:InvalidRequest", "xmlns:t=\"http://docs", "xmlns:t=\"https://docs"),
        Refusal("s:VersionMismatch", SOAP.envelope, "http://schemas.xmlsoap.org/soap/envelope/"),
        Refusal("s:Sender", status: 400) { $0.changes = [("</s:Envelope>", "")] },
        Refusal("s:Sender", status: 400) { $0.changes = [("<s:Envelope", "<!DOCTYPE s:Envelope><s:Envelope")] },
    ]

    @Test(arguments: refusals)
    private func `what is wrong is a SOAP fault, as AD FS words it`(refusal: Refusal) async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.send(refusal.message)
            #expect(answer.status == refusal.status, "\(answer.text)")
            let fault = try #require(ParsedElement(parsing: Array(answer.text.utf8))?.all("Fault", SOAP.envelope).first)
            #expect(fault.all("Value", SOAP.envelope).last?.value == refusal.code, "\(answer.text)")
            #expect(fault.all("Text", SOAP.envelope).first?.value.isEmpty == false)
        }
    }

    @Test func `another media type is refused`() async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.send(WSTrustMessage(), type: "text/xml")
            #expect(answer.status == 415)
        }
    }

    @Test(arguments: [nil, "/nonexistent"])
    func `without a good ticket windowstransport wants one`(keytab: String?) async throws {
        var settings = ProviderSettings()
        settings.keytab = keytab
        try await Sandbox.serve(settings) { sandbox in
            for header in [nil, "Negotiate AAAA", "Negotiate !", "Basic AAAA"] {
                let headers = header.map { ["Authorization": $0] } ?? [:]
                let answer = try await sandbox.send(WSTrustMessage(login: .windows), headers: headers)
                #expect(answer.status == 401)
                #expect(answer.headers["www-authenticate"] == "Negotiate")
                #expect(answer.text.isEmpty)
            }
        }
    }
}
