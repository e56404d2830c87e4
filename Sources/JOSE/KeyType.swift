/// The kinds of keys that a JWK can be of, as far as they are understood; the raw value is the `kty` (RFC 7518 section 6.1).
enum KeyType: String {
    case rsa = "RSA"
    case ellipticCurve = "EC"
    case octetKeyPair = "OKP"
    case octets = "oct"
}
