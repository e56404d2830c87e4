/// An application's certificate credential: a private key, and the certificates that vouch for it.
package struct SigningIdentity: Sendable {
    package let key: PrivateKey

    /// The key's own certificate, then its issuer's, and so on as far as the files go.
    package let chain: [Certificate]

    /// Reads PEM, DER or PKCS#12, in one file or two; which one holds the key does not matter.
    ///
    /// Whether a certificate has expired is not judged here.
    /// - Parameter password: opens the key, in whichever way it is encrypted; left alone when it is not.
    package init(certificate: [UInt8], key: [UInt8]?, password: String?) throws(JOSEError) {
        var materials = [try KeyMaterial(certificate, password: password)]
        if let key { materials.append(try KeyMaterial(key, password: password)) }
        let certificates = materials.flatMap(\.certificates)
        let keys = materials.flatMap(\.privateKeys)
        guard !keys.isEmpty else { throw .noPrivateKey }
        guard !certificates.isEmpty else {
            throw JOSEError(.noCertificate, "it holds no certificate: give the one that belongs to the key")
        }
        for key in keys {
            let key = try PrivateKey(key)
            // A renewed certificate may stand beside the old one.
            let own = certificates.filter { $0.vouches(for: key.publicKey) }
            guard let leaf = own.max(by: { $0.notAfter < $1.notAfter }) else { continue }
            self.key = key
            chain = Self.chain(from: leaf, certificates)
            return
        }
        throw JOSEError(
            .keyMismatch, "the private key does not belong to the certificate: give the pair that was made together")
    }

    /// Each certificate with its issuer behind it; what is not part of the chain is left out.
    private static func chain(from leaf: Certificate, _ certificates: [Certificate]) -> [Certificate] {
        var chain = [leaf]
        while let last = chain.last,
            let issuer = certificates.first(where: { !chain.contains($0) && $0.issued(last) })
        {
            chain.append(issuer)
        }
        return chain
    }
}
