import JOSE
import OAuth
import World

/// What stands for a secret where rows of the cache are shown: `sha256:1f2e3d4c5b6a`.
///
/// It is the same in every run, so that two machines' caches, or a cache and a server's log, can be compared; a trace
/// has fingerprints with a salt instead (see TraceMask), because passwords are among its secrets, which can be guessed.
/// Tokens cannot.
enum SecretFingerprint {
    /// - Throws: `unavailable` where libcrypto is missing.
    static func of(_ secret: String) throws(Failure) -> String {
        do {
            return "sha256:" + hex(try Digest.sha256(Array(secret.utf8))).prefix(12)
        } catch {
            throw Failure(error)
        }
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 0xF, radix: 16) }.joined()
    }
}
