import Native

/// JSON Web Keys: RFC 7517, RFC 7518 section 6, RFC 8037 section 2.
extension PublicKey {
    /// Reads an RSA, EC or Ed25519 key; private members are left alone.
    ///
    /// Throws `unsupportedKey` for a `kty` or `crv` of another kind, `malformedKey` for members that are missing,
    /// not strict base64url, or of the wrong length, and for points off the curve, `weakKey` as
    /// `RSAStrength` says.
    package convenience init(jwk: JSONObject) throws(JOSEError) {
        if let name = jwk.duplicateName { throw JOSEError(.malformedKey, "the JWK has more than one \(name)") }
        switch jwk["kty"]?.stringValue {
        case "RSA": try self.init(Self.rsa(jwk))
        case "EC": try self.init(Self.ellipticCurve(jwk))
        case "OKP": try self.init(Self.edwards(jwk))
        case nil: throw JOSEError(.malformedKey, "the JWK has no kty")
        default: throw JOSEError(.unsupportedKey, "the JWK is of a kty other than RSA, EC and OKP")
        }
    }

    private static func rsa(_ jwk: JSONObject) throws(JOSEError) -> OpenSSLObject {
        var parameters = KeyParameters()
        try parameters.add("n", number: jwk.octets("n"))
        try parameters.add("e", number: jwk.octets("e"))
        guard let key = try parameters.publicKey("RSA") else {
            throw JOSEError(.malformedKey, "the JWK's n and e are no RSA key")
        }
        return key
    }

    private static func ellipticCurve(_ jwk: JSONObject) throws(JOSEError) -> OpenSSLObject {
        guard let name = jwk["crv"]?.stringValue else { throw JOSEError(.malformedKey, "the JWK has no crv") }
        guard let curve = EllipticCurve.all.first(where: { $0.name == name }) else {
            throw JOSEError(.unsupportedKey, "the JWK's curve is none of P-256, P-384 and P-521")
        }
        let x = try jwk.octets("x", count: curve.size)
        let y = try jwk.octets("y", count: curve.size)
        var parameters = KeyParameters()
        parameters.add("group", text: curve.group)
        // SEC 1 section 2.3.3: 4 marks an uncompressed point.
        parameters.add("pub", octets: [4] + x + y)
        guard let key = try parameters.publicKey("EC") else {
            throw JOSEError(.malformedKey, "the JWK's x and y are no point on \(name)")
        }
        return key
    }

    private static func edwards(_ jwk: JSONObject) throws(JOSEError) -> OpenSSLObject {
        guard jwk["crv"]?.stringValue == "Ed25519" else {
            throw JOSEError(.unsupportedKey, "the JWK's curve is not Ed25519")
        }
        var parameters = KeyParameters()
        try parameters.add("pub", octets: jwk.octets("x", count: 32))
        guard let key = try parameters.publicKey("ED25519") else {
            throw JOSEError(.malformedKey, "the JWK's x is no Ed25519 key")
        }
        return key
    }

    /// Writes the required members of a key.
    static func jwk(of key: OpenSSLObject, _ kind: KeyKind) throws(JOSEError) -> JSONObject {
        if case .rsa = kind {
            return [
                "kty": .string("RSA"), "n": try number(OSSL_PKEY_PARAM_RSA_N, of: key),
                "e": try number(OSSL_PKEY_PARAM_RSA_E, of: key),
            ]
        }
        if let curve = kind.curve {
            return [
                "kty": .string("EC"), "crv": .string(curve.name),
                "x": try number(OSSL_PKEY_PARAM_EC_PUB_X, of: key, size: curve.size),
                "y": try number(OSSL_PKEY_PARAM_EC_PUB_Y, of: key, size: curve.size),
            ]
        }
        var x = [UInt8](repeating: 0, count: 32)
        var length = x.count
        let status = try unsafe OpenSSL.functions.pointee.EVP_PKEY_get_raw_public_key(key.pointer, &x, &length)
        try OpenSSL.require(status, "read an Ed25519 key")
        return ["kty": .string("OKP"), "crv": .string("Ed25519"), "x": .string(Base64URL.encode(x))]
    }

    /// One of a key's numbers as base64url; nil for `size` means as few octets as it needs.
    private static func number(_ name: String, of key: OpenSSLObject, size: Int? = nil) throws(JOSEError) -> JSON {
        let ssl = try unsafe OpenSSL.functions
        var number: OpaquePointer?
        defer { unsafe ssl.pointee.BN_free(number) }
        try unsafe OpenSSL.require(
            ssl.pointee.EVP_PKEY_get_bn_param(key.pointer, name, &number), "read a key's \(name)")
        var octets = unsafe [UInt8](repeating: 0, count: size ?? (Int(ssl.pointee.BN_num_bits(number)) + 7) / 8)
        guard unsafe ssl.pointee.BN_bn2binpad(number, &octets, CInt(octets.count)) >= 0 else {
            throw try OpenSSL.failure("read a key's \(name)")
        }
        return .string(Base64URL.encode(octets))
    }
}

extension JSONObject {
    /// A base64url member of a JWK, of `count` octets where that is given.
    fileprivate func octets(_ name: String, count: Int? = nil) throws(JOSEError) -> [UInt8] {
        guard let text = self[name]?.stringValue else { throw JOSEError(.malformedKey, "the JWK has no \(name)") }
        guard let octets = Base64URL.decode(text), !octets.isEmpty else {
            throw JOSEError(.malformedKey, "the JWK's \(name) is not base64url without padding")
        }
        if let count, octets.count != count {
            throw JOSEError(.malformedKey, "the JWK's \(name) is not \(count) bytes long")
        }
        return octets
    }
}
