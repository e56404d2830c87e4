/// Metadata of an AD FS server, with all that readers look at as AD FS writes it, and little else.
///
/// The structure, and the lists of endpoints, are those of the three real servers whose metadata is in the tests of MSAL
/// for Python (MIT licence); the text is of this project.
struct ADFSMetadata {
    /// The endpoints that AD FS has, by the last part of their paths.
    enum Kind: String {
        case windowstransport, certificatemixed, certificatetransport, usernamemixed, kerberosmixed
        case issuedtokenmixedasymmetricbasic256, issuedtokenmixedsymmetricbasic256
    }

    struct Endpoint {
        let kind: Kind
        let version: String
        /// With the port.
        let host: String

        var address: String { "https://\(host)/adfs/services/trust/\(version)/\(kind.rawValue)" }
    }

    let endpoints: [Endpoint]

    /// As corp.sts.microsoft.com has them: Kerberos in both versions, no certificates over TLS.
    static let microsoft = ADFSMetadata(
        host: "corp.sts.microsoft.com",
        [
            "2005": [
                .windowstransport, .certificatemixed, .usernamemixed, .kerberosmixed,
                .issuedtokenmixedasymmetricbasic256, .issuedtokenmixedsymmetricbasic256,
            ],
            "13": [
                .kerberosmixed, .certificatemixed, .usernamemixed, .issuedtokenmixedasymmetricbasic256,
                .issuedtokenmixedsymmetricbasic256, .windowstransport,
            ],
        ])

    /// As arvmserver2012.archan.us has them: all there are.
    static let archan = ADFSMetadata(
        host: "arvmserver2012.archan.us",
        [
            "2005": [
                .windowstransport, .certificatemixed, .certificatetransport, .usernamemixed, .kerberosmixed,
                .issuedtokenmixedasymmetricbasic256, .issuedtokenmixedsymmetricbasic256,
            ],
            "13": [
                .kerberosmixed, .certificatemixed, .usernamemixed, .issuedtokenmixedasymmetricbasic256,
                .issuedtokenmixedsymmetricbasic256, .windowstransport,
            ],
        ])

    /// As fs.arupela.com has them: Kerberos in the version of 2005 only, certificates over TLS at a port of their own.
    static let arupela = ADFSMetadata(
        host: "fs.arupela.com", certificatePort: 49443,
        [
            "2005": [
                .windowstransport, .certificatemixed, .certificatetransport, .usernamemixed, .kerberosmixed,
                .issuedtokenmixedasymmetricbasic256, .issuedtokenmixedsymmetricbasic256,
            ],
            "13": [
                .kerberosmixed, .certificatemixed, .usernamemixed, .issuedtokenmixedasymmetricbasic256,
                .issuedtokenmixedsymmetricbasic256,
            ],
        ])

    init(host: String, certificatePort: Int = 443, _ kinds: [String: [Kind]]) {
        endpoints = ["2005", "13"].flatMap { version in
            (kinds[version] ?? []).map { kind in
                let hasPort = kind == .certificatetransport && certificatePort != 443
                return Endpoint(kind: kind, version: version, host: hasPort ? "\(host):\(certificatePort)" : host)
            }
        }
    }

    var document: String {
        """
        <?xml version="1.0" encoding="utf-8"?>
        <wsdl:definitions name="SecurityTokenService" targetNamespace="\(Self.target)" \
        xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:tns="\(Self.target)" \
        xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/" xmlns:wsa10="http://www.w3.org/2005/08/addressing" \
        xmlns:wsaw="http://www.w3.org/2006/05/addressing/wsdl" \
        xmlns:wsu="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd" \
        xmlns:wsp="http://schemas.xmlsoap.org/ws/2004/09/policy">
        \(names.map { policy($0.name, of: $0.endpoint) }.joined(separator: "\n"))
        \(names.map { binding($0.name, of: $0.endpoint) }.joined(separator: "\n"))
        <wsdl:service name="SecurityTokenService">
        \(names.map { port($0.name, of: $0.endpoint) }.joined(separator: "\n"))
        </wsdl:service>
        </wsdl:definitions>
        """
    }

    private static let target = "http://schemas.microsoft.com/ws/2008/06/identity/securitytokenservice"

