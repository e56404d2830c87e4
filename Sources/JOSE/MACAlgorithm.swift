/// The algorithms of RFC 7518 section 3.2, which need a shared secret; the raw value is the `alg`.
///
/// Apart from `SignatureAlgorithm`, so that a public key, which everybody has, cannot be used as a secret.
package enum MACAlgorithm: String, CaseIterable, Sendable {
    case hs256 = "HS256"
    case hs384 = "HS384"
    case hs512 = "HS512"

    /// OpenSSL's name of the digest.
    var digest: String {
        switch self {
        case .hs256: "SHA256"
        case .hs384: "SHA384"
        case .hs512: "SHA512"
        }
    }

    /// The length of the digest in bytes: of the authentication code too, and the least that a secret may have.
    var length: Int {
        switch self {
        case .hs256: 32
        case .hs384: 48
        case .hs512: 64
        }
    }
}
