package import JOSE

/// The secrets, keys and certificates of the directory's applications, made anew at each start.
package struct Credentials: Sendable {
    /// A private key and the certificate that goes with it.
    package struct Pair: Sendable {
        package let key: PrivateKey
        package let certificate: Certificate

        package init(_ kind: KeyKind, name: String, from notBefore: Int, to notAfter: Int) throws(JOSEError) {
            key = try PrivateKey.generate(kind)
            certificate = try Certificate.selfSigned(
                for: key, commonName: name, notBefore: notBefore, notAfter: notAfter)
        }
    }

    package let secret = Self.newSecret()
    package let expiredSecret = Self.newSecret()
    package let rsa: Pair
    package let p256: Pair
    package let p384: Pair
    package let expired: Pair
    /// The federation servers'.
    package let federation: Pair
    /// More certificates of the daemon, as given on the command line.
    package let registered: [Certificate]

    /// - Parameter now: seconds since 1970.
    package init(now: Int, registered: [Certificate] = []) throws(JOSEError) {
        let day = 86_400
        rsa = try Pair(.rsa(bits: 2048), name: "daemon", from: now - day, to: now + 365 * day)
        p256 = try Pair(.p256, name: "daemon-ec", from: now - day, to: now + 365 * day)
        p384 = try Pair(.p384, name: "daemon-ec384", from: now - day, to: now + 365 * day)
        expired = try Pair(.rsa(bits: 2048), name: "expired", from: now - 30 * day, to: now - day)
        federation = try Pair(
            .rsa(bits: 2048), name: "ADFS Signing - sts.fabrikam.example", from: now - day, to: now + 365 * day)
        self.registered = registered
    }

    /// Ends in characters that a client must encode in forms and in Basic headers.
    private static func newSecret() -> String { "8Q~" + Identifier.opaque(bytes: 24) + "+/=" }
}
