import JOSE
import World

/// A provider's published keys: RFC 7517 section 5.
struct KeySet {
    private let keys: [JSONObject]

    /// - Throws: what the transport throws, or `protocolError`.
    init(at url: WebURL, using client: HTTPClient) throws(Failure) {
        let response = try client.get(url)
        guard response.status == 200, let keys = try? JSON(parsing: response.body)["keys"]?.arrayValue else {
            throw Failure(.protocolError, "\(url) did not answer with the provider's keys (HTTP \(response.status))")
        }
        self.keys = keys.compactMap(\.objectValue)
    }

    /// Whether one of the keys made the signature.
    ///
    /// - Throws: `protocolError` when the token is signed in a way that no published key can be.
    func haveSigned(_ token: CompactJWS) throws(Failure) -> Bool {
        let kid = token.header["kid"]?.stringValue
        let candidates = keys.filter { key in
            (kid == nil || key["kid"]?.stringValue == kid) && (key["use"]?.stringValue ?? "sig") == "sig"
        }
        for candidate in candidates {
            do {
                if try token.isSigned(by: PublicKey(jwk: candidate)) { return true }
            } catch {
                // A set may hold keys of kinds that are not understood here; only when no other fits does it matter.
                guard candidates.count > 1 else { throw Failure(.protocolError, error.message) }
            }
        }
        return false
    }
}
