extension JWK {
    /// Throws unless the key may verify what is signed with the algorithm, going by what it says of itself.
    ///
    /// `unsupportedKey` for a `kty` that is not understood, `unsupportedAlgorithm` for a `kty` or `crv` that does not fit,
    /// and for a `use` (RFC 7517 section 4.2), `key_ops` (4.3) or `alg` (4.4) that says otherwise.
    package func check(for algorithm: JWSAlgorithm) throws(JOSEError) {
        guard let type else { throw JOSEError(.unsupportedKey, "the key is of a kty other than RSA, EC, OKP and oct") }
        let fitting = algorithm.key
        guard type == fitting.type else {
            throw refusal("the key does not go with \(algorithm.name): its kty is \(type.rawValue)")
        }
        if let curve = fitting.curve, members["crv"]?.stringValue != curve {
            throw refusal("the key does not go with \(algorithm.name): its curve (crv) is not \(curve)")
        }
        if let use = members["use"], use.stringValue != "sig" {
            throw refusal("the key is not for signatures: its use is not sig")
        }
        if members["key_ops"] != nil, keyOps?.contains("verify") != true {
            throw refusal("the key is not for verifying: its key_ops do not hold verify")
        }
        if let alg = members["alg"], alg.stringValue != algorithm.name {
            throw refusal("the key is for another algorithm (alg) than the token's \(algorithm.name)")
        }
    }

    private func refusal(_ message: String) -> JOSEError { JOSEError(.unsupportedAlgorithm, message) }
}
