extension Certificate {
    /// The certificates of a PEM, DER or PKCS#12 file without a password; keys beside them are left alone.
    package static func all(in file: [UInt8]) throws(JOSEError) -> [Certificate] {
        try KeyMaterial(file, password: nil).certificates
    }
}
