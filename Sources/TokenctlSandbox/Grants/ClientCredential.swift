import FoundationEssentials

/// What a client presents to prove who it is (RFC 6749 section 2.3, RFC 7523 section 2.2).
package enum ClientCredential: Sendable, Equatable {
    case none
    /// What was presented, or the two things that it may mean.
    case secret([String])
    case assertion(String)
}

/// A client id and what came with it, from the form or from an `Authorization: Basic` header.
package struct PresentedClient: Sendable, Equatable {
    package let id: String
    package let credential: ClientCredential

    /// At most one credential may be presented; the id may stand in both places when it is the same.
    package init(in request: TokenRequest) throws(EntraError) {
        let form = request.form
        let basic = try Self.basic(request.exchange.request.headers["authorization"])
        id = if let basic { basic.id } else { try form.required("client_id") }
        guard form["client_id"] ?? id == id else { throw .malformedRequest }

        var credentials = [basic?.secret, form["client_secret"].map { [$0] }].compactMap(\.self)
            .map(ClientCredential.secret)
        if let assertion = form["client_assertion"] {
            let type = try form.required("client_assertion_type")
            guard type == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer" else {
                throw .unsupportedAssertionType(type)
            }
            credentials.append(.assertion(assertion))
        }
        guard credentials.count <= 1 else { throw .malformedRequest }
        credential = credentials.first ?? .none
    }

    /// Id and secret of a Basic header; nil without such a header.
    ///
    /// RFC 6749 section 2.3.1 wants both form-encoded inside, which `curl --user` does not do: either will count.
    private static func basic(_ header: String?) throws(EntraError) -> (id: String, secret: [String])? {
        guard let header, header.lowercased().hasPrefix("basic ") else { return nil }
        guard let data = Data(base64Encoded: String(header.dropFirst("basic ".count))) else { throw .malformedRequest }
        let parts = data.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let id = Form.decode(parts[0]) else { throw .malformedRequest }
        return (id, [Form.decode(parts[1]), String(validating: parts[1], as: UTF8.self)].compactMap(\.self))
    }
}
