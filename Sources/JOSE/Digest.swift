import Native

/// Message digests; SHA-1 is here for the `x5t` thumbprint only.
package enum Digest {
    package static func sha1(_ bytes: [UInt8]) throws(JOSEError) -> [UInt8] { try digest(bytes, "SHA1") }
    package static func sha256(_ bytes: [UInt8]) throws(JOSEError) -> [UInt8] { try digest(bytes, "SHA256") }
    package static func sha384(_ bytes: [UInt8]) throws(JOSEError) -> [UInt8] { try digest(bytes, "SHA384") }
    package static func sha512(_ bytes: [UInt8]) throws(JOSEError) -> [UInt8] { try digest(bytes, "SHA512") }

    private static func digest(_ bytes: [UInt8], _ name: String) throws(JOSEError) -> [UInt8] {
        let ssl = try unsafe OpenSSL.functions
        var output = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var length = 0
        let status = unsafe ssl.pointee.EVP_Q_digest(nil, name, nil, bytes, bytes.count, &output, &length)
        try OpenSSL.require(status, "compute \(name)")
        return Array(output.prefix(length))
    }
}
