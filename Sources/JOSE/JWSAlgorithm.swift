/// What a token's `alg` names: a signature by a key pair, or an authentication code by a shared secret.
package enum JWSAlgorithm: Sendable, Equatable {
    case signature(SignatureAlgorithm)
    case mac(MACAlgorithm)

    /// Reads the `alg` of a header.
    ///
    /// Throws `unsupportedAlgorithm` when there is none, for `none`, and for every name not spelled exactly as registered.
    init(of header: JSONObject) throws(JOSEError) {
        guard let member = header["alg"] else {
            throw JOSEError(.unsupportedAlgorithm, "the token's header names no algorithm (alg)")
        }
        guard let name = member.stringValue else {
            throw JOSEError(.unsupportedAlgorithm, "the token's algorithm (alg) is not text")
        }
        if let algorithm = SignatureAlgorithm(rawValue: name) {
            self = .signature(algorithm)
        } else if let algorithm = MACAlgorithm(rawValue: name) {
            self = .mac(algorithm)
        } else if name.lowercased() == "none" {
            throw JOSEError(.unsupportedAlgorithm, "the token is not signed: its alg is none")
        } else {
            throw JOSEError(.unsupportedAlgorithm, "the token's signature algorithm (alg) is unknown")
        }
    }

    /// The `alg` itself.
    package var name: String {
        switch self {
        case .signature(let algorithm): algorithm.rawValue
        case .mac(let algorithm): algorithm.rawValue
        }
    }

    /// The `kty` that a JWK must be of, and its `crv` where that `kty` has one.
    var key: (type: KeyType, curve: String?) {
        switch self {
        case .mac: (.octets, nil)
        case .signature(let algorithm):
            switch algorithm {
            case .rs256, .rs384, .rs512, .ps256, .ps384, .ps512: (.rsa, nil)
            case .es256: (.ellipticCurve, "P-256")
            case .es384: (.ellipticCurve, "P-384")
            case .es512: (.ellipticCurve, "P-521")
            case .edDSA: (.octetKeyPair, "Ed25519")
            }
        }
    }

    /// How long a signature is, in bytes; RSA's is as long as the key, which is at least 2048 bits.
    var signatureLengths: ClosedRange<Int> {
        switch self {
        case .mac(let algorithm): algorithm.length...algorithm.length
        case .signature(let algorithm):
            switch algorithm {
            case .rs256, .rs384, .rs512, .ps256, .ps384, .ps512: RSAStrength.leastBits / 8...Int.max
            case .es256, .edDSA: 64...64
            case .es384: 96...96
            case .es512: 132...132
            }
        }
    }
}
