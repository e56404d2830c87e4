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
        #expect(
            document.endpoint(for: .password, isSecure: false)
                == WSTrustEndpoint(url: try WebURL(password), version: .v1_3))
        let version: WSTrustVersion = windows.contains("/13/") ? .v1_3 : .v2005
        #expect(
            document.endpoint(for: .windows, isSecure: false)
                == WSTrustEndpoint(url: try WebURL(windows), version: version))
    }

    /// What stands in a SOAP answer, as WS-MetadataExchange has it, is read as well, and may be there again.
    @Test(arguments: [1, 2]) func `a document may be in an envelope`(count: Int) throws {
        let definitions = Self.small.split(separator: "\n", maxSplits: 1)[1]
        let document = try Self.envelope(Array(repeating: String(definitions), count: count))
        #expect(document.endpoint(for: .password, isSecure: false)?.url.description == Self.base + "/13/usernamemixed")
    }

    private static func envelope(_ sections: [String]) throws -> MetadataDocument {
        try read(
            """
            <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body>
            <m:Metadata xmlns:m="http://schemas.xmlsoap.org/ws/2004/09/mex">\
            \(sections.map { "<m:MetadataSection>\($0)</m:MetadataSection>" }.joined())</m:Metadata></s:Body></s:Envelope>
            """)
    }

    /// As WCF gives out a service whose bindings have another namespace; policies may stand beside all definitions.
    @Test(arguments: [
        ("urn:other", "tns", "13/usernamemixed"), ("urn:other", "own", nil),
        ("http://schemas.microsoft.com/ws/2008/06/identity/securitytokenservice", "own", "13/usernamemixed"),
    ])
    func `a document may be in several sections`(target: String, prefix: String, password: String?) throws {
        let parts = Self.small.split(separator: "\n", maxSplits: 1)[1]
            .replacing("binding=\"tns:", with: "binding=\"\(prefix):")
        let policies = try #require(parts.firstRange(of: "<wsp:Policy"))
        let bindings = try #require(parts.firstRange(of: "<wsdl:binding"))
        let service = try #require(parts.firstRange(of: "<wsdl:service"))
        let start = parts[..<policies.lowerBound]
        let own = start.replacing(
            "targetNamespace=\"", with: "xmlns:own=\"\(target)\" targetNamespace=\"\(target)\" old=\"")
        let sections = [
            "\(own)\(parts[service.lowerBound...])",
            "\(start)\(parts[bindings.lowerBound..<service.lowerBound])</wsdl:definitions>",
            "\(start)\(parts[policies.lowerBound..<bindings.lowerBound])</wsdl:definitions>"
                .replacing("wsdl:definitions", with: "policies"),
        ]
        let document = try Self.envelope(sections)
        let found = document.endpoint(for: .password, isSecure: true)?.url.description
        #expect(found == password.map { "\(Self.base)/\($0)" })
    }

    @Test func `a port in the clear does not hide one over https`() throws {
        let port = "<wsdl:port name=\"UserNameWSTrustBinding_IWSTrust13Async\""
        let clear = """
            <wsdl:port name="clear" binding="tns:UserNameWSTrustBinding_IWSTrust13Async"><wsa10:EndpointReference>\
            <wsa10:Address>http://localhost/13</wsa10:Address></wsa10:EndpointReference></wsdl:port>
            """
        let document = try Self.read(Self.small.replacing(port, with: clear + port))
        #expect(document.endpoint(for: .password, isSecure: true)?.url.description == Self.base + "/13/usernamemixed")
        #expect(document.endpoint(for: .password, isSecure: false)?.url.description == "http://localhost/13")
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
        (
            "</wsdl:definitions>",
            "<wsp:Policy wsu:Id=\"x\"/><wsp:Policy wsu:Id=\"x\"/><wsdl:binding name=\"x\"/><wsdl:binding name=\"x\"/>"
                + "</wsdl:definitions>",
            "13/usernamemixed", "13/windowstransport"
        ),
        // What stands for two things stands for none.
        (
            "UserNameWSTrustBinding_IWSTrust13Async_policy", "CustomBinding_IWSTrust13Async_policy",
            "2005/usernamemixed", "2005/windowstransport"
        ),
        (
            "<wsdl:service",
            "<wsp:Policy><wsp:Policy wsu:Id=\"CustomBinding_IWSTrust13Async_policy\"/></wsp:Policy>"
                + "<wsdl:service", "13/usernamemixed", "2005/windowstransport"
        ),
        (
            "name=\"UserNameWSTrustBinding_IWSTrust13Async\"", "name=\"CustomBinding_IWSTrust13Async\"",
            "2005/usernamemixed", "2005/windowstransport"
        ),
        (
            "<wsdl:service", "<wsdl:binding name=\"CustomBinding_IWSTrust13Async\"/><wsdl:service", "13/usernamemixed",
            "2005/windowstransport"
        ),
    ]

    @Test(arguments: changes)
    func `only what fits in every part is an endpoint`(
        from: String, to: String, password: String?, windows: String?
    ) throws {
        #expect(from.isEmpty || Self.small.contains(from))
        let document = try Self.read(from.isEmpty ? Self.small : Self.small.replacing(from, with: to))
        #expect(
            document.endpoint(for: .password, isSecure: false)?.url.description == password.map { "\(Self.base)/\($0)" }
        )
        #expect(
            document.endpoint(for: .windows, isSecure: false)?.url.description == windows.map { "\(Self.base)/\($0)" })
    }

    @Test(arguments: [
        ("http://127.0.0.1:8443/", true), ("http://localhost/", true), ("http://localhost.contoso.com/", false),
        ("https://[::1]:8443/", true), ("ftp://fs.contoso.com/", false), ("file:///", false),
    ])
    func `passwords go out in the clear on this machine only`(base: String, isTaken: Bool) throws {
        let document = try Self.read(Self.small.replacing("https://fs.contoso.com/", with: base))
        #expect((document.endpoint(for: .password, isSecure: false) != nil) == isTaken)
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
    ]

    @Test(arguments: refused) func `what is no metadata is told by what is wrong`(document: String, reason: String) {
        let failure = #expect(throws: Failure.self) { try Self.read(document) }
        #expect(failure?.code == .protocolError)
        #expect(failure?.message == "\(reason) (parsing_ws_metadata_exchange_failed)")
    }

    @Test func `no metadata has no endpoints`() throws {
        let document = try Self.read("<definitions xmlns=\"http://schemas.xmlsoap.org/wsdl/\"/>")
        #expect(document.endpoint(for: .password, isSecure: false) == nil)
        #expect(document.endpoint(for: .windows, isSecure: false) == nil)
    }
}
