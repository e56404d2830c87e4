package import OAuth
package import World

/// A federation server's answer: one SAML assertion, or a SOAP fault.
package struct SecurityTokenResponse: Sendable {
    /// As it was signed, byte for byte.
    package let assertion: SAMLAssertion
    package let version: SAMLVersion

    /// - Parameter request: what was asked; nothing of its password is repeated.
    /// - Throws: what the fault stands for: `badCredentials` for a wrong password; `protocolError` when the answer makes
    ///   no sense.
    package init(_ response: HTTPResponse, to request: SecurityTokenRequest) throws(Failure) {
        let body: XMLElement
        do {
            body = try Self.body(of: response)
        } catch {
            guard error.code == .protocolError else { throw error }
            guard response.status == 200 else {
                throw Self.refusal(response.status, of: request)
                    ?? Failure(response: response, to: "get an assertion from the federation server")
            }
            throw Self.unreadable(error.message)
        }
        if let fault = SOAPFault(inBody: body) {
            throw fault.failure(
                status: response.status, isKerberos: request.credential == nil, concealing: request.secrets)
        }
        guard response.status == 200 else {
            throw Self.refusal(response.status, of: request)
                ?? Self.unreadable("HTTP \(response.status) without a fault")
        }
        do {
            let token = try IssuedToken(inBody: body)
            assertion = SAMLAssertion(xml: try token.text(in: response.body))
            version = token.version
        } catch {
            throw Self.unreadable(error.message)
        }
    }

    private static func body(of response: HTTPResponse) throws(Failure) -> XMLElement {
        let envelope = try XMLReader.read(response.body)
        guard !envelope.isWebPage else {
            throw Failure(.protocolError, "it is a web page, as proxies and sign-in portals of networks send them")
        }
        guard envelope.name.local == "Envelope", [Namespace.soap12, Namespace.soap11].contains(envelope.name.namespace)
        else { throw Failure(.protocolError, "it is no SOAP message") }
        guard let body = envelope.onlyChild(XMLElement.Name("Body", in: envelope.name.namespace)) else {
            throw Failure(.protocolError, "the SOAP message has no body, or several")
        }
        return body
    }

    /// What HTTP itself says, where WS-Trust says nothing.
    private static func refusal(_ status: Int, of request: SecurityTokenRequest) -> Failure? {
        let host = request.endpoint.url.host
        return switch status {
        case 401 where request.credential == nil:
            Failure(
                .badCredentials, "the federation server \(host) did not take the Kerberos ticket (HTTP 401)",
                hint: """
                    klist shows whose ticket kinit got; the server's administrator can tell whether its key (HTTP/\(host)) is \
                    up to date, and whether it wants channel bindings (ExtendedProtectionTokenCheck)
                    """)
        case 401:
            Failure(
                .badCredentials, "the federation server wants another login than the message has (HTTP 401)",
                hint: "sign in with tokenctl device-code or tokenctl auth-code")
        case 403:
            Failure(
                .refused, "the federation server forbids this endpoint (HTTP 403)",
                hint: "the endpoint may be open to the organization's own network only: connect to that and try again")
        case 404:
            Failure(
                .refused, "the federation server does not have this endpoint (HTTP 404)",
                hint: "ask its administrator to enable the endpoint, or sign in with tokenctl device-code")
        default: nil
        }
    }

    /// MSAL's error of that name; the reason repeats nothing of the answer.
    private static func unreadable(_ reason: String) -> Failure {
        Failure(
            .protocolError,
            "the federation server's answer cannot be read (parsing_wstrust_response_failed): \(reason)",
            hint: "check that nothing answers in the federation server's place, and ask its administrator")
    }
}
