import FakeWorld
import OAuth
import World

@testable import WSTrust

/// A domain that is federated with Entra, by what its servers answer.
enum FederatedDomain {
    static let tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47"
    static let entra = "https://login.microsoftonline.com"
    static let server = "https://sts.fabrikam.example/adfs/services/trust"
    static let assertion =
        #"<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:1.0:assertion" AssertionID="_1"  Issuer='i'>"#
        + "<saml:Conditions/></saml:Assertion>"

    static func realm(of username: String, _ json: String) -> ScriptedTransport.Step {
        .answer("\(entra)/common/userrealm/\(FormEncoding.encode(username))?api-version=1.0", json)
    }

    static let federated = """
        {"account_type": "Federated", "domain_name": "fabrikam.example", "federation_protocol": "WSTrust", \
        "federation_metadata_url": "\(server)/mex", \
        "federation_active_auth_url": "\(server)/2005/usernamemixed", "cloud_audience_urn": "urn:cloud"}
        """

    /// Both logins, by WS-Trust 1.3.
    static let metadata = """
        <definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:wsp="http://schemas.xmlsoap.org/ws/2004/09/policy" \
        xmlns:wsu="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd" \
        xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/" xmlns:wsa10="http://www.w3.org/2005/08/addressing" \
        xmlns:http="http://schemas.microsoft.com/ws/06/2004/policy/http" xmlns:tns="urn:t" \
        xmlns:sp="http://docs.oasis-open.org/ws-sx/ws-securitypolicy/200702">\
        <wsp:Policy wsu:Id="P"><wsp:ExactlyOne><wsp:All><sp:TransportBinding/><sp:SignedEncryptedSupportingTokens>\
        <wsp:Policy><sp:UsernameToken><wsp:Policy><sp:WssUsernameToken10/></wsp:Policy></sp:UsernameToken></wsp:Policy>\
        </sp:SignedEncryptedSupportingTokens></wsp:All></wsp:ExactlyOne></wsp:Policy>\
        <wsp:Policy wsu:Id="W"><wsp:ExactlyOne><wsp:All><http:NegotiateAuthentication/><sp:TransportBinding/></wsp:All>\
        </wsp:ExactlyOne></wsp:Policy>\
        <binding name="PB"><wsp:PolicyReference URI="#P"/>\
        <soap12:binding transport="http://schemas.xmlsoap.org/soap/http"/><operation>\
        <soap12:operation soapAction="http://docs.oasis-open.org/ws-sx/ws-trust/200512/RST/Issue"/></operation></binding>\
        <binding name="WB"><wsp:PolicyReference URI="#W"/>\
        <soap12:binding transport="http://schemas.xmlsoap.org/soap/http"/><operation>\
        <soap12:operation soapAction="http://docs.oasis-open.org/ws-sx/ws-trust/200512/RST/Issue"/></operation></binding>\
        <service><port name="PP" binding="tns:PB"><wsa10:EndpointReference><wsa10:Address>\(server)/13/usernamemixed\
        </wsa10:Address></wsa10:EndpointReference></port>\
        <port name="WP" binding="tns:WB"><wsa10:EndpointReference><wsa10:Address>\(server)/13/windowstransport\
        </wsa10:Address></wsa10:EndpointReference></port></service></definitions>
        """

    /// An answer with the assertion.
    static let answer = """
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body>\
        <trust:RequestSecurityTokenResponseCollection \
        xmlns:trust="http://docs.oasis-open.org/ws-sx/ws-trust/200512"><trust:RequestSecurityTokenResponse>\
        <trust:RequestedSecurityToken>\(assertion)</trust:RequestedSecurityToken>\
        <trust:TokenType>urn:oasis:names:tc:SAML:1.0:assertion</trust:TokenType>\
        </trust:RequestSecurityTokenResponse></trust:RequestSecurityTokenResponseCollection></s:Body></s:Envelope>
        """

    /// AD FS's way to say that a password is wrong.
    static let fault = """
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><s:Fault><s:Code><s:Value>s:Sender</s:Value>\
        <s:Subcode><s:Value xmlns:a="http://docs.oasis-open.org/ws-sx/ws-trust/200512">a:FailedAuthentication</s:Value>\
        </s:Subcode></s:Code><s:Reason><s:Text xml:lang="en-US">ID3242: The security token could not be authenticated or \
        authorized.</s:Text></s:Reason></s:Fault></s:Body></s:Envelope>
        """

    /// What Entra answers to the assertion, without an id token.
    static let tokens: [ScriptedTransport.Step] = [
        .answer(
            "\(entra)/\(tenant)/v2.0/.well-known/openid-configuration",
            """
            {"issuer": "\(entra)/\(tenant)/v2.0", "token_endpoint": "\(entra)/\(tenant)/oauth2/v2.0/token", \
            "jwks_uri": "\(entra)/\(tenant)/discovery/v2.0/keys"}
            """),
        .answer(
            "\(entra)/\(tenant)/oauth2/v2.0/token",
            #"{"access_token": "AT", "token_type": "Bearer", "expires_in": 3599}"#),
    ]

    /// A request to the federation server; without a password by Kerberos.
    static func tokenRequest(password: String?) throws(Failure) -> SecurityTokenRequest {
        let credential: SecurityTokenRequest.Credential? =
            if let password { try .init(username: "ann", password: Secret(password)) } else { nil }
        return SecurityTokenRequest(
            endpoint: WSTrustEndpoint(url: try Issuer("https://fs.contoso.com/").url, version: .v1_3),
            audience: "urn:x", credential: credential)
    }

    static func request() throws -> TokenRequest {
        TokenRequest(
            provider: .authority(try Authority(entra, tenant: tenant)), clientID: "id", scopes: Scopes("User.Read"),
            subject: .user(nil))
    }

    static func client(over transport: ScriptedTransport, retries: RetryPolicy? = nil) -> OAuthClient {
        OAuthClient(authMethod: nil) { () throws(Failure) in
            nil
        } http: { () throws(Failure) in
            HTTPClient(transport: transport, options: TransportOptions(), retries: retries)
        }
    }
}
