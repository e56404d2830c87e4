import OAuth
import Testing
import World

@testable import WSTrust

/// Answers that look as if they had one assertion, and have another, or none.
struct IssuedTokenTests {
    private static let saml1 = IssuedAnswer.saml1
    private static let saml2 = IssuedAnswer.saml2
    private static let trust = IssuedAnswer.trust
    private static let good = IssuedAnswer.envelope(saml1)
    private static let signature = IssuedAnswer.signature

    /// The assertion of somebody else, with a signature of its own or without.
    private static let evil = saml1.replacing("_1", with: "_evil")
    private static let unsigned = evil.replacing(signature.replacing("_1", with: "_evil"), with: "")

    /// Another answer in place of a part of the good one.
    private static func changed(_ from: String, _ to: String) -> String { good.replacing(from, with: to) }

    private static let severalTokens = [
        IssuedAnswer.envelope(saml1 + evil),
        IssuedAnswer.envelope(evil + saml1),
        IssuedAnswer.envelope(saml1 + saml1),
        IssuedAnswer.envelope(saml1 + "<x/>"),
        IssuedAnswer.envelope("text" + saml1),
        IssuedAnswer.envelope("<x>\(saml1)</x>"),
        IssuedAnswer.envelope("<![CDATA[\(saml2)]]>"),
        IssuedAnswer.envelope("<!-- \(saml1.replacing("<!-- é -->", with: "")) -->"),
        changed("</t:RequestedSecurityToken>", "</t:RequestedSecurityToken><t:RequestedSecurityToken/>"),
        changed(
            "</t:RequestedSecurityToken>",
            "</t:RequestedSecurityToken><t:RequestedSecurityToken>\(evil)</t:RequestedSecurityToken>"),
        changed(
            "</t:RequestSecurityTokenResponse>",
            "</t:RequestSecurityTokenResponse><t:RequestSecurityTokenResponse><t:RequestedSecurityToken>\(evil)"
                + "</t:RequestedSecurityToken></t:RequestSecurityTokenResponse>"),
        changed("</s:Body>", "\(evil)</s:Body>"),
        changed("<t:Lifetime/>", evil),
        changed("<t:Lifetime/>", "<t:Lifetime>\(unsigned)</t:Lifetime>"),
        changed("<t:Lifetime/>", "<x xmlns=\"urn:x\"><Assertion/></x>"),
        changed("<t:Lifetime/>", "<x xmlns=\"urn:x\"><RequestedSecurityToken/></x>"),
        changed("<t:Lifetime/>", "<RequestSecurityTokenResponse xmlns=\"urn:x\"/>"),
        changed("<t:Lifetime/>", "<e:EncryptedAssertion xmlns:e=\"urn:oasis:names:tc:SAML:2.0:assertion\"/>"),
    ]

    @Test(arguments: severalTokens) func `two of anything are refused`(document: String) { Self.refuses(document) }

    private static let wrapped = [
        // An assertion inside the assertion, in each place that attacks use.
        IssuedAnswer.envelope(unsigned.replacing("</saml:Assertion>", with: "\(saml1)</saml:Assertion>")),
        IssuedAnswer.envelope(saml1.replacing("</saml:Assertion>", with: "\(unsigned)</saml:Assertion>")),
        IssuedAnswer.envelope(
            unsigned.replacing(
                "</saml:Assertion>",
                with:
                    "<ds:Signature xmlns:ds=\"\(Namespace.signature)\"><ds:Object>\(saml1)</ds:Object></ds:Signature></saml:Assertion>"
            )),
        IssuedAnswer.envelope(
            saml1.replacing("</ds:Signature>", with: "<ds:Object>\(unsigned)</ds:Object></ds:Signature>")),
        IssuedAnswer.envelope(
            saml2.replacing("<Subject/>", with: "<Advice>\(saml2.replacing("_1", with: "_2"))</Advice>"),
            type: IssuedAnswer.saml2Type),
        // The signature is about something else.
        IssuedAnswer.envelope(saml1.replacing("URI=\"#_1\"", with: "URI=\"#_2\"")),
        IssuedAnswer.envelope(saml1.replacing("URI=\"#_1\"", with: "URI=\"\"")),
        IssuedAnswer.envelope(saml1.replacing("URI=\"#_1\"", with: "")),
        IssuedAnswer.envelope(saml1.replacing("URI=\"#_1\"", with: "URI=\"_1\"")),
        IssuedAnswer.envelope(saml1.replacing("URI=\"#_1\"", with: "URI=\"#xpointer(id('_1'))\"")),
        IssuedAnswer.envelope(saml1.replacing("URI=\"#_1\"", with: "x:URI=\"#_1\" xmlns:x=\"urn:x\"")),
        IssuedAnswer.envelope(saml1.replacing("AssertionID=\"_1\"", with: "AssertionID=\"_2\"")),
        IssuedAnswer.envelope(saml1.replacing("AssertionID=\"_1\"", with: "ID=\"_1\"")),
        IssuedAnswer.envelope(saml1.replacing("AssertionID=\"_1\"", with: "")),
        IssuedAnswer.envelope(
            saml1.replacing("AssertionID=\"_1\"", with: "AssertionID=\"\"").replacing("#_1", with: "#")),
        IssuedAnswer.envelope(saml2.replacing(" ID=", with: " AssertionID="), type: nil),
        IssuedAnswer.envelope(saml1.replacing("</ds:SignedInfo>", with: "<ds:Reference URI=\"#_2\"/></ds:SignedInfo>")),
        IssuedAnswer.envelope(saml1.replacing("<ds:Reference URI=\"#_1\"/>", with: "")),
        IssuedAnswer.envelope(saml1.replacing(signature, with: signature + signature)),
        IssuedAnswer.envelope(saml1.replacing(signature, with: "<saml:X>\(signature)</saml:X>")),
        IssuedAnswer.envelope(saml1.replacing("<saml:X>", with: "<saml:X>\(signature)")),
        // Something else has the same id.
        IssuedAnswer.envelope(saml1.replacing("<saml:X>", with: "<saml:X ID=\"_1\">")),
        IssuedAnswer.envelope(saml1.replacing("<saml:X>", with: "<saml:X Id=\"_1\">")),
        IssuedAnswer.envelope(saml1.replacing("<saml:X>", with: "<saml:X xml:id=\"_1\">")),
        changed("<t:Lifetime/>", "<t:Lifetime u:Id=\"_1\" xmlns:u=\"\(Namespace.utility)\"/>"),
        changed("<s:Body>", "<s:Body ID=\"_1\">"),
    ]

