/// The namespaces of WS-Trust and of what it is made of.
enum Namespace {
    static let soap11 = "http://schemas.xmlsoap.org/soap/envelope/"
    static let soap12 = "http://www.w3.org/2003/05/soap-envelope"
    /// WS-Addressing 1.0.
    static let addressing = "http://www.w3.org/2005/08/addressing"
    static let security =
        "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"
    static let utility =
        "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd"
    static let policy = "http://schemas.xmlsoap.org/ws/2004/09/policy"
    static let wsdl = "http://schemas.xmlsoap.org/wsdl/"
    static let wsdlSOAP12 = "http://schemas.xmlsoap.org/wsdl/soap12/"
    /// WS-SecurityPolicy 1.2.
    static let securityPolicy = "http://docs.oasis-open.org/ws-sx/ws-securitypolicy/200702"
    static let securityPolicy2005 = "http://schemas.xmlsoap.org/ws/2005/07/securitypolicy"
    /// Of logins that HTTP does: MS-WSPOL section 2.2.2.
    static let httpPolicy = "http://schemas.microsoft.com/ws/06/2004/policy/http"
    /// Of what Entra's own servers of WS-Trust add to a fault.
    static let passport = "http://schemas.microsoft.com/Passport/SoapServices/SOAPFault"
    static let signature = "http://www.w3.org/2000/09/xmldsig#"
    static let encryption = "http://www.w3.org/2001/04/xmlenc#"
    /// Exclusive XML Canonicalization.
    static let canonicalization = "http://www.w3.org/2001/10/xml-exc-c14n#"
}

extension WSTrustVersion {
    static let all: [WSTrustVersion] = [.v1_3, .v2005]

    var namespace: String {
        switch self {
        case .v1_3: "http://docs.oasis-open.org/ws-sx/ws-trust/200512"
        case .v2005: "http://schemas.xmlsoap.org/ws/2005/02/trust"
        }
    }

    /// The SOAP action that asks for a token.
    var issueAction: String { namespace + "/RST/Issue" }

    var issueRequest: String { namespace + "/Issue" }

    /// A token that is good for whoever has it.
    var bearerKeyType: String {
        switch self {
        case .v1_3: namespace + "/Bearer"
        case .v2005: "http://schemas.xmlsoap.org/ws/2005/05/identity/NoProofKey"
        }
    }
}
