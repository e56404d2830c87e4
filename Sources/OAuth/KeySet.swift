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

    /// What is wrong with the token's signature; nothing when one of the keys made it.
    ///
    /// - Throws: `unavailable` without a library to judge it.
    func failures(of token: TokenClaims, _ issuers: IssuerRule) throws(Failure) -> [CheckFailure] {
        var verifier = SignatureVerifier(keys)
        do {
            return CheckFailure.all(of: try verifier.verify(token.jws), token.jws, token, issuers)
        } catch {
            throw Failure(error)
        }
    }
}
