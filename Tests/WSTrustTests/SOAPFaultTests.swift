import OAuth
import Testing
import World

@testable import WSTrust

/// What a federation server's faults become.
struct SOAPFaultTests {
    private static let soap12 = "http://www.w3.org/2003/05/soap-envelope"
    private static let soap11 = "http://schemas.xmlsoap.org/soap/envelope/"
    private static let failedText = "ID3242: The security token could not be authenticated or authorized."

    /// A fault of SOAP 1.2: its code, then its sub-codes, one inside the other.
    private static func fault(_ codes: String..., text: String = failedText) -> String {
        let inner = codes.dropFirst().reversed().reduce("") { inner, code in
            "<s:Subcode><s:Value>\(code)</s:Value>\(inner)</s:Subcode>"
        }
        return """
            <s:Envelope xmlns:s="\(soap12)" xmlns:a="\(IssuedAnswer.trust)" xmlns:wsse="urn:x"><s:Body><s:Fault><s:Code>\
            <s:Value>\(codes[0])</s:Value>\(inner)</s:Code><s:Reason><s:Text xml:lang="de">Nein.</s:Text>\
            <s:Text xml:lang="en-US">\(text)</s:Text></s:Reason><s:Detail><x>hunter2</x></s:Detail></s:Fault></s:Body></s:Envelope>
            """
    }

    /// A fault of SOAP 1.1.
    private static func oldFault(_ code: String, text: String) -> String {
        """
        <s:Envelope xmlns:s="\(soap11)"><s:Body><s:Fault><faultcode xmlns:x="urn:x">\(code)</faultcode>\
        <faultstring>\(text)</faultstring></s:Fault></s:Body></s:Envelope>
        """
    }

    /// As Entra's own servers of WS-Trust have it: autologon.microsoftazuread-sso.com, login.microsoftonline.com.
    private static func entraFault(_ text: String) -> String {
        fault("s:Sender", "wst:FailedAuthentication", text: "Authentication Failure").replacing(
            "<x>hunter2</x>",
            with: """
                <psf:error xmlns:psf="http://schemas.microsoft.com/Passport/SoapServices/SOAPFault"><psf:value>0x80048821\
                </psf:value><psf:internalerror><psf:code>0x80041012</psf:code><psf:text>\(text)</psf:text>\
                </psf:internalerror></psf:error>
                """)
    }

