import JOSE
import World

/// A provider's published keys: RFC 7517 section 5.
struct KeySet {
    /// As it was published.
    let document: JSON
    private let keys: JWKSet

    /// - Throws: what the transport throws, or `protocolError`.
    init(at url: WebURL, using client: HTTPClient) throws(Failure) {
        let response = try client.get(url)
        guard response.status == 200 else { throw Failure(response: response, to: "fetch the keys at \(url)") }
        do {
            document = try JSON(parsing: response.body)
            keys = try JWKSet(document)
        } catch {
            throw Failure(.protocolError, "\(url) did not answer with the provider's keys: \(error)")
        }
    }

    /// Whether one of the keys made the signature.
    ///
    /// - Throws: `protocolError` when the token is signed in a way that no published key can be.
    func haveSigned(_ token: CompactJWS) throws(Failure) -> Bool {
        var verifier = SignatureVerifier(keys)
        do {
            switch try verifier.verify(token) {
            case .signed: return true
            case .wrongSignature, .unknownKey: return false
            case .refused(let reason): throw reason
            }
        } catch {
            throw Failure(.protocolError, "\(error)")
        }
    }
}