    /// `UserNameWSTrustBinding_IWSTrust13Async`, and a number behind it from the second of its kind on.
    private var names: [(name: String, endpoint: Endpoint)] {
        var counts: [String: Int] = [:]
        return endpoints.map { endpoint in
            let kind =
                switch endpoint.kind {
                case .windowstransport, .kerberosmixed: "CustomBinding"
                case .usernamemixed: "UserNameWSTrustBinding"
                case .certificatemixed, .certificatetransport: "CertificateWSTrustBinding"
                default: "IssuedTokenWSTrustBinding"
                }
            let name = "\(kind)_IWSTrust\(endpoint.version == "13" ? "13" : "Feb2005")Async"
            let count = counts[name, default: 0]
            counts[name] = count + 1
            return (count == 0 ? name : "\(name)\(count)", endpoint)
        }
    }

    private func policy(_ name: String, of endpoint: Endpoint) -> String {
        // Kerberos over TLS has the old name of the policy's language in both versions.
        let isNew = endpoint.version == "13" && endpoint.kind != .windowstransport
        let language =
            isNew
            ? "http://docs.oasis-open.org/ws-sx/ws-securitypolicy/200702"
            : "http://schemas.xmlsoap.org/ws/2005/07/securitypolicy"
        let isCertificate = endpoint.kind == .certificatetransport
        return """
            <wsp:Policy wsu:Id="\(name)_policy"><wsp:ExactlyOne><wsp:All>\
            \(endpoint.kind == .windowstransport ? Self.negotiate : "")\
            <sp:TransportBinding xmlns:sp="\(language)"><wsp:Policy><sp:TransportToken><wsp:Policy>\
            <sp:HttpsToken RequireClientCertificate="\(isCertificate)"/></wsp:Policy></sp:TransportToken>\
            </wsp:Policy></sp:TransportBinding>\(Self.tokens(of: endpoint.kind, isNew: isNew, language: language))\
            <wsaw:UsingAddressing/></wsp:All></wsp:ExactlyOne></wsp:Policy>
            """
    }

    private static let negotiate =
        "<http:NegotiateAuthentication xmlns:http=\"http://schemas.microsoft.com/ws/06/2004/policy/http\"/>"

    private static func tokens(of kind: Kind, isNew: Bool, language: String) -> String {
        let (supporting, token) =
            switch kind {
            case .usernamemixed:
                (
                    isNew ? "SignedEncryptedSupportingTokens" : "SignedSupportingTokens",
                    "<sp:UsernameToken sp:IncludeToken=\"\(language)/IncludeToken/AlwaysToRecipient\"><wsp:Policy>"
                        + "<sp:WssUsernameToken10/></wsp:Policy></sp:UsernameToken>"
                )
            case .kerberosmixed: ("EndorsingSupportingTokens", "<sp:KerberosToken/>")
            case .certificatemixed: ("EndorsingSupportingTokens", "<sp:X509Token/>")
            case .windowstransport, .certificatetransport: ("", "")
            default: ("EndorsingSupportingTokens", "<sp:IssuedToken/>")
            }
        guard !token.isEmpty else { return "" }
        return "<sp:\(supporting) xmlns:sp=\"\(language)\"><wsp:Policy>\(token)</wsp:Policy></sp:\(supporting)>"
    }

    private func binding(_ name: String, of endpoint: Endpoint) -> String {
        let trust =
            endpoint.version == "13"
            ? "http://docs.oasis-open.org/ws-sx/ws-trust/200512" : "http://schemas.xmlsoap.org/ws/2005/02/trust"
        return """
            <wsdl:binding name="\(name)" type="tns:IWSTrust\(endpoint.version == "13" ? "13" : "Feb2005")Async">\
            <wsp:PolicyReference URI="#\(name)_policy"/>\
            <soap12:binding transport="http://schemas.xmlsoap.org/soap/http"/><wsdl:operation name="Issue">\
            <soap12:operation soapAction="\(trust)/RST/Issue" style="document"/></wsdl:operation></wsdl:binding>
            """
    }

    private func port(_ name: String, of endpoint: Endpoint) -> String {
        """
        <wsdl:port name="\(name)" binding="tns:\(name)"><soap12:address location="\(endpoint.address)"/>\
        <wsa10:EndpointReference><wsa10:Address>\(endpoint.address)</wsa10:Address></wsa10:EndpointReference></wsdl:port>
        """
    }
}
