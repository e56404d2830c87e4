import OAuth
import TestSupport
import Testing
import World

@testable import WSTrust

struct SecurityTokenRequestTests {
    private static let id = "6ba7b810-9dad-41d1-80b4-00c04fd430c8"
    /// 2026-02-28T23:55:00Z: ten minutes later is another month.
    private static let now = 1_772_322_900

    private static func request(
        _ version: WSTrustVersion, credential: SecurityTokenRequest.Credential?,
        audience: String = "urn:federation:MicrosoftOnline", query: String = ""
    ) throws -> SecurityTokenRequest {
        SecurityTokenRequest(
            endpoint: WSTrustEndpoint(
                url: try WebURL("https://fs.contoso.com/adfs/services/trust/usernamemixed\(query)"), version: version),
            audience: audience, credential: credential)
    }

    private static func ann(_ password: String = "hunter2") throws -> SecurityTokenRequest.Credential {
        try SecurityTokenRequest.Credential(username: "ann@contoso.com", password: Secret(password))
    }

    private static func document(_ request: SecurityTokenRequest) -> String {
        guard case .document(let text, _) = request.httpRequest(id: id, now: now).body else { return "" }
        return text
    }

    private static func element(_ path: String, in document: String) throws -> XMLElement {
        let namespaces = [
            "s": Namespace.soap12, "a": Namespace.addressing, "u": Namespace.utility, "o": Namespace.security,
            "p": Namespace.policy, "t": WSTrustVersion.v1_3.namespace, "f": WSTrustVersion.v2005.namespace,
        ]
        let names = path.split(separator: "/").map { step in
            let parts = step.split(separator: ":").map(String.init)
            return XMLElement.Name(parts[1], in: namespaces[parts[0]] ?? "")
        }
        let found = try XMLReader.read(Array(document.utf8)).descendants(along: names)
        try #require(found.count == 1, "\(path)")
        return found[0]
    }

    private static let contents: [(version: WSTrustVersion, path: String, text: String)] = [
        (.v1_3, "s:Header/a:Action", "http://docs.oasis-open.org/ws-sx/ws-trust/200512/RST/Issue"),
        (.v2005, "s:Header/a:Action", "http://schemas.xmlsoap.org/ws/2005/02/trust/RST/Issue"),
        (.v1_3, "s:Header/a:MessageID", "urn:uuid:6ba7b810-9dad-41d1-80b4-00c04fd430c8"),
        (.v1_3, "s:Header/a:ReplyTo/a:Address", "http://www.w3.org/2005/08/addressing/anonymous"),
        (.v1_3, "s:Header/a:To", "https://fs.contoso.com/adfs/services/trust/usernamemixed?a=1&b=2"),
        (.v1_3, "s:Header/o:Security/u:Timestamp/u:Created", "2026-02-28T23:55:00Z"),
        (.v1_3, "s:Header/o:Security/u:Timestamp/u:Expires", "2026-03-01T00:05:00Z"),
        (.v1_3, "s:Header/o:Security/o:UsernameToken/o:Username", "ann@contoso.com"),
        (.v1_3, "s:Header/o:Security/o:UsernameToken/o:Password", "hunter2"),
        (.v2005, "s:Header/o:Security/o:UsernameToken/o:Password", "hunter2"),
        (
            .v1_3, "s:Body/t:RequestSecurityToken/p:AppliesTo/a:EndpointReference/a:Address",
            "urn:federation:MicrosoftOnline"
        ),
        (
            .v2005, "s:Body/f:RequestSecurityToken/p:AppliesTo/a:EndpointReference/a:Address",
            "urn:federation:MicrosoftOnline"
        ),
        (
            .v1_3, "s:Body/t:RequestSecurityToken/t:KeyType",
            "http://docs.oasis-open.org/ws-sx/ws-trust/200512/Bearer"
        ),
        (
            .v2005, "s:Body/f:RequestSecurityToken/f:KeyType",
            "http://schemas.xmlsoap.org/ws/2005/05/identity/NoProofKey"
        ),
        (
            .v1_3, "s:Body/t:RequestSecurityToken/t:RequestType",
            "http://docs.oasis-open.org/ws-sx/ws-trust/200512/Issue"
        ),
        (.v2005, "s:Body/f:RequestSecurityToken/f:RequestType", "http://schemas.xmlsoap.org/ws/2005/02/trust/Issue"),
    ]

    @Test(arguments: contents)
    func `the message says what MSAL's says`(version: WSTrustVersion, path: String, text: String) throws {
        let request = try Self.request(version, credential: Self.ann(), query: "?a=1&b=2")
        #expect(try Self.element(path, in: Self.document(request)).text == text)
    }

    @Test(arguments: ["s:Header/a:Action", "s:Header/a:To", "s:Header/o:Security"])
    func `the server must understand what matters`(path: String) throws {
        let element = try Self.element(path, in: Self.document(Self.request(.v1_3, credential: Self.ann())))
        #expect(element.attribute(XMLElement.Name("mustUnderstand", in: Namespace.soap12)) == "1")
    }

