/// What became of judging a token's signature.
package enum SignatureVerdict: Sendable, Equatable {
    /// The signature is genuine; the key of the set that made it, nil where no set was given.
    case signed(by: JWK?)
    /// The key is there, and the signature is not its.
    case wrongSignature
    /// No key of the set can be the token's.
    case unknownKey
    /// The token, or the key that it names, is such that no signature would count: why.
    case refused(JOSEError)
}
