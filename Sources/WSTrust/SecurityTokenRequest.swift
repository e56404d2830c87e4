import FoundationEssentials
package import World

/// A request for a SAML assertion: a SOAP 1.2 envelope with a `RequestSecurityToken`.
package struct SecurityTokenRequest: Sendable {
    /// What a person types; none where they log in by Kerberos.
    package struct Credential: Sendable {
        package let username: String
        package let password: Secret

        /// - Throws: `badData` for control characters, which XML has no way to write.
        package init(username: String, password: Secret) throws(Failure) {
            guard XMLText.canCarry(username) else { throw Self.unsendable("user name") }
            guard XMLText.canCarry(password.reveal()) else { throw Self.unsendable("password") }
            self.username = username
            self.password = password
        }

        private static func unsendable(_ what: String) -> Failure {
            Failure(
                .badData, "the \(what) has a control character, which cannot be sent to a federation server",
                hint: "check where the \(what) comes from; a password that really has one works in a browser only")
        }
    }

    package let endpoint: WSTrustEndpoint
    /// Whom the assertion is for: `urn:federation:MicrosoftOnline`.
    package let audience: String
    package let credential: Credential?

    package init(endpoint: WSTrustEndpoint, audience: String, credential: Credential?) {
        self.endpoint = endpoint
        self.audience = audience
        self.credential = credential
    }

    /// How long the server may take the request for good, in seconds.
    private static let lifetime = 600

    /// - Parameters:
    ///   - id: a UUID for this message.
    ///   - now: seconds since 1970.
    package func httpRequest(id: String, now: Int) -> HTTPRequest {
        HTTPRequest(
            post: envelope(id: id, now: now), type: "application/soap+xml; charset=utf-8", to: endpoint.url,
            headers: [.init("SOAPAction", endpoint.version.issueAction)], secrets: secrets,
            logsInByKerberos: credential == nil)
    }

    /// The password as it was typed, as it stands in the request, and as others would escape it.
    var secrets: [Secret] {
        guard let password = credential?.password else { return [] }
        let text = password.reveal()
        return [password, Secret(XMLText.escape(text)), Secret(XMLText.escape(text, quotes: false))]
    }

    /// MSAL's, without the white space.
    private func envelope(id: String, now: Int) -> String {
        let version = endpoint.version
        return """
            <s:Envelope xmlns:s="\(Namespace.soap12)" xmlns:wsa="\(Namespace.addressing)" \
            xmlns:wsu="\(Namespace.utility)"><s:Header>\
            <wsa:Action s:mustUnderstand="1">\(version.issueAction)</wsa:Action>\
            <wsa:MessageID>urn:uuid:\(XMLText.escape(id))</wsa:MessageID>\
            <wsa:ReplyTo><wsa:Address>\(Namespace.addressing)/anonymous</wsa:Address></wsa:ReplyTo>\
            <wsa:To s:mustUnderstand="1">\(XMLText.escape(endpoint.url.description))</wsa:To>\
            \(security(id: id, now: now))</s:Header><s:Body>\
            <wst:RequestSecurityToken xmlns:wst="\(version.namespace)">\
            <wsp:AppliesTo xmlns:wsp="\(Namespace.policy)"><wsa:EndpointReference>\
            <wsa:Address>\(XMLText.escape(audience))</wsa:Address></wsa:EndpointReference></wsp:AppliesTo>\
            <wst:KeyType>\(version.bearerKeyType)</wst:KeyType>\
            <wst:RequestType>\(version.issueRequest)</wst:RequestType>\
            </wst:RequestSecurityToken></s:Body></s:Envelope>
            """
    }

    /// Empty where HTTP does the login.
    private func security(id: String, now: Int) -> String {
        guard let credential else { return "" }
        return """
            <wsse:Security s:mustUnderstand="1" xmlns:wsse="\(Namespace.security)"><wsu:Timestamp wsu:Id="_0">\
            <wsu:Created>\(Self.time(now))</wsu:Created><wsu:Expires>\(Self.time(now + Self.lifetime))</wsu:Expires>\
            </wsu:Timestamp><wsse:UsernameToken wsu:Id="user-\(XMLText.escape(id))">\
            <wsse:Username>\(XMLText.escape(credential.username))</wsse:Username>\
            <wsse:Password>\(XMLText.escape(credential.password.reveal()))</wsse:Password>\
            </wsse:UsernameToken></wsse:Security>
            """
    }

    /// ISO 8601 in UTC.
    private static func time(_ seconds: Int) -> String {
        Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
    }
}
