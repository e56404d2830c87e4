import Testing
import World

@testable import WSTrust

struct MetadataDocumentTests {
    private static func read(_ document: String) throws -> MetadataDocument {
        try MetadataDocument(parsing: Array(document.utf8))
    }

    /// An AD FS server with one endpoint for passwords and one for Kerberos in each version.
    private static let small = ADFSMetadata(
        host: "fs.contoso.com",
        ["2005": [.windowstransport, .usernamemixed], "13": [.windowstransport, .usernamemixed]]
    ).document

    private static let base = "https://fs.contoso.com/adfs/services/trust"

    private static let servers: [(name: String, metadata: ADFSMetadata, password: String, windows: String)] = [
        (
            "microsoft", .microsoft, "https://corp.sts.microsoft.com/adfs/services/trust/13/usernamemixed",
            "https://corp.sts.microsoft.com/adfs/services/trust/13/windowstransport"
        ),
        (
            "archan", .archan, "https://arvmserver2012.archan.us/adfs/services/trust/13/usernamemixed",
            "https://arvmserver2012.archan.us/adfs/services/trust/13/windowstransport"
        ),
        (
            "arupela", .arupela, "https://fs.arupela.com/adfs/services/trust/13/usernamemixed",
            "https://fs.arupela.com/adfs/services/trust/2005/windowstransport"
        ),
    ]

    @Test(arguments: servers)
    func `real servers have their endpoints`(
        name: String, metadata: ADFSMetadata, password: String, windows: String
    ) throws {
        let document = try Self.read(metadata.document)
        #expect(document.endpoint(for: .password) == WSTrustEndpoint(url: try WebURL(password), version: .v1_3))
        let version: WSTrustVersion = windows.contains("/13/") ? .v1_3 : .v2005
        #expect(document.endpoint(for: .windows) == WSTrustEndpoint(url: try WebURL(windows), version: version))
    }

    /// What stands in a SOAP answer, as WS-MetadataExchange has it, is read as well.
    @Test func `a document may be in an envelope`() throws {
        let definitions = Self.small.split(separator: "\n", maxSplits: 1)[1]
        let document = try Self.read(
            """
            <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body>
            <m:Metadata xmlns:m="http://schemas.xmlsoap.org/ws/2004/09/mex"><m:MetadataSection>\(definitions)\
            </m:MetadataSection></m:Metadata></s:Body></s:Envelope>
            """)
        #expect(document.endpoint(for: .password)?.url.description == Self.base + "/13/usernamemixed")
    }

    /// Parts of the small document, what they become, and the paths that passwords and Kerberos then have.
    private static let changes: [(from: String, to: String, password: String?, windows: String?)] = [
        ("", "", "13/usernamemixed", "13/windowstransport"),
        // Version 1.3 is gone in some way; 2005 is left.
        ("13/usernamemixed</", "14/usernamemixed</", "14/usernamemixed", "13/windowstransport"),
        (
            "<wsa10:Address>https://fs.contoso.com/adfs/services/trust/13/", "<wsa10:Address>http://fs.contoso.com/13/",
            "2005/usernamemixed", "2005/windowstransport"
        ),
        (
            "<wsa10:Address>https://fs.contoso.com/adfs/services/trust/13/", "<wsa10:Address>/adfs/services/trust/13/",
            "2005/usernamemixed", "2005/windowstransport"
        ),
        (
            "<wsa10:Address>https://fs.contoso.com/adfs/services/trust/13/",
            "<wsa10:Address>https://u:p@fs.contoso.com/13/",
            "2005/usernamemixed", "2005/windowstransport"
        ),
        (
            "<wsa10:Address>https://fs.contoso.com/adfs/services/trust/13/", "<wsa10:Address>",
            "2005/usernamemixed", "2005/windowstransport"
        ),
        ("ws-trust/200512/RST/Issue", "ws-trust/200512/RST/Validate", "2005/usernamemixed", "2005/windowstransport"),
        ("ws-trust/200512/RST/Issue", "ws-trust/200512/rst/issue", "2005/usernamemixed", "2005/windowstransport"),
        ("SignedEncryptedSupportingTokens", "EndorsingSupportingTokens", "2005/usernamemixed", "13/windowstransport"),
        (
            "ws-sx/ws-securitypolicy/200702\"><wsp:Policy><sp:UsernameToken", "x\"><wsp:Policy><sp:UsernameToken",
            "2005/usernamemixed", "13/windowstransport"
        ),
        // Both versions.
        ("WssUsernameToken10", "WssUsernameToken11", nil, "13/windowstransport"),
        ("NegotiateAuthentication", "BasicAuthentication", "13/usernamemixed", nil),
        ("06/2004/policy/http", "06/2004/policy/https", "13/usernamemixed", nil),
        ("TransportBinding", "AsymmetricBinding", nil, nil),
        ("wsp:ExactlyOne", "wsp:All", nil, nil),
        ("soap/http\"", "soap/smtp\"", nil, nil),
        ("wsdl/soap12/", "wsdl/soap/", nil, nil),
        ("wsu:Id=", "Id=", nil, nil),
        ("URI=\"#", "URI=\"", nil, nil),
        ("binding=\"tns:", "binding=\"", nil, nil),
        ("binding=\"tns:", "binding=\"wsdl:", nil, nil),
        ("http://www.w3.org/2005/08/addressing\"", "http://schemas.xmlsoap.org/ws/2004/08/addressing\"", nil, nil),
        ("wsa10:EndpointReference", "wsa10:Reference", nil, nil),
        (
            "</wsa10:EndpointReference>",
            "<wsa10:Address>https://evil.example/</wsa10:Address></wsa10:EndpointReference>",
            nil, nil
        ),
        ("</wsdl:port>", "<wsa10:EndpointReference/></wsdl:port>", nil, nil),
        // Harmless.
        ("<wsa10:Address>https", "<wsa10:Address>\n  https", "13/usernamemixed", "13/windowstransport"),
        ("</wsa10:Address>", "\n </wsa10:Address>", "13/usernamemixed", "13/windowstransport"),
        (
            "<wsp:PolicyReference", "<wsp:PolicyReference URI=\"#other\"/><wsp:PolicyReference", "13/usernamemixed",
            "13/windowstransport"
        ),
        (
            "</wsdl:binding>",
            "<wsdl:operation name=\"x\"><soap12:operation soapAction=\"urn:x\"/></wsdl:operation></wsdl:binding>",
            "13/usernamemixed", "13/windowstransport"
        ),
        (
            "</wsdl:definitions>", "<wsp:Policy wsu:Id=\"x\"/><wsdl:binding name=\"x\"/></wsdl:definitions>",
            "13/usernamemixed", "13/windowstransport"
        ),
    ]

