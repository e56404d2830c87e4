import Native

/// What a file of keys and certificates holds, in whichever format it is written.
///
/// PEM (RFC 7468, RFC 1421), DER of a certificate or of a key (PKCS#8, PKCS#1, SEC 1), PKCS#12.
struct KeyMaterial {
    private(set) var privateKeys: [OpenSSLObject] = []
    private(set) var publicKeys: [OpenSSLObject] = []
    private(set) var certificates: [Certificate] = []

    /// Throws `malformedKey` when the bytes are nothing of the kind.
    init(_ bytes: [UInt8], password: String?) throws(JOSEError) {
        let blocks = try PEMBlock.all(in: bytes, password: password)
        if blocks.isEmpty {
            try add(der: bytes, password)
        } else {
            for block in blocks { try add(block, password) }
        }
    }

    private mutating func add(_ block: PEMBlock, _ password: String?) throws(JOSEError) {
        switch block.label {
        case "CERTIFICATE", "X509 CERTIFICATE": certificates.append(try Certificate(der: block.der))
        case "ENCRYPTED PRIVATE KEY":
            guard let key = try EncryptedKey(block.der) else { throw .malformedKey }
            privateKeys.append(try key.open(password: password))
        case "PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY":
            guard let key = try Self.privateKey(block.der) else {
                throw block.wasEncrypted ? .wrongPassword : .malformedKey
            }
            privateKeys.append(key)
        case "PUBLIC KEY", "RSA PUBLIC KEY":
            guard let key = try Self.publicKey(block.der) else { throw .malformedKey }
            publicKeys.append(key)
        case "OPENSSH PRIVATE KEY":
            throw JOSEError(
                .unsupportedKey, "the key is in OpenSSH's own format: convert it with ssh-keygen -p -m PKCS8")
        default: break
        }
    }

    private mutating func add(der: [UInt8], _ password: String?) throws(JOSEError) {
        if let file = try PKCS12(der) {
            let contents = try file.open(password: password)
            privateKeys += [contents.key].compactMap(\.self)
            certificates += contents.certificates
        } else if let certificate = try? Certificate(der: der) {
            certificates.append(certificate)
        } else if let key = try EncryptedKey(der) {
            privateKeys.append(try key.open(password: password))
        } else if let key = try Self.privateKey(der) {
            privateKeys.append(key)
        } else if let key = try Self.publicKey(der) {
            publicKeys.append(key)
        } else {
            throw JOSEError(.malformedKey, "this is no key and no certificate: PEM, DER or PKCS#12 is needed")
        }
    }

    /// Reads PKCS#8, PKCS#1 and SEC 1.
    private static func privateKey(_ der: [UInt8]) throws(JOSEError) -> OpenSSLObject? {
        let ssl = try unsafe OpenSSL.functions
        let key = unsafe OpenSSL.decode(der, ssl.pointee.EVP_PKEY_free) { position, count in
            unsafe ssl.pointee.d2i_AutoPrivateKey_ex(nil, &position, count, nil, nil)
        }
        try OpenSSL.dropErrors()
        return key
    }

    /// Reads SubjectPublicKeyInfo and PKCS#1.
    private static func publicKey(_ der: [UInt8]) throws(JOSEError) -> OpenSSLObject? {
        let ssl = try unsafe OpenSSL.functions
        let key =
            unsafe OpenSSL.decode(der, ssl.pointee.EVP_PKEY_free) { position, count in
                unsafe ssl.pointee.d2i_PUBKEY_ex(nil, &position, count, nil, nil)
            }
            ?? OpenSSL.decode(der, ssl.pointee.EVP_PKEY_free) { position, count in
                unsafe ssl.pointee.d2i_PublicKey(EVP_PKEY_RSA, nil, &position, count)
            }
        try OpenSSL.dropErrors()
        return key
    }
}