    private static func failure(
        _ document: String, status: Int = 500, to request: SecurityTokenRequest? = nil
    ) -> Failure? {
        #expect(throws: Failure.self) {
            try SecurityTokenResponse(
                HTTPResponse(status: status, body: Array(document.utf8)),
                to: request ?? FederatedDomain.tokenRequest(password: "password"))
        }
    }

    private static let wrongPassword = "the user does not exist or the password is wrong"

    private static let faults: [(document: String, code: Failure.Code, words: String)] = [
        (fault("s:Sender", "a:FailedAuthentication"), .badCredentials, wrongPassword),
        (fault("s:Sender", "wsse:FailedAuthentication", text: "No."), .badCredentials, wrongPassword),
        (fault("s:Sender", "a:RequestFailed", "a:FailedAuthentication", text: ""), .badCredentials, wrongPassword),
        (fault("s:Sender", "a:FailedAuthentication", "b:Other", text: ""), .badCredentials, wrongPassword),
        (fault("s:Sender", "\n a:FailedAuthentication \n", text: ""), .badCredentials, wrongPassword),
        (fault("s:Sender", "a:InvalidSecurityToken", text: "x"), .badCredentials, wrongPassword),
        (fault("s:Sender", "a:RequestFailed"), .badCredentials, wrongPassword),
        (fault("s:Sender"), .badCredentials, wrongPassword),
        (fault("s:Sender", "wsse:InvalidSecurity", text: "x"), .badCredentials, "or the clocks differ"),
        (oldFault("x:FailedAuthentication", text: "Authentication failed"), .badCredentials, wrongPassword),
        (oldFault("s:Client", text: failedText), .badCredentials, wrongPassword),
        (oldFault("InvalidSecurity", text: "x"), .badCredentials, "or the clocks differ"),
        (
            fault("s:Sender", "a:RequestFailed", text: "MSIS3127: The specified request failed."), .refused,
            "(federated_service_returned_error): the federation server says 'MSIS3127: The specified request failed.' "
                + "(RequestFailed)"
        ),
        (fault("s:Sender", "a:InvalidRequest", text: "x"), .refused, "(InvalidRequest)"),
        (fault("s:Sender", "a:Unheard-of", text: "x"), .refused, "(Unheard-of)"),
        (fault("s:Sender", text: "x"), .refused, "'x' (Sender)"),
        (fault("s:Sender", "a:InvalidScope", text: "x"), .refused, "gives no assertions for Entra"),
        (fault("s:Sender", "a:ExpiredData", text: "x"), .refused, "out of date"),
        (fault("s:Sender", "wsse:MessageExpired", text: "x"), .refused, "out of date"),
        (fault("s:MustUnderstand", text: ""), .refused, "(MustUnderstand)"),
        (fault("s:Receiver", "a:InternalServiceFault", text: "x"), .tryAgain, "in trouble"),
        (fault("s:Receiver", "a:ServerTooBusy", text: "x"), .tryAgain, "in trouble"),
        (fault("s:Receiver", "a:RequestFailed", text: "x"), .refused, "(RequestFailed)"),
        (oldFault("s:Server", text: "x"), .tryAgain, "in trouble"),
        // WSS4J, in Java's servers, by default tells no more than this.
        (
            oldFault("x:SecurityError", text: "A security error was encountered when verifying the message"),
            .badCredentials, "or the clocks differ"
        ),
        (
            entraFault("The entered and stored passwords do not match.&#xD;&#xA;"), .badCredentials,
            "says 'The entered and"
        ),
        (
            entraFault("AADSTS50126: Error validating credentials due to invalid username."),
            .badCredentials,
            "FailedAuthentication: Error validating credentials due to invalid username (AADSTS50126)"
        ),
        (entraFault("AADSTS50076: Use MFA."), .interactionRequired, "Use MFA (AADSTS50076)"),
        (entraFault("AADSTS90033: Busy."), .tryAgain, "(AADSTS90033)"),
        (entraFault("AADSTS1: New."), .badCredentials, wrongPassword),
        (oldFault("", text: ""), .refused, "refused the request (federated_service_returned_error)"),
        ("<s:Envelope xmlns:s=\"\(soap12)\"><s:Body><s:Fault/></s:Body></s:Envelope>", .refused, "refused the request"),
    ]

    @Test(arguments: faults, [200, 400, 500])
    func `a fault is told by what it means, whatever the status`(
        fault: (document: String, code: Failure.Code, words: String), status: Int
    ) {
        let failure = Self.failure(fault.document, status: status)
        #expect(failure?.code == fault.code)
        #expect(failure?.message.contains(fault.words) == true, "\(failure?.message ?? "")")
        #expect(failure?.hint?.isEmpty == false)
        #expect(failure?.message.contains("hunter2") == false)
        #expect(failure?.isRetryable == (fault.code == .tryAgain))
        #expect(failure?.message.contains("Nein") == false)
    }

    @Test func `a locked account is no wrong password`() {
        let failure = Self.failure(Self.entraFault("AADSTS50053: The account is locked."), status: 400)
        #expect(failure?.message.contains("password") == false)
        #expect(failure?.hint == "wait, or have the account unlocked")
        #expect(failure?.answer?.number == 50053)
        #expect(failure?.answer?.error == "FailedAuthentication")
    }

    /// As WSO2's server has it, a fault may come with HTTP 401; its code may say nothing then.
    @Test(
        arguments: [
            (fault("s:Sender", "a:FailedAuthentication"), 401, .badCredentials, "ID3242"),
            (fault("s:Sender", "a:FailedAuthentication"), 403, .badCredentials, "ID3242"),
            (fault("s:Sender", "a:InvalidScope", text: "x"), 401, .refused, "gives no assertions for Entra"),
            (fault("s:Sender", text: "No."), 401, .badCredentials, wrongPassword),
            (oldFault("s:Server", text: "No."), 401, .badCredentials, wrongPassword),
            (fault("s:Sender", text: "Not here."), 403, .refused, "'Not here.'"),
            (oldFault("s:Server", text: "No such service"), 404, .tryAgain, "'No such service'"),
        ] as [(String, Int, Failure.Code, String)])
    func `a fault says more than its status`(document: String, status: Int, code: Failure.Code, words: String) {
        let failure = Self.failure(document, status: status)
        #expect(failure?.code == code)
        #expect(failure?.message.contains(words) == true, "\(failure?.message ?? "")")
    }

    @Test func `a wrong password has MSAL's name, and the server's words`() {
        let failure = Self.failure(Self.fault("s:Sender", "a:FailedAuthentication"))
        #expect(
            failure?.message
                == "the user does not exist or the password is wrong (parsing_wstrust_response_failed): the federation "
                + "server says 'ID3242: The security token could not be authenticated or authorized.' "
                + "(FailedAuthentication)")
        #expect(failure?.answer?.error == "FailedAuthentication")
        #expect(failure?.answer?.description == Self.failedText)
    }

    @Test func `a ticket is no password`() throws {
        let failure = Self.failure(
            Self.fault("s:Sender", "a:FailedAuthentication"), to: try FederatedDomain.tokenRequest(password: nil))
        #expect(failure?.code == .badCredentials)
        #expect(failure?.message.hasPrefix("the federation server did not accept the Kerberos ticket") == true)
        #expect(failure?.message.contains("password") == false)
        let status = Self.failure("", status: 401, to: try FederatedDomain.tokenRequest(password: nil))
        #expect(status?.message == "the federation server fs.contoso.com did not take the Kerberos ticket (HTTP 401)")
    }

    /// A fault beside a token counts, and is never overlooked.
    @Test func `a fault with a token is a fault`() {
        let fault = Self.fault("s:Sender", "a:FailedAuthentication")
        let body = IssuedAnswer.envelope(IssuedAnswer.saml1).firstRange(of: "<s:Body>").map {
            IssuedAnswer.envelope(IssuedAnswer.saml1)[$0.upperBound...].prefix { $0 != "\u{0}" }
        }
        let inner = String(body ?? "").replacing("</s:Body></s:Envelope>", with: "")
        #expect(
            Self.failure(fault.replacing("</s:Body>", with: inner + "</s:Body>"), status: 200)?.code == .badCredentials)
    }

    private static let echoes: [(password: String, text: String, shown: String?)] = [
        ("hunter2", "The password hunter2 is wrong", "The password [secret] is wrong"),
        ("hunter2", "hunter2hunter2", "[secret][secret]"),
        ("a&b<c>", "a&amp;b&lt;c&gt; is wrong", "[secret] is wrong"),
        ("a&b<c>", "a&amp;amp;b&amp;lt;c&amp;gt; is wrong", "[secret] is wrong"),
        ("hunter2", "Request was: &lt;wsse:Password&gt;h&amp;#x75;nter2", "Request was:"),
        ("hunter2", "&lt;saml:Assertion&gt;", nil),
        ("abc", "the abc is wrong", nil),
        ("", "empty", "empty"),
        ("hunter2", "  two\n\tlines  ", "two lines"),
        ("hunter2", String(repeating: "x", count: 400), String(repeating: "x", count: 300) + "…"),
    ]

    @Test(arguments: echoes)
    func `nothing of a password is repeated`(password: String, text: String, shown: String?) throws {
        let documents = [
            Self.fault("s:Sender", "a:X", text: text), Self.oldFault("X", text: text),
            Self.entraFault(text).replacing("wst:FailedAuthentication", with: "X"),
        ]
        for document in documents {
            let failure = Self.failure(document, to: try FederatedDomain.tokenRequest(password: password))
            let said = [shown.map { "'\($0)'" }, "(X)"].compactMap(\.self).joined(separator: " ")
            #expect(
                failure?.message.hasSuffix(": the federation server says \(said)") == true, "\(failure?.message ?? "")")
            #expect(failure?.answer?.description == shown)
        }
    }

    @Test func `a code that is none is not shown`() throws {
        for code in ["hunter2 hunter2", String(repeating: "x", count: 65), "hunter2/", "é"] {
            let failure = Self.failure(Self.fault("s:Sender", code, text: "x"))
            #expect(failure?.message.hasSuffix("'x' (Sender)") == true)
        }
    }
}
