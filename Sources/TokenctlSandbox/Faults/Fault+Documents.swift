/// What a federation server answers in place of the right document.
extension Fault {
    /// As Windows' own HTTP service answers for a service that is down.
    static func unavailable(_ status: Int) -> Response {
        Response(
            status: status,
            document: "<HTML><HEAD><TITLE>Service Unavailable</TITLE></HEAD><BODY><h2>Service Unavailable</h2><hr>"
                + "<p>HTTP Error \(status). The service is unavailable.</p></BODY></HTML>",
            type: "text/html; charset=us-ascii")
    }

    static let garbage = Response(
        document: "access_token=garbage&token_type=Bearer", type: "\(SOAP.mediaType); charset=utf-8")

    /// The right document with something wrong in it.
    static func spoilt(_ right: Response, _ name: Name) -> Response {
        guard case .document(let text, let type) = right.body else { return right }
        switch name {
        case .twoAssertions: return edited(right, type, doubling(text))
        case .wrongNamespace: return edited(right, type, renamingNamespaces(of: text))
        case .encryptedAssertion:
            return edited(right, type, replacing("RequestedSecurityToken", in: text) { _ in encrypted })
        case .doctype:
            return edited(
                right, type, "<!DOCTYPE Envelope [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>\(text)")
        case .soap11Fault: return Response(status: 500, document: fault11, type: "text/xml; charset=utf-8")
        default: return right
        }
    }

    private static func edited(_ right: Response, _ type: String, _ text: String) -> Response {
        var response = right
        response.body = .document(text, type: type)
        return response
    }

    /// The whole content of the token twice.
    private static func doubling(_ text: String) -> String {
        replacing("RequestedSecurityToken", in: text) { "\($0)\($0)" }
    }

    private static func renamingNamespaces(of text: String) -> String {
        [
            WSTrustVersion.v1_3.namespace, WSTrustVersion.v2005.namespace,
            "http://schemas.xmlsoap.org/wsdl/",
        ].reduce(text) { $0.replacing("=\"\($1)\"", with: "=\"urn:example:other\"") }
    }

    /// The content of the only element of that local name, changed.
    private static func replacing(_ name: String, in text: String, _ change: (Substring) -> String) -> String {
        guard let start = text.firstRange(of: ":\(name)>"),
            let end = text[start.upperBound...].firstRange(of: ":\(name)>"),
            let tag = text[..<end.lowerBound].lastIndex(of: "<")
        else { return text }
        return text[..<start.upperBound] + change(text[start.upperBound..<tag]) + text[tag...]
    }

    private static let encrypted =
        "<xenc:EncryptedData Type=\"http://www.w3.org/2001/04/xmlenc#Element\""
        + " xmlns:xenc=\"http://www.w3.org/2001/04/xmlenc#\"><xenc:EncryptionMethod"
        + " Algorithm=\"http://www.w3.org/2001/04/xmlenc#aes256-cbc\"/><xenc:CipherData><xenc:CipherValue>"
        + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData>"

    private static let fault11 =
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault>"
        + "<faultcode xmlns:a=\"http://schemas.microsoft.com/net/2005/12/windowscommunicationfoundation/dispatcher\">"
        + "a:InternalServiceFault</faultcode><faultstring xml:lang=\"en-US\">The server was unable to process the "
        + "request due to an internal error.</faultstring></s:Fault></s:Body></s:Envelope>"
}
