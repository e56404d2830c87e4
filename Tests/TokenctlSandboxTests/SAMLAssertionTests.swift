import JOSE
import Testing

@testable import TokenctlSandbox

/// SAML assertions in place of access tokens; their signatures are judged by the end-to-end tests.
struct SAMLAssertionTests {
    private static func type(_ name: String) -> String { "urn:ietf:params:oauth:token-type:\(name)" }

    private static let expected: [(type: String, pieces: [String])] = [
        (
            "saml2",
            [
                "<Assertion xmlns=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"_", " Version=\"2.0\"><Issuer>",
                "/\(Contoso.tenant.id)/</Issuer><Signature ", "</Signature><Subject><NameID ",
                "<Conditions NotBefore=\"2026-11-18T11:01:40Z\" NotOnOrAfter=\"2026-11-18T12:06:39Z\">",
                "<Audience>api://billing</Audience>",
                "<Attribute Name=\"http://schemas.microsoft.com/identity/claims/tenantid\"><AttributeValue>",
                "<AttributeValue>\(Contoso.alice.id)</AttributeValue>", "<AttributeValue>Alice Adams</AttributeValue>",
                "<AuthnStatement AuthnInstant=\"2026-11-18T11:06:40Z\"",
            ]
        ),
        (
            "saml1",
            [
                "<Assertion xmlns=\"urn:oasis:names:tc:SAML:1.0:assertion\" AssertionID=\"_",
                " MajorVersion=\"1\" MinorVersion=\"1\"><Conditions ", "<Audience>api://billing</Audience>",
                "<Attribute AttributeName=\"name\" AttributeNamespace=\"http://schemas.xmlsoap.org/",
                "<AttributeValue>alice@contoso.example</AttributeValue>",
                "<AuthenticationStatement AuthenticationInstant=\"2026-11-18T11:06:40Z\"",
                "</Signature></Assertion>",
            ]
        ),
    ]

    @Test(arguments: expected)
    func `an assertion stands where the access token would`(type: String, pieces: [String]) async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.token(
                sandbox.exchangeRequest(
                    try await sandbox.ordersToken(), ["requested_token_type": Self.type(type)]))
            #expect(answer.body["issued_token_type"]?.stringValue == Self.type(type))
            #expect(answer.body["token_type"]?.stringValue == "Bearer")
            #expect(answer.body["expires_in"] == .integer(3599))
            #expect(answer.body["refresh_token"] == nil)
            let bytes = try #require(Base64URL.decode(try answer.accessToken()))
            let xml = String(decoding: bytes, as: UTF8.self)
            for piece in pieces { #expect(xml.contains(piece), "\(piece)") }
        }
    }

    @Test func `an access token may be asked for by its type, too`() async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.token(
                sandbox.exchangeRequest(
                    try await sandbox.ordersToken(), ["requested_token_type": Self.type("access_token")]))
            #expect(answer.body["issued_token_type"]?.stringValue == Self.type("access_token"))
            #expect(try answer.claims("access_token")["aud"]?.stringValue == "api://billing")
        }
    }

    private static let texts: [(text: String, inElement: String, inAttribute: String)] = [
        ("plain é", "plain é", "plain é"), ("&<>\"'", "&amp;&lt;&gt;\"'", "&amp;&lt;>&quot;'"),
        ("a\tb\nc\rd", "a\tb\nc&#xD;d", "a&#x9;b&#xA;c&#xD;d"),
        ("\u{1}\u{FFFF}", "\u{FFFD}\u{FFFD}", "\u{FFFD}\u{FFFD}"),
        ("]]>", "]]&gt;", "]]>"),
    ]

    @Test(arguments: texts)
    func `XML is escaped as its canonical form wants`(text: String, inElement: String, inAttribute: String) {
        #expect(XMLElement("a", text: text).canonical == "<a>\(inElement)</a>")
        #expect(XMLElement("a", ["b": text]).canonical == "<a b=\"\(inAttribute)\"></a>")
    }

    @Test func `the namespace stands first, then attributes by name`() {
        let element = XMLElement("a", ["b": "1", "Z": "2", "xmlns": "u"], [XMLElement("c")])
        #expect(element.canonical == "<a xmlns=\"u\" Z=\"2\" b=\"1\"><c></c></a>")
    }
}
