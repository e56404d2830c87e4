import Native

/// The numbers that a public key is made of, handed to OpenSSL.
struct KeyParameters {
    private struct Parameter {
        let name: StaticString
        let type: CInt
        let bytes: [UInt8]
    }

    private var parameters: [Parameter] = []

    /// - Parameter octets: an unsigned number, most significant octet first.
    mutating func add(_ name: StaticString, number octets: [UInt8]) {
        #if _endian(little)
            let native = Array(octets.reversed())
        #else
            let native = octets
        #endif
        parameters.append(Parameter(name: name, type: OSSL_PARAM_UNSIGNED_INTEGER, bytes: native))
    }

    mutating func add(_ name: StaticString, octets: [UInt8]) {
        parameters.append(Parameter(name: name, type: OSSL_PARAM_OCTET_STRING, bytes: octets))
    }

    mutating func add(_ name: StaticString, text: String) {
        parameters.append(Parameter(name: name, type: OSSL_PARAM_UTF8_STRING, bytes: Array(text.utf8)))
    }

    /// The key; nil when OpenSSL does not take the numbers for one.
    ///
    /// - Parameter type: OpenSSL's name for the kind of key.
    func publicKey(_ type: String) throws(JOSEError) -> OpenSSLObject? {
        let ssl = try unsafe OpenSSL.functions
        let context = try unsafe OpenSSL.own(
            ssl.pointee.EVP_PKEY_CTX_new_from_name(nil, type, nil), ssl.pointee.EVP_PKEY_CTX_free, "make a key")
        try unsafe OpenSSL.require(ssl.pointee.EVP_PKEY_fromdata_init(context.pointer), "make a key")
        var key: OpaquePointer?
        // OpenSSL wants a zero behind texts that it does not count.
        var storage: [UInt8] = parameters.flatMap { $0.bytes + [0] }
        unsafe storage.withUnsafeMutableBytes { storage in
            var list: [OSSL_PARAM] = unsafe []
            var offset = 0
            for parameter in parameters {
                let name = unsafe UnsafeRawPointer(parameter.name.utf8Start).assumingMemoryBound(to: CChar.self)
                unsafe list.append(
                    OSSL_PARAM(
                        key: name, data_type: UInt32(parameter.type),
                        data: storage.baseAddress.map { unsafe $0 + offset },
                        data_size: parameter.bytes.count, return_size: 0))
                offset += parameter.bytes.count + 1
            }
            unsafe list.append(OSSL_PARAM())
            _ = unsafe ssl.pointee.EVP_PKEY_fromdata(context.pointer, &key, native_public_key_selection, &list)
        }
        guard unsafe key != nil else {
            try OpenSSL.dropErrors()
            return nil
        }
        return try unsafe OpenSSL.own(key, ssl.pointee.EVP_PKEY_free, "make a key")
    }
}
