import OAuth
import Testing
import World

@testable import WSTrust

struct SecurityTokenResponseTests {
    private static let profile = "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1"
    private static let soap11 = "http://schemas.xmlsoap.org/soap/envelope/"

    struct Good: Sendable {
        let envelope: String
        let assertion: String
        let version: SAMLVersion

        init(_ envelope: String, _ assertion: String, _ version: SAMLVersion) {
            self.envelope = envelope
            self.assertion = assertion
            self.version = version
        }
    }

    private static let saml1 = IssuedAnswer.saml1
    private static let saml2 = IssuedAnswer.saml2

    private static let good: [Good] = [
        Good(IssuedAnswer.envelope(saml1), saml1, .v1_1),
        Good(IssuedAnswer.envelope(saml1, type: profile + "#SAMLV1.1"), saml1, .v1_1),
        Good(IssuedAnswer.envelope(saml1, type: nil), saml1, .v1_1),
        Good(IssuedAnswer.envelope(saml1, type: "\n \(IssuedAnswer.saml1Type)\n"), saml1, .v1_1),
        Good(IssuedAnswer.envelope(saml2, type: IssuedAnswer.saml2Type), saml2, .v2),
        Good(IssuedAnswer.envelope(saml2, type: profile + "#SAMLV2.0"), saml2, .v2),
        Good(IssuedAnswer.envelope(saml1, trust: IssuedAnswer.trust2005, isCollection: false), saml1, .v1_1),
        Good(IssuedAnswer.envelope(saml1, isCollection: false, soap: soap11), saml1, .v1_1),
        Good(IssuedAnswer.envelope("\r\n <!-- --> \(saml1)\n"), saml1, .v1_1),
        Good("<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n" + IssuedAnswer.envelope(saml1), saml1, .v1_1),
        Good("\u{FEFF}" + IssuedAnswer.envelope(saml2, type: nil), saml2, .v2),
        // Without a signature it is for Entra to say no.
        Good(
            IssuedAnswer.envelope(saml1.replacing(IssuedAnswer.signature, with: "")),
            saml1.replacing(IssuedAnswer.signature, with: ""), .v1_1),
    ]

    @Test(arguments: good) func `an assertion is taken byte for byte`(_ row: Good) throws {
        let response = try IssuedAnswer.read(row.envelope)
        #expect(Array(response.assertion.xml.utf8) == Array(row.assertion.utf8))
        #expect(response.version == row.version)
    }

    private static let page = "<html><body>Sign in</body></html>"

    /// Answers without a token or a fault.
    private static let unreadable: [(status: Int, body: String, code: Failure.Code, words: String)] = [
        (200, "", .protocolError, "(parsing_wstrust_response_failed): line 1: it is empty or cut off"),
        (200, "OK", .protocolError, "(parsing_wstrust_response_failed): line 1: it is empty or cut off"),
        (200, "{\"error\":\"x\"}", .protocolError, "(parsing_wstrust_response_failed): line 1: it is empty or cut off"),
        (200, page, .protocolError, "(parsing_wstrust_response_failed): it is a web page, as proxies"),
        (200, "<!DOCTYPE html>" + page, .protocolError, "document type declaration"),
        (200, "<a/>", .protocolError, "it is no SOAP message"),
        (200, "<Envelope><Body/></Envelope>", .protocolError, "it is no SOAP message"),
        (200, "<Envelope xmlns=\"urn:x\"/>", .protocolError, "it is no SOAP message"),
        (200, "<s:Envelope xmlns:s=\"\(soap11)\"/>", .protocolError, "no body, or several"),
        (
            200, "<s:Envelope xmlns:s=\"\(soap11)\"><s:Body/><s:Body/></s:Envelope>", .protocolError,
            "no body, or several"
        ),
        (200, "<s:Envelope xmlns:s=\"\(soap11)\"><s:Body/></s:Envelope>", .protocolError, "no answer of WS-Trust"),
        (500, IssuedAnswer.envelope(saml1), .protocolError, "HTTP 500 without a fault"),
        (202, IssuedAnswer.envelope(saml1), .protocolError, "HTTP 202 without a fault"),
        (401, "", .badCredentials, "wants another login than the message has (HTTP 401)"),
        (401, page, .badCredentials, "wants another login than the message has (HTTP 401)"),
        (401, IssuedAnswer.envelope(saml1), .badCredentials, "wants another login than the message has (HTTP 401)"),
        (403, page, .refused, "forbids this endpoint (HTTP 403)"),
        (404, page, .refused, "does not have this endpoint (HTTP 404)"),
        (302, "", .protocolError, "HTTP 302 with an empty body"),
        (400, page, .refused, "HTTP 400 with a web page"),
        (500, page, .unavailable, "HTTP 500 with a web page"),
        (502, "", .unavailable, "HTTP 502 with an empty body"),
        (503, page, .tryAgain, "HTTP 503 with a web page"),
        (429, "", .tryAgain, "HTTP 429 with an empty body"),
    ]

    @Test(arguments: unreadable)
    func `what is no answer is told by what it is`(status: Int, body: String, code: Failure.Code, words: String) {
        let failure = #expect(throws: Failure.self) { try IssuedAnswer.read(body, status: status) }
        #expect(failure?.code == code)
        #expect(failure?.message.contains(words) == true, "\(failure?.message ?? "")")
        #expect(failure?.message.contains("federation server") == true)
        #expect(failure?.hint?.isEmpty == false || code == .tryAgain)
    }

    /// Whatever is wrong, nothing of the assertion is repeated.
    @Test func `no message has anything of an assertion`() {
        let document = IssuedAnswer.envelope(
            Self.saml1.replacing("<saml:X>", with: "<saml:X>hunter2").replacing("Signature", with: "hunter2")
                .replacing("_1", with: "hunter2"))
        for end in stride(from: 10, to: document.utf8.count - 1, by: 7) {
            let failure = #expect(throws: Failure.self) {
                try IssuedAnswer.read(String(decoding: document.utf8.prefix(end), as: UTF8.self))
            }
            #expect(failure?.message.contains("hunter2") == false)
            #expect(failure?.code == .protocolError)
        }
        for place in ["</saml:X>", "<saml:X>", "AssertionID", "</ds:hunter2>", "=\"hunter2\""] {
            for change in ["&hunter2;", "<hunter2:x/>", "</hunter2>", "<?hunter2 ?>", "<hunter2", " hunter2 "] {
                let failed = document.replacing(place, with: change)
                do throws(Failure) {
                    _ = try IssuedAnswer.read(failed)
                } catch {
                    #expect(!"\(error.message) \(error.hint ?? "")".contains("hunter2"))
                }
            }
        }
    }
}
