import Native

/// An X.509 certificate.
package struct Certificate: Sendable {
    package let der: [UInt8]

    /// RFC 2253 text, such as `CN=app,O=Contoso`.
    package let subject: String
    package let issuer: String

    /// Seconds since 1970.
    package let notBefore: Int
    package let notAfter: Int

    /// The digests of the DER, for the headers `x5t` and `x5t#S256` (RFC 7515 sections 4.1.7 and 4.1.8).
    package let sha1Thumbprint: [UInt8]
    package let sha256Thumbprint: [UInt8]

    /// Throws `malformedCertificate` for anything but one whole certificate.
    package init(der: [UInt8]) throws(JOSEError) {
        let ssl = try unsafe OpenSSL.functions
        let certificate = try Self.object(der)
        self.der = der
        subject = try unsafe Self.text(ssl.pointee.X509_get_subject_name(certificate.pointer))
        issuer = try unsafe Self.text(ssl.pointee.X509_get_issuer_name(certificate.pointer))
        notBefore = try unsafe Self.seconds(ssl.pointee.X509_get0_notBefore(certificate.pointer))
        notAfter = try unsafe Self.seconds(ssl.pointee.X509_get0_notAfter(certificate.pointer))
        sha1Thumbprint = try Digest.sha1(der)
        sha256Thumbprint = try Digest.sha256(der)
    }

    /// The subject's key.
    ///
    /// Throws `unsupportedKey` when it is of a kind that signs no tokens, `weakKey` when it is too weak to.
    package var publicKey: PublicKey {
        get throws(JOSEError) { try PublicKey(subjectKey) }
    }

    /// Whether the certificate is for the key; quick, for the key's strength is known.
    func vouches(for key: PublicKey) -> Bool {
        guard let subjectKey = try? subjectKey, let kind = try? KeyKind(of: subjectKey) else { return false }
        return (try? PublicKey.jwk(of: subjectKey, kind)) == key.jwk
    }

    /// As `publicKey`, before its kind and its strength are looked at.
    var subjectKey: OpenSSLObject {
        get throws(JOSEError) {
            let ssl = try unsafe OpenSSL.functions
            let certificate = try Self.object(der)
            guard let key = unsafe ssl.pointee.X509_get_pubkey(certificate.pointer) else {
                try OpenSSL.dropErrors()
                throw .unsupportedKey
            }
            return try unsafe OpenSSL.own(key, ssl.pointee.EVP_PKEY_free, "read a certificate's key")
        }
    }

    /// RFC 7468 text.
    package var pem: String {
        let lines = Array(Base64.encode(der))
        let body = stride(from: 0, to: lines.count, by: 64).map { String(lines[$0..<min($0 + 64, lines.count)]) + "\n" }
        return "-----BEGIN CERTIFICATE-----\n" + body.joined() + "-----END CERTIFICATE-----\n"
    }

    /// Whether this is the certificate of the other's issuer, going by names, key identifiers and key usage.
    func issued(_ other: Certificate) -> Bool {
        guard let ssl = try? unsafe OpenSSL.functions, let issuer = try? Self.object(der),
            let subject = try? Self.object(other.der)
        else { return false }
        defer { unsafe ssl.pointee.ERR_clear_error() }
        return unsafe ssl.pointee.X509_check_issued(issuer.pointer, subject.pointer) == X509_V_OK
    }

    private static func object(_ der: [UInt8]) throws(JOSEError) -> OpenSSLObject {
        let ssl = try unsafe OpenSSL.functions
        let certificate = unsafe OpenSSL.decode(der, ssl.pointee.X509_free) { position, count in
            unsafe ssl.pointee.d2i_X509(nil, &position, count)
        }
        if let certificate { return certificate }
        try OpenSSL.dropErrors()
        throw JOSEError(.malformedCertificate, "the certificate is damaged: it is not DER of an X.509 certificate")
    }

    private static func text(_ name: OpaquePointer?) throws(JOSEError) -> String {
        let ssl = try unsafe OpenSSL.functions
        return try unsafe OpenSSL.text(of: "read a name") {
            unsafe ssl.pointee.X509_NAME_print_ex($0, name, 0, native_name_flags)
        }
    }

    private static func seconds(_ time: UnsafePointer<ASN1_TIME>?) throws(JOSEError) -> Int {
        let ssl = try unsafe OpenSSL.functions
        let epoch = unsafe ssl.pointee.ASN1_TIME_set(nil, 0)
        defer { unsafe ssl.pointee.ASN1_TIME_free(epoch) }
        var days: CInt = 0
        var seconds: CInt = 0
        guard unsafe ssl.pointee.ASN1_TIME_diff(&days, &seconds, epoch, time) == 1 else {
            try OpenSSL.dropErrors()
            throw JOSEError(.malformedCertificate, "the certificate is damaged: its times cannot be read")
        }
        return Int(days) * 86_400 + Int(seconds)
    }
}

extension Certificate: Equatable {
    package static func == (left: Certificate, right: Certificate) -> Bool { left.der == right.der }
}