    @Test(arguments: wrapped) func `wrapped signatures are refused`(document: String) { Self.refuses(document) }

    private static let wrongNames = [
        changed("xmlns:t=\"\(trust)\"", "xmlns:t=\"urn:x\""),
        changed("xmlns:t=\"\(trust)\"", "xmlns:t=\"\(trust)/\""),
        changed("xmlns:saml=\"\(IssuedAnswer.saml1Type)\"", "xmlns:saml=\"urn:x\""),
        changed("xmlns:saml=\"\(IssuedAnswer.saml1Type)\"", "xmlns:saml=\"urn:oasis:names:tc:SAML:1.1:assertion\""),
        changed("saml:Assertion", "saml:assertion"),
        changed("saml:Assertion", "saml:Response"),
        changed("<t:RequestedSecurityToken>", "<t:RequestedSecurityToken xmlns:t=\"urn:x\">"),
        changed("<t:RequestedSecurityToken>", "<t:RequestedSecurityToken xmlns:t=\"\(IssuedAnswer.trust2005)\">"),
        changed("RequestedSecurityToken", "RequestedProofToken"),
        changed("t:RequestSecurityTokenResponseCollection", "t:Other"),
        changed("<s:Body>", "<s:Body xmlns:s=\"urn:x\">"),
        changed("<s:Body>", "<s:Body><x/>"),
        changed("<s:Body>", "<s:Body><x>").replacing("</s:Body>", with: "</x></s:Body>"),
        changed("s:Header", "s:Body").replacing("<s:Body>", with: "<s:Body>"),
        changed("MinorVersion='1'", "MinorVersion='0'"),
        changed("MajorVersion=\"1\"", "MajorVersion=\"2\""),
        IssuedAnswer.envelope(saml2.replacing("\"2.0\"", with: "\"2.1\""), type: nil),
        // The type is another one's.
        IssuedAnswer.envelope(saml1, type: IssuedAnswer.saml2Type),
        IssuedAnswer.envelope(saml2, type: IssuedAnswer.saml1Type),
        IssuedAnswer.envelope(saml2, type: "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV1.1"),
        IssuedAnswer.envelope(saml1, type: "urn:ietf:params:oauth:token-type:jwt"),
        IssuedAnswer.envelope(saml1, type: ""),
        changed("<t:TokenType>", "<t:TokenType>\(IssuedAnswer.saml2Type)</t:TokenType><t:TokenType>"),
    ]

    @Test(arguments: wrongNames) func `the right name in a wrong place is refused`(document: String) {
        Self.refuses(document)
    }

    private static let encrypted = [
        "<x:EncryptedData xmlns:x=\"http://www.w3.org/2001/04/xmlenc#\"/>",
        "<e:EncryptedAssertion xmlns:e=\"urn:oasis:names:tc:SAML:2.0:assertion\"/>",
        "<e:EncryptedAssertion xmlns:e=\"urn:oasis:names:tc:SAML:2.0:assertion\">"
            + "<x:EncryptedData xmlns:x=\"http://www.w3.org/2001/04/xmlenc#\"/></e:EncryptedAssertion>",
    ]

    @Test(arguments: encrypted) func `an encrypted assertion has its own words`(token: String) {
        let failure = Self.refuses(IssuedAnswer.envelope(token, type: nil))
        #expect(failure?.message.hasSuffix("the assertion is encrypted, and nobody but Entra could read it") == true)
    }

    @Test func `the good one is good`() throws { #expect(try IssuedAnswer.read(Self.good).version == .v1_1) }

    @discardableResult
    private static func refuses(_ document: String) -> Failure? {
        #expect(document != good)
        let failure = #expect(throws: Failure.self) { try IssuedAnswer.read(document) }
        #expect(failure?.code == .protocolError)
        let start = "the federation server's answer cannot be read (parsing_wstrust_response_failed): "
        #expect(failure?.message.hasPrefix(start) == true)
        // It is about the structure: the document itself was read.
        #expect(failure?.message.contains("line") == false, "\(failure?.message ?? "")")
        return failure
    }
}
