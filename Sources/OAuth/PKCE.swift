import JOSE
import World

/// Proof Key for Code Exchange with S256: RFC 7636.
struct PKCE {
    let verifier: Secret
    let challenge: String

    /// - Throws: when libcrypto is missing.
    init(using randomness: any Randomness) throws(Failure) {
        let verifier = Base64URL.encode(randomness.bytes(32))
        do {
            challenge = Base64URL.encode(try Digest.sha256(Array(verifier.utf8)))
        } catch {
            throw Failure(error)
        }
        self.verifier = Secret(verifier)
    }
}
