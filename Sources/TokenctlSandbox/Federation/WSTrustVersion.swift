/// A version of WS-Trust, with what it is called in addresses and the names that it uses.
package enum WSTrustVersion: String, Sendable, CaseIterable {
    /// Of February 2005.
    case v2005 = "2005"
    /// 1.3.
    case v1_3 = "13"

    package var namespace: String {
        switch self {
        case .v2005: "http://schemas.xmlsoap.org/ws/2005/02/trust"
        case .v1_3: "http://docs.oasis-open.org/ws-sx/ws-trust/200512"
        }
    }

    /// The `RequestType` of who wants a token.
    package var issue: String { namespace + "/Issue" }
    /// The action of the request.
    package var requestAction: String { namespace + "/RST/Issue" }

    /// The action of the answer.
    package var responseAction: String {
        switch self {
        case .v2005: namespace + "/RSTR/Issue"
        case .v1_3: namespace + "/RSTRC/IssueFinal"
        }
    }

    /// The `KeyType` of tokens that whoever has them may use.
    package var bearer: String {
        switch self {
        case .v2005: "http://schemas.xmlsoap.org/ws/2005/05/identity/NoProofKey"
        case .v1_3: namespace + "/Bearer"
        }
    }

    /// How AD FS names its contract in the metadata.
    package var contract: String {
        switch self {
        case .v2005: "IWSTrustFeb2005Async"
        case .v1_3: "IWSTrust13Async"
        }
    }
}

/// Names of SOAP 1.2 and of what goes with it.
package enum SOAP {
    package static let envelope = "http://www.w3.org/2003/05/soap-envelope"
    package static let addressing = "http://www.w3.org/2005/08/addressing"
    package static let security =
        "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"
    package static let utility =
        "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd"
    package static let policy = "http://schemas.xmlsoap.org/ws/2004/09/policy"
    package static let mediaType = "application/soap+xml"
}
