/// `GET /adfs/services/trust/mex`: what endpoints a federation server has, and what each wants (WS-MetadataExchange 1.1).
///
/// A WSDL document as AD FS's, with its four kinds of endpoints and no more of each than clients look at.
package struct MetadataExchange: Endpoint {
    package let federation: Federation

    package var place: Fault.Place? { .mex }

    package func respond(to exchange: Exchange) throws(EntraError) -> Response {
        let pairs = federation.versions.flatMap { version in
            [SecurityTokenRequest.Login.windows, .password].map { (version, $0) }
        }
        let text = """
            <?xml version="1.0" encoding="utf-8"?><wsdl:definitions name="SecurityTokenService" \
            targetNamespace="http://schemas.microsoft.com/ws/2008/06/identity/securitytokenservice" \
            xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:wsp="\(SOAP.policy)" xmlns:wsu="\(SOAP.utility)" \
            xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/" xmlns:wsa10="\(SOAP.addressing)" \
            xmlns:tns="http://schemas.microsoft.com/ws/2008/06/identity/securitytokenservice">\
            \(pairs.map { policy($0, $1) }.joined())\(pairs.map { binding($0, $1) }.joined())\
            <wsdl:service name="SecurityTokenService">\(pairs.map { port($0, $1, exchange.base) }.joined())\
            </wsdl:service></wsdl:definitions>
            """
        return Response(document: text, type: "text/xml; charset=UTF-8")
    }

    /// What AD FS calls a binding.
    private func name(_ version: WSTrustVersion, _ login: SecurityTokenRequest.Login) -> String {
        (login == .windows ? "CustomBinding_" : "UserNameWSTrustBinding_") + version.contract
    }

    private func policy(_ version: WSTrustVersion, _ login: SecurityTokenRequest.Login) -> String {
        let namespace =
            version == .v2005
            ? "http://schemas.xmlsoap.org/ws/2005/07/securitypolicy"
            : "http://docs.oasis-open.org/ws-sx/ws-securitypolicy/200702"
        let transport = """
            <sp:TransportBinding xmlns:sp="\(namespace)"><wsp:Policy><sp:TransportToken><wsp:Policy><sp:HttpsToken \
            RequireClientCertificate="false"/></wsp:Policy></sp:TransportToken><sp:AlgorithmSuite><wsp:Policy>\
            <sp:Basic256/></wsp:Policy></sp:AlgorithmSuite><sp:Layout><wsp:Policy><sp:Strict/></wsp:Policy>\
            </sp:Layout>\(login == .password ? "<sp:IncludeTimestamp/>" : "")</wsp:Policy></sp:TransportBinding>
            """
        return """
            <wsp:Policy wsu:Id="\(name(version, login))_policy"><wsp:ExactlyOne><wsp:All>\
            \(login == .windows ? Self.negotiation : "")\(transport)\
            \(login == .password ? supportingTokens(version, namespace) : "")\
            <wsaw:UsingAddressing xmlns:wsaw="http://www.w3.org/2006/05/addressing/wsdl"/></wsp:All></wsp:ExactlyOne>\
            </wsp:Policy>
            """
    }

    private static let negotiation =
        "<http:NegotiateAuthentication xmlns:http=\"http://schemas.microsoft.com/ws/06/2004/policy/http\"/>"

    private func supportingTokens(_ version: WSTrustVersion, _ namespace: String) -> String {
        let element = version == .v2005 ? "SignedSupportingTokens" : "SignedEncryptedSupportingTokens"
        return """
            <sp:\(element) xmlns:sp="\(namespace)"><wsp:Policy><sp:UsernameToken \
            sp:IncludeToken="\(namespace)/IncludeToken/AlwaysToRecipient"><wsp:Policy><sp:WssUsernameToken10/>\
            </wsp:Policy></sp:UsernameToken></wsp:Policy></sp:\(element)>
            """
    }

    private func binding(_ version: WSTrustVersion, _ login: SecurityTokenRequest.Login) -> String {
        """
        <wsdl:binding name="\(name(version, login))" type="tns:\(version.contract)"><wsp:PolicyReference \
        URI="#\(name(version, login))_policy"/><soap12:binding transport="http://schemas.xmlsoap.org/soap/http"/>\
        <wsdl:operation name="Trust\(version.rawValue)IssueAsync"><soap12:operation \
        soapAction="\(version.requestAction)" style="document"/><wsdl:input><soap12:body use="literal"/></wsdl:input>\
        <wsdl:output><soap12:body use="literal"/></wsdl:output></wsdl:operation></wsdl:binding>
        """
    }

    private func port(_ version: WSTrustVersion, _ login: SecurityTokenRequest.Login, _ base: BaseURL) -> String {
        let address = federation.address("\(version.rawValue)/\(login.rawValue)", at: base)
        let name = name(version, login)
        return """
            <wsdl:port name="\(name)" binding="tns:\(name)"><soap12:address location="\(address)"/>\
            <wsa10:EndpointReference><wsa10:Address>\(address)</wsa10:Address></wsa10:EndpointReference></wsdl:port>
            """
    }
}