    @Test(arguments: changes)
    func `only what fits in every part is an endpoint`(
        from: String, to: String, password: String?, windows: String?
    ) throws {
        #expect(from.isEmpty || Self.small.contains(from))
        let document = try Self.read(from.isEmpty ? Self.small : Self.small.replacing(from, with: to))
        #expect(document.endpoint(for: .password)?.url.description == password.map { "\(Self.base)/\($0)" })
        #expect(document.endpoint(for: .windows)?.url.description == windows.map { "\(Self.base)/\($0)" })
    }

    @Test(arguments: [
        ("http://127.0.0.1:8443/", true), ("http://localhost/", true), ("http://localhost.contoso.com/", false),
        ("https://[::1]:8443/", true), ("ftp://fs.contoso.com/", false), ("file:///", false),
    ])
    func `passwords go out in the clear on this machine only`(base: String, isTaken: Bool) throws {
        let document = try Self.read(Self.small.replacing("https://fs.contoso.com/", with: base))
        #expect((document.endpoint(for: .password) != nil) == isTaken)
    }

    private static let refused: [(document: String, reason: String)] = [
        ("", "line 1: it is empty or cut off"),
        (
            "<!DOCTYPE html><html></html>",
            "line 1: it has a document type declaration, as web pages have, and is not read"
        ),
        ("<html><body>Sign in</body></html>", "it is a web page"),
        ("<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\"/>", "it has no WSDL definitions"),
        ("<definitions/>", "it has no WSDL definitions"),
        (small.replacing("</wsdl:definitions>", with: ""), "line 16: it is empty or cut off"),
        (
            small.replacing(
                "UserNameWSTrustBinding_IWSTrust13Async_policy", with: "CustomBinding_IWSTrust13Async_policy"),
            "two of its policies have the same wsu:Id"
        ),
        (
            small.replacing(
                "name=\"UserNameWSTrustBinding_IWSTrust13Async\"", with: "name=\"CustomBinding_IWSTrust13Async\""),
            "two of its bindings have the same name"
        ),
    ]

    @Test(arguments: refused) func `what is no metadata is told by what is wrong`(document: String, reason: String) {
        let failure = #expect(throws: Failure.self) { try Self.read(document) }
        #expect(failure?.code == .protocolError)
        #expect(failure?.message == "\(reason) (parsing_ws_metadata_exchange_failed)")
    }

    @Test func `no metadata has no endpoints`() throws {
        let document = try Self.read("<definitions xmlns=\"http://schemas.xmlsoap.org/wsdl/\"/>")
        #expect(document.endpoint(for: .password) == nil)
        #expect(document.endpoint(for: .windows) == nil)
    }
}
