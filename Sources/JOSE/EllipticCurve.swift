/// An elliptic curve of RFC 7518 section 6.2.1.1.
struct EllipticCurve {
    let kind: KeyKind
    /// Its `crv` in a JWK.
    let name: String
    /// OpenSSL's name of it.
    let group: String
    /// The length of a coordinate, and of half a signature, in bytes.
    let size: Int

    static let all = [
        EllipticCurve(kind: .p256, name: "P-256", group: "prime256v1", size: 32),
        EllipticCurve(kind: .p384, name: "P-384", group: "secp384r1", size: 48),
        EllipticCurve(kind: .p521, name: "P-521", group: "secp521r1", size: 66),
    ]
}
