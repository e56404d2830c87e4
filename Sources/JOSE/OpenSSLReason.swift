import Native

/// One reason out of OpenSSL's error queue.
struct OpenSSLReason {
    let code: UInt
    let text: String

    /// Which part of OpenSSL said so: `ERR_LIB_PKCS12`, `ERR_LIB_EVP`, ...
    var library: CInt { ERR_GET_LIB(code) }

    var reason: CInt { ERR_GET_REASON(code) }

    /// An algorithm that the loaded providers do not have.
    var isUnsupported: Bool {
        reason == ERR_R_UNSUPPORTED || library == ERR_LIB_EVP && reason == EVP_R_UNSUPPORTED_ALGORITHM
    }
}
