import Native

/// The two numbers of an ECDSA signature: OpenSSL writes them as DER, JOSE one behind the other.
///
/// RFC 7518 section 3.4: each number is as long as a coordinate of the curve.
struct ECDSASignature {
    private let numbers: OpenSSLObject

    init(der: [UInt8]) throws(JOSEError) {
        let ssl = try unsafe OpenSSL.functions
        let read = unsafe OpenSSL.decode(der, ssl.pointee.ECDSA_SIG_free) { position, count in
            unsafe ssl.pointee.d2i_ECDSA_SIG(nil, &position, count)
        }
        guard let read else { throw try OpenSSL.failure("read its own signature") }
        numbers = read
    }

    /// Nil when the length is not that of the curve.
    init?(raw: [UInt8], curve: EllipticCurve) throws(JOSEError) {
        guard raw.count == 2 * curve.size else { return nil }
        let ssl = try unsafe OpenSSL.functions
        let step = "take in a signature"
        numbers = try unsafe OpenSSL.own(ssl.pointee.ECDSA_SIG_new(), ssl.pointee.ECDSA_SIG_free, step)
        let first = Array(raw.prefix(curve.size))
        let second = Array(raw.suffix(curve.size))
        let r = unsafe ssl.pointee.BN_bin2bn(first, CInt(first.count), nil)
        let s = unsafe ssl.pointee.BN_bin2bn(second, CInt(second.count), nil)
        // From here on the signature owns both numbers.
        try unsafe OpenSSL.require(ssl.pointee.ECDSA_SIG_set0(numbers.pointer, r, s), step)
    }

    func der() throws(JOSEError) -> [UInt8] {
        let ssl = try unsafe OpenSSL.functions
        return try unsafe OpenSSL.encode("write a signature") { unsafe ssl.pointee.i2d_ECDSA_SIG(numbers.pointer, $0) }
    }

    func raw(curve: EllipticCurve) throws(JOSEError) -> [UInt8] {
        let ssl = try unsafe OpenSSL.functions
        var r = [UInt8](repeating: 0, count: curve.size)
        var s = r
        let size = CInt(curve.size)
        guard unsafe ssl.pointee.BN_bn2binpad(ssl.pointee.ECDSA_SIG_get0_r(numbers.pointer), &r, size) == size,
            unsafe ssl.pointee.BN_bn2binpad(ssl.pointee.ECDSA_SIG_get0_s(numbers.pointer), &s, size) == size
        else { throw try OpenSSL.failure("write a signature") }
        return r + s
    }
}
