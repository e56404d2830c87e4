/// A refusal of the federation server's (SOAP 1.2 part 1 section 5.4), worded as AD FS words it.
package struct SOAPFault: Error, Equatable {
    /// `s:Sender` and the like.
    package var code = "s:Sender"
    /// The local name and the namespace of the subcode; nil for none.
    package var subcode: Subcode?
    package let reason: String
    /// The HTTP status.
    package var status = 500
    /// XML.
    package var detail = ""

    package struct Subcode: Sendable, Equatable {
        package let name: String
        package let namespace: String
    }

    package func response(to messageID: String?, now: Int) -> Response {
        let subcode = subcode.map {
            "<s:Subcode><s:Value xmlns:a=\"\($0.namespace)\">a:\($0.name)</s:Value></s:Subcode>"
        }
        let reason = XMLElement.escape(reason, inAttribute: false)
        let body =
            "<s:Fault><s:Code><s:Value>\(code)</s:Value>\(subcode ?? "")</s:Code><s:Reason><s:Text "
            + "xml:lang=\"en-US\">\(reason)</s:Text></s:Reason>\(detail.isEmpty ? "" : "<s:Detail>\(detail)</s:Detail>")"
            + "</s:Fault>"
        return SOAPEnvelope(
            action: SOAP.addressing + "/soap/fault", relatesTo: messageID, now: now, body: body
        ).response(status: status)
    }
}

extension SOAPFault {
    /// A wrong password, an unknown name, or a person who may not sign in.
    package static let failedAuthentication = SOAPFault(
        subcode: Subcode(name: "FailedAuthentication", namespace: SOAP.security),
        reason: "ID3242: The security token could not be authenticated or authorized.")

    /// A timestamp that is missing, over or yet to come.
    package static let invalidSecurity = SOAPFault(
        subcode: Subcode(name: "InvalidSecurity", namespace: SOAP.security),
        reason: "An error occurred when verifying security for the message.")

    /// A message without the timestamp and the name that the endpoint's policy wants.
    package static let missingSecurity = SOAPFault(
        subcode: Subcode(name: "InvalidSecurityToken", namespace: SOAP.security),
        reason: "An error occurred when processing the security tokens in the message.")

    /// A person whom the issuance rules give nothing.
    package static func requestFailed(_ version: WSTrustVersion) -> SOAPFault {
        SOAPFault(
            subcode: Subcode(name: "RequestFailed", namespace: version.namespace),
            reason: "MSIS3127: The specified request failed.",
            detail: "<IssuanceAuthorizationFault xmlns=\"http://schemas.microsoft.com/ws/2009/12/identityserver/\"/>")
    }

    /// An `AppliesTo` that is no relying party.
    package static func invalidScope(_ version: WSTrustVersion) -> SOAPFault {
        SOAPFault(
            subcode: Subcode(name: "InvalidScope", namespace: version.namespace),
            reason: "ID3082: The request scope is not valid or is unsupported.")
    }

    /// A request for something else than a token for its bearer.
    package static func invalidRequest(_ version: WSTrustVersion, _ reason: String) -> SOAPFault {
        SOAPFault(subcode: Subcode(name: "InvalidRequest", namespace: version.namespace), reason: reason)
    }

    package static func actionNotSupported(_ action: String) -> SOAPFault {
        SOAPFault(
            subcode: Subcode(name: "ActionNotSupported", namespace: SOAP.addressing),
            reason: "The message with Action '\(action)' cannot be processed at the receiver, due to a ContractFilter "
                + "mismatch at the EndpointDispatcher.")
    }

    package static func destinationUnreachable(_ to: String) -> SOAPFault {
        SOAPFault(
            subcode: Subcode(name: "DestinationUnreachable", namespace: SOAP.addressing),
            reason:
                "The message with To '\(to)' cannot be processed at the receiver, due to an AddressFilter mismatch at "
                + "the EndpointDispatcher. Check that the sender and receiver's EndpointAddresses agree.")
    }

    package static func headerRequired(_ name: String) -> SOAPFault {
        SOAPFault(
            subcode: Subcode(name: "MessageAddressingHeaderRequired", namespace: SOAP.addressing),
            reason: "The \(name) header is required.")
    }

    /// A header that must be understood and is not.
    package static let notUnderstood = SOAPFault(
        code: "s:MustUnderstand", reason: "A header that must be understood is not understood here.")

    package static let versionMismatch = SOAPFault(
        code: "s:VersionMismatch", reason: "The envelope is not one of SOAP 1.2.")

    package static let malformed = SOAPFault(
        reason: "The message could not be processed: it is malformed.", status: 400)

    /// Another media type than SOAP 1.2's, for which there is an HTTP status alone.
    package static let unsupportedMediaType = SOAPFault(
        reason: "Cannot process the message because the content type was not the expected type "
            + "'application/soap+xml; charset=utf-8'.", status: 415)
}
