/// A federation server's token for one of its people (WS-Trust 1.3 section 4.4).
package struct SecurityTokenResponse: Sendable {
    package let federation: Federation
    package let user: User
    package let login: SecurityTokenRequest.Login
    package let version: WSTrustVersion
    package let type: RequestedTokenType
    /// Seconds since 1970.
    package let now: Int

    /// Of the assertion, in seconds.
    private static let lifetime = 3600

    /// The content of the answer's body: XML.
    package func body() throws(EntraError) -> String {
        let assertion = assertion
        let xml = try assertion.xml(type, by: federation.key)
        let prefix = version == .v2005 ? "t" : "trust"
        let reference = reference(to: assertion.identifier)
        let response = """
            <\(prefix):Lifetime><wsu:Created xmlns:wsu="\(SOAP.utility)">\(Timestamp.soap(now))</wsu:Created>\
            <wsu:Expires xmlns:wsu="\(SOAP.utility)">\(Timestamp.soap(now + Self.lifetime))</wsu:Expires>\
            </\(prefix):Lifetime><wsp:AppliesTo xmlns:wsp="\(SOAP.policy)"><wsa:EndpointReference \
            xmlns:wsa="\(SOAP.addressing)"><wsa:Address>\(Federation.audience)</wsa:Address></wsa:EndpointReference>\
            </wsp:AppliesTo><\(prefix):RequestedSecurityToken>\(xml)</\(prefix):RequestedSecurityToken>\
            <\(prefix):RequestedAttachedReference>\(reference)</\(prefix):RequestedAttachedReference>\
            <\(prefix):RequestedUnattachedReference>\(reference)</\(prefix):RequestedUnattachedReference>\
            <\(prefix):TokenType>\(type.samlNamespace)</\(prefix):TokenType>\
            <\(prefix):RequestType>\(version.issue)</\(prefix):RequestType>\
            <\(prefix):KeyType>\(version.bearer)</\(prefix):KeyType>
            """
        let name = "\(prefix):RequestSecurityTokenResponse"
        let declaration = "xmlns:\(prefix)=\"\(version.namespace)\""
        switch version {
        case .v2005: return "<\(name) \(declaration)>\(response)</\(name)>"
        case .v1_3: return "<\(name)Collection \(declaration)><\(name)>\(response)</\(name)></\(name)Collection>"
        }
    }

    /// Says what AD FS's rules for Entra say: the name to sign in with, and the one that Entra knows the person by.
    private var assertion: SAMLAssertion {
        var assertion = SAMLAssertion(
            issuer: federation.issuer, subject: user.immutableID ?? "", audience: Federation.audience,
            attributes: [
                .init(namespace: "http://schemas.xmlsoap.org/claims", name: "UPN", value: user.name),
                .init(
                    namespace: "http://schemas.microsoft.com/LiveID/Federation/2008/05", name: "ImmutableID",
                    value: user.immutableID ?? ""),
            ], signInTime: now, now: now, period: now..<now + Self.lifetime)
        assertion.prefix = "saml"
        if login == .windows { assertion.methods = (SAMLAssertion.windows, SAMLAssertion.windows) }
        return assertion
    }

    private func reference(to identifier: String) -> String {
        let isVersion1 = type == .saml1
        let valueType =
            isVersion1
            ? "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.0#SAMLAssertionID"
            : "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLID"
        return """
            <SecurityTokenReference b:TokenType="\(isVersion1 ? SAMLProfile.version1 : SAMLProfile.version2)" \
            xmlns="\(SOAP.security)" xmlns:b="\(SAMLProfile.namespace)"><KeyIdentifier ValueType="\(valueType)">\
            \(identifier)</KeyIdentifier></SecurityTokenReference>
            """
    }
}

extension SAMLAssertion {
    /// How AD FS calls a sign-in by Kerberos.
    package static let windows = "urn:federation:authentication:windows"
}
