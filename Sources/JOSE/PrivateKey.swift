import Native

/// A key that makes signatures.
package final class PrivateKey: Sendable {
    /// The public half, which verifies what this key signs.
    package let publicKey: PublicKey

    package var kind: KeyKind { publicKey.kind }

    var key: OpenSSLObject { publicKey.key }

    init(_ key: OpenSSLObject) throws(JOSEError) { publicKey = try PublicKey(key) }

    /// Reads PKCS#8, PKCS#1 or SEC 1 in PEM or DER, encrypted or not, or PKCS#12.
    ///
    /// - Parameter password: left alone when the key is not encrypted.
    package convenience init(parsing bytes: [UInt8], password: String? = nil) throws(JOSEError) {
        guard let key = try KeyMaterial(bytes, password: password).privateKeys.first else { throw .noPrivateKey }
        try self.init(key)
    }

    /// A new random key; throws `weakKey` for an RSA key under 2048 bits.
    package static func generate(_ kind: KeyKind) throws(JOSEError) -> PrivateKey {
        let ssl = try unsafe OpenSSL.functions
        let step = "generate a key"
        let context = try unsafe OpenSSL.own(
            ssl.pointee.EVP_PKEY_CTX_new_from_name(nil, kind.name, nil), ssl.pointee.EVP_PKEY_CTX_free, step)
        try unsafe OpenSSL.require(ssl.pointee.EVP_PKEY_keygen_init(context.pointer), step)
        if case .rsa(let bits) = kind {
            try unsafe OpenSSL.require(ssl.pointee.EVP_PKEY_CTX_set_rsa_keygen_bits(context.pointer, CInt(bits)), step)
        }
        if let curve = kind.curve {
            try unsafe OpenSSL.require(ssl.pointee.EVP_PKEY_CTX_set_group_name(context.pointer, curve.group), step)
        }
        var key: OpaquePointer?
        try unsafe OpenSSL.require(ssl.pointee.EVP_PKEY_generate(context.pointer, &key), step)
        return try unsafe PrivateKey(OpenSSL.own(key, ssl.pointee.EVP_PKEY_free, step))
    }

    /// The signature as RFC 7515 transports it; ECDSA's is the two numbers one behind the other.
    ///
    /// Throws `unsupportedAlgorithm` when the key must not be used with the algorithm.
    package func sign(
        _ message: [UInt8], using algorithm: SignatureAlgorithm
    ) throws(JOSEError) -> [UInt8] {
        try kind.check(algorithm)
        let signature = try SignatureContext(key, algorithm, for: .signing).sign(message)
        guard let curve = kind.curve else { return signature }
        return try ECDSASignature(der: signature).raw(curve: curve)
    }

    /// The key as unencrypted PKCS#8 in PEM: a secret.
    package var pem: String {
        get throws(JOSEError) {
            let ssl = try unsafe OpenSSL.functions
            return try unsafe OpenSSL.text(of: "write a key") { output in
                let status = unsafe ssl.pointee.PEM_write_bio_PKCS8PrivateKey(
                    output, key.pointer, nil, nil, 0, nil, nil)
                return status == 1 ? 0 : -1
            }
        }
    }
}

extension KeyKind {
    /// OpenSSL's name of it.
    fileprivate var name: String {
        switch self {
        case .rsa: "RSA"
        case .p256, .p384, .p521: "EC"
        case .ed25519: "ED25519"
        }
    }
}
