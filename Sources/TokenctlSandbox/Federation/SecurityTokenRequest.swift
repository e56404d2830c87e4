/// A `RequestSecurityToken` in its envelope (WS-Trust 1.3 section 4.1), read and found good.
package struct SecurityTokenRequest: Sendable {
    /// How people prove who they are at an endpoint.
    package enum Login: String, Sendable, CaseIterable {
        /// A name and a password in the message.
        case password = "usernamemixed"
        /// Kerberos in HTTP.
        case windows = "windowstransport"
    }

    /// What was typed; nil where it is not in the message.
    package let credential: (username: String, password: String)?
    /// The type of token that was asked for; nil for any.
    package let tokenType: RequestedTokenType?

    /// How far clocks may differ, in seconds.
    private static let skew = 300

    /// - Parameters:
    ///   - address: where it was sent to, as the client must have written it.
    ///   - now: seconds since 1970.
    package init(
        _ envelope: ParsedElement, version: WSTrustVersion, login: Login, address: String, now: Int
    ) throws(SOAPFault) {
        guard envelope.name == "Envelope", envelope.namespace == SOAP.envelope else { throw .versionMismatch }
        guard let header = envelope.child("Header", SOAP.envelope), let body = envelope.child("Body", SOAP.envelope)
        else { throw .malformed }
        try Self.checkAddressing(header, version, address)
        credential = try Self.credential(in: header, login, now)
        tokenType = try Self.tokenType(askedIn: body, version)
    }

    /// The `MessageID` of any message, for the answer to refer to.
    package static func messageID(of envelope: ParsedElement) -> String? {
        envelope.child("Header", SOAP.envelope)?.child("MessageID", SOAP.addressing)?.value
    }

    private static func checkAddressing(
        _ header: ParsedElement, _ version: WSTrustVersion, _ address: String
    ) throws(SOAPFault) {
        let action = header.child("Action", SOAP.addressing)?.value ?? ""
        guard action == version.requestAction else { throw .actionNotSupported(action) }
        let receiver = header.child("To", SOAP.addressing)?.value ?? ""
        guard receiver == address else { throw .destinationUnreachable(receiver) }
        guard header.child("MessageID", SOAP.addressing)?.value.isEmpty == false else {
            throw .headerRequired("MessageID")
        }
        let answer = header.child("ReplyTo", SOAP.addressing)?.child("Address", SOAP.addressing)?.value
        guard answer == nil || answer == SOAP.addressing + "/anonymous" else { throw .headerRequired("ReplyTo") }
    }

    private static func credential(
        in header: ParsedElement, _ login: Login, _ now: Int
    ) throws(SOAPFault) -> (username: String, password: String)? {
        let security = header.child("Security", SOAP.security)
        guard login == .password else {
            // There is nothing about security in the message: its transport has seen to that.
            guard security == nil else { throw .notUnderstood }
            return nil
        }
        guard let security, let timestamp = security.child("Timestamp", SOAP.utility),
            let created = timestamp.child("Created", SOAP.utility).flatMap({ Timestamp.parse($0.value) }),
            let expires = timestamp.child("Expires", SOAP.utility).flatMap({ Timestamp.parse($0.value) }),
            created < expires, created <= now + skew, now - skew < expires
        else { throw .invalidSecurity }
        guard let token = security.child("UsernameToken", SOAP.security),
            let name = token.child("Username", SOAP.security), let password = token.child("Password", SOAP.security)
        else { throw .missingSecurity }
        return (name.text, password.text)
    }

    private static func tokenType(
        askedIn body: ParsedElement, _ version: WSTrustVersion
    ) throws(SOAPFault) -> RequestedTokenType? {
        guard body.children.count == 1, let request = body.child("RequestSecurityToken", version.namespace) else {
            throw .invalidRequest(version, "ID3035: The request was not valid or is unsupported.")
        }
        guard request.child("RequestType", version.namespace)?.value == version.issue else {
            throw .invalidRequest(version, "ID3036: The RequestType is not supported.")
        }
        guard request.child("KeyType", version.namespace)?.value == version.bearer else {
            throw .invalidRequest(version, "MSIS3037: The KeyType is not supported for this relying party.")
        }
        let party = request.child("AppliesTo", SOAP.policy)?.child("EndpointReference", SOAP.addressing)?
            .child("Address", SOAP.addressing)
        guard party?.value == Federation.audience else { throw .invalidScope(version) }
        guard let type = request.child("TokenType", version.namespace)?.value else { return nil }
        switch type {
        case RequestedTokenType.saml1.samlNamespace, SAMLProfile.version1: return .saml1
        case RequestedTokenType.saml2.samlNamespace, SAMLProfile.version2: return .saml2
        default: throw .invalidRequest(version, "ID3035: The token type '\(type)' is not supported.")
        }
    }
}

/// The names that the SAML Token Profile 1.1 of Web Services Security gives to assertions.
package enum SAMLProfile {
    package static let namespace = "http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd"
    package static let version1 = "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV1.1"
    package static let version2 = "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV2.0"
}

extension RequestedTokenType {
    /// Of the elements of such an assertion.
    package var samlNamespace: String {
        self == .saml2 ? "urn:oasis:names:tc:SAML:2.0:assertion" : "urn:oasis:names:tc:SAML:1.0:assertion"
    }
}
