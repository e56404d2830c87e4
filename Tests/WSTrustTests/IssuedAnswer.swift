import OAuth
import World

@testable import WSTrust

/// Answers of a federation server, to be changed into wrong ones.
enum IssuedAnswer {
    static let trust = "http://docs.oasis-open.org/ws-sx/ws-trust/200512"
    static let trust2005 = "http://schemas.xmlsoap.org/ws/2005/02/trust"
    static let saml1Type = "urn:oasis:names:tc:SAML:1.0:assertion"
    static let saml2Type = "urn:oasis:names:tc:SAML:2.0:assertion"

    static let signature = """
        <ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo><ds:CanonicalizationMethod \
        Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/><ds:Reference URI="#_1"/></ds:SignedInfo>\
        <ds:SignatureValue>AAAA</ds:SignatureValue></ds:Signature>
        """

    /// With what a reader must not tidy up.
    static let saml1 = """
        <saml:Assertion MajorVersion="1"  MinorVersion='1' AssertionID="_1" \
        xmlns:saml="urn:oasis:names:tc:SAML:1.0:assertion" ><saml:Conditions\n NotBefore="2026-01-01T00:00:00Z"></saml:Conditions>
        <!-- é --><saml:X><![CDATA[<&>]]>&#x41;</saml:X>\(signature)</saml:Assertion>
        """

    static let saml2 = """
        <Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" ID="_1" Version="2.0"><Issuer>http://fs</Issuer>\(signature)\
        <Subject/></Assertion>
        """

    /// - Parameters:
    ///   - type: nil for none.
    ///   - soap: the envelope's namespace.
    static func envelope(
        _ token: String, type: String? = saml1Type, trust: String = trust, isCollection: Bool = true,
        soap: String = "http://www.w3.org/2003/05/soap-envelope"
    ) -> String {
        let response = """
            <t:RequestSecurityTokenResponse xmlns:t="\(trust)"><t:Lifetime/>
            <t:RequestedSecurityToken>\(token)</t:RequestedSecurityToken>
            <t:RequestedAttachedReference><o:SecurityTokenReference \
            xmlns:o="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"><o:KeyIdentifier>_1\
            </o:KeyIdentifier></o:SecurityTokenReference></t:RequestedAttachedReference>
            \(type.map { "<t:TokenType>\($0)</t:TokenType>" } ?? "")</t:RequestSecurityTokenResponse>
            """
        let collection = """
            <t:RequestSecurityTokenResponseCollection xmlns:t="\(trust)">\(response)\
            </t:RequestSecurityTokenResponseCollection>
            """
        return """
            <s:Envelope xmlns:s="\(soap)"><s:Header><a:Action xmlns:a="http://www.w3.org/2005/08/addressing">x</a:Action>\
            </s:Header><s:Body>\(isCollection ? collection : response)</s:Body></s:Envelope>
            """
    }

    static func read(_ document: String, status: Int = 200) throws(Failure) -> SecurityTokenResponse {
        try SecurityTokenResponse(
            HTTPResponse(status: status, body: Array(document.utf8)),
            to: FederatedDomain.tokenRequest(password: "password"))
    }
}
