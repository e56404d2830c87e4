import Native

/// OpenSSL's libcrypto, which does all the cryptography.
enum OpenSSL {
    /// The library's functions; the first use loads it.
    static var functions: UnsafePointer<native_crypto> {
        get throws(JOSEError) {
            var reason: UnsafePointer<CChar>?
            if let functions = unsafe native_crypto(&reason) { return unsafe functions }
            let text = unsafe reason.map { unsafe String(cString: $0) } ?? "cannot load libcrypto"
            throw JOSEError(.missingLibrary, text)
        }
    }

    /// Takes the reasons that OpenSSL has queued for its last failure, latest cause last, and leaves the queue empty.
    static func takeErrors() throws(JOSEError) -> [OpenSSLReason] {
        let ssl = try unsafe functions
        var reasons: [OpenSSLReason] = []
        while case let code = unsafe ssl.pointee.ERR_get_error(), code != 0 {
            let text = unsafe ssl.pointee.ERR_reason_error_string(code).map { unsafe String(cString: $0) }
            reasons.append(OpenSSLReason(code: code, text: text ?? "error \(code)"))
        }
        return reasons
    }

    /// Drops the reasons of a failure that is no error here, such as a signature that does not verify.
    static func dropErrors() throws(JOSEError) {
        try unsafe functions.pointee.ERR_clear_error()
    }

    /// The error for a step that should have worked.
    static func failure(_ step: String) throws(JOSEError) -> JOSEError {
        let reasons = try takeErrors().map(\.text).joined(separator: ", ")
        return JOSEError(.internalFailure, "OpenSSL cannot \(step): \(reasons.isEmpty ? "no reason given" : reasons)")
    }

    /// Throws unless OpenSSL answered 1.
    static func require(_ status: CInt, _ step: String) throws(JOSEError) {
        guard status == 1 else { throw try failure(step) }
    }

    /// Takes ownership of a new object, or throws when there is none.
    static func own(
        _ pointer: OpaquePointer?, _ free: OpenSSLObject.Free?, _ step: String
    ) throws(JOSEError) -> OpenSSLObject {
        guard let pointer = unsafe pointer, let free = unsafe free else { throw try failure(step) }
        return unsafe OpenSSLObject(pointer, free: free)
    }

    /// The text that `write` puts into a memory BIO.
    static func text(
        of step: String, _ write: (OpaquePointer) -> CInt
    ) throws(JOSEError) -> String {
        let ssl = try unsafe functions
        let memory = try unsafe own(ssl.pointee.BIO_new(ssl.pointee.BIO_s_mem()), ssl.pointee.BIO_free_all, step)
        guard unsafe write(memory.pointer) >= 0 else { throw try failure(step) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while case let count = unsafe ssl.pointee.BIO_read(memory.pointer, &chunk, CInt(chunk.count)), count > 0 {
            bytes += chunk.prefix(Int(count))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Reads one DER value with OpenSSL's `d2i` function; nil when it is not one, or when more follows it.
    static func decode(
        _ der: [UInt8], _ free: OpenSSLObject.Free?,
        with read: (inout UnsafePointer<UInt8>?, Int) -> OpaquePointer?
    ) -> OpenSSLObject? {
        unsafe der.withUnsafeBufferPointer { buffer in
            var position = buffer.baseAddress
            guard let pointer = unsafe read(&position, buffer.count), let free = unsafe free else { return nil }
            let object = unsafe OpenSSLObject(pointer, free: free)
            return unsafe position == buffer.baseAddress.map { unsafe $0 + buffer.count } ? object : nil
        }
    }

    /// The DER that OpenSSL's `i2d` function writes.
    static func encode(
        _ step: String, with write: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> CInt
    ) throws(JOSEError) -> [UInt8] {
        let length = write(nil)
        guard length > 0 else { throw try failure(step) }
        var der = [UInt8](repeating: 0, count: Int(length))
        unsafe der.withUnsafeMutableBufferPointer { buffer in
            var position = buffer.baseAddress
            _ = unsafe write(&position)
        }
        return der
    }
}
