import Native

/// The kinds of keys that can sign tokens.
package enum KeyKind: Sendable, Equatable {
    /// - Parameter bits: the length of the modulus.
    case rsa(bits: Int)
    case p256
    case p384
    case p521
    case ed25519

    /// Throws `unsupportedAlgorithm` when a key of this kind cannot be used with the algorithm.
    func check(_ algorithm: SignatureAlgorithm) throws(JOSEError) {
        guard algorithms.contains(algorithm) else {
            let fitting = algorithms.map(\.rawValue).joined(separator: ", ")
            throw JOSEError(
                .unsupportedAlgorithm, "\(algorithm.rawValue) does not go with this key, only \(fitting)")
        }
    }

    /// The algorithms that a key of this kind can be used with, the usual one first.
    package var algorithms: [SignatureAlgorithm] {
        switch self {
        case .rsa: [.rs256, .rs384, .rs512, .ps256, .ps384, .ps512]
        case .p256: [.es256]
        case .p384: [.es384]
        case .p521: [.es512]
        case .ed25519: [.edDSA]
        }
    }

    /// The curve of an elliptic-curve key; nil for every other kind.
    var curve: EllipticCurve? { EllipticCurve.all.first { $0.kind == self } }
}

extension KeyKind {
    /// The kind of one of OpenSSL's `EVP_PKEY`s.
    init(of key: OpenSSLObject) throws(JOSEError) {
        let ssl = try unsafe OpenSSL.functions
        if unsafe ssl.pointee.EVP_PKEY_is_a(key.pointer, "RSA") == 1 {
            self = unsafe .rsa(bits: Int(ssl.pointee.EVP_PKEY_get_bits(key.pointer)))
        } else if unsafe ssl.pointee.EVP_PKEY_is_a(key.pointer, "ED25519") == 1 {
            self = .ed25519
        } else if unsafe ssl.pointee.EVP_PKEY_is_a(key.pointer, "EC") == 1 {
            var name = [CChar](repeating: 0, count: 64)
            _ = unsafe ssl.pointee.EVP_PKEY_get_group_name(key.pointer, &name, name.count, nil)
            let group = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            guard let curve = EllipticCurve.all.first(where: { $0.group == group }) else {
                try OpenSSL.dropErrors()
                throw .unsupportedKey
            }
            self = curve.kind
        } else {
            throw .unsupportedKey
        }
    }
}