    @Test(arguments: [WSTrustVersion.v1_3, .v2005])
    func `Kerberos needs no security header`(version: WSTrustVersion) throws {
        let request = try Self.request(version, credential: nil)
        #expect(!Self.document(request).contains("wsse:"))
        #expect(!Self.document(request).contains("Timestamp"))
        #expect(try Self.element("s:Header/a:Action", in: Self.document(request)).text == version.issueAction)
        #expect(request.httpRequest(id: Self.id, now: 0).logsInByKerberos)
        #expect(request.httpRequest(id: Self.id, now: 0).secrets.isEmpty)
    }

    @Test(arguments: [
        (WSTrustVersion.v1_3, "http://docs.oasis-open.org/ws-sx/ws-trust/200512/RST/Issue"),
        (.v2005, "http://schemas.xmlsoap.org/ws/2005/02/trust/RST/Issue"),
    ])
    func `HTTP has the action, too`(version: WSTrustVersion, action: String) throws {
        let request = try Self.request(version, credential: Self.ann()).httpRequest(id: Self.id, now: 0)
        #expect(request.url.description == "https://fs.contoso.com/adfs/services/trust/usernamemixed")
        #expect(request.headers.map(\.name) == ["SOAPAction"])
        #expect(request.headers.map(\.value.wire) == [action])
        #expect(!request.logsInByKerberos)
        guard case .document(_, let type) = request.body else { throw Failure(.internalError, "no document") }
        #expect(type == "application/soap+xml; charset=utf-8")
    }

    /// The password as it was typed, as XML has it, and both as a form would have them.
    @Test func `traces mask the password in each of its forms`() throws {
        let request = try Self.request(.v1_3, credential: Self.ann("a&b <c> \"d\" 'e'"))
        let secrets = request.httpRequest(id: Self.id, now: 0).secrets.map { $0.reveal() }
        #expect(secrets.contains("a&b <c> \"d\" 'e'"))
        let escaped = "a&amp;b &lt;c&gt; &quot;d&quot; &apos;e&apos;"
        #expect(secrets.contains(escaped))
        #expect(Self.document(request).contains("<wsse:Password>\(escaped)</wsse:Password>"))
    }

    private static let values = [
        "", " ", " a ", "&", "<", ">", "\"", "'", "&amp;", "]]>", "<![CDATA[", "<!--", "-->", "</wsse:Password>",
        "&#1;",
        "<?x ?>", "%", "\\", "{}", "\t", "\n", "\r", "\r\n", "a\r\nb", "é", "e\u{301}", "\u{1F600}", "\u{7F}", "\u{85}",
        "\u{2028}", "\u{FFFD}", "\u{10FFFF}", "\u{FEFF}", "\u{202E}", "\u{301}", "&\u{301}", "<\u{301}", "\r\u{301}",
        String(repeating: "&", count: 5000),
    ]

    @Test(arguments: values) func `every value comes back as it was`(value: String) throws {
        let credential = try SecurityTokenRequest.Credential(username: value, password: Secret(value))
        let document = Self.document(try Self.request(.v1_3, credential: credential, audience: value))
        for path in [
            "s:Header/o:Security/o:UsernameToken/o:Username", "s:Header/o:Security/o:UsernameToken/o:Password",
            "s:Body/t:RequestSecurityToken/p:AppliesTo/a:EndpointReference/a:Address",
        ] {
            #expect(Array(try Self.element(path, in: document).text.utf8) == Array(value.utf8))
        }
    }

    @Test(.requires(.python)) func `Python's reader agrees on every value`() async throws {
        let documents = try Self.values.map { value in
            let credential = try SecurityTokenRequest.Credential(username: value, password: Secret(value))
            return Self.document(try Self.request(.v2005, credential: credential, audience: value))
        }
        let answer = try await PythonReader.texts(of: ["Username", "Password", "Address"], in: documents)
        let anonymous = "http://www.w3.org/2005/08/addressing/anonymous"
        #expect(answer == Self.values.map { [anonymous, $0, $0, $0] })
    }

    @Test(arguments: ["\u{0}", "a\u{1}b", "\u{8}", "\u{B}", "\u{C}", "\u{1B}[A", "\u{1F}", "\u{FFFE}", "\u{FFFF}"])
    func `what XML cannot carry is refused, and not repeated`(value: String) throws {
        let password = #expect(throws: Failure.self) {
            try SecurityTokenRequest.Credential(username: "ann", password: Secret("hunter2\(value)"))
        }
        #expect(password?.code == .badData)
        #expect(password?.message.hasPrefix("the password has a control character") == true)
        let username = #expect(throws: Failure.self) {
            try SecurityTokenRequest.Credential(username: value, password: Secret("hunter2"))
        }
        #expect(username?.code == .badData)
        #expect(username?.message.hasPrefix("the user name has a control character") == true)
        for failure in [password, username] {
            #expect(failure?.message.contains("hunter2") == false)
            #expect(failure?.message.contains(value) == false)
        }
        // Nobody types the audience.
        let document = Self.document(try Self.request(.v1_3, credential: nil, audience: "urn:\(value)"))
        #expect(throws: Never.self) { try XMLReader.read(Array(document.utf8)) }
    }
}
