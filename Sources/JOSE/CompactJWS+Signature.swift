extension CompactJWS {
    /// What shows without any key that the signature cannot be one; nil when it may be.
    ///
    /// Documents print tokens without their signatures' ends: such a token can be read, and is never genuine.
    package var signatureDefect: JOSEError? {
        guard !signature.isEmpty || isSignatureCutOff else {
            return JOSEError(.malformedToken, "the token is not signed: its third part is empty")
        }
        if let algorithm = try? jwsAlgorithm {
            let count = signature.count
            let lengths = algorithm.signatureLengths
            let takes = lengths.count == 1 ? "\(lengths.lowerBound)" : "at least \(lengths.lowerBound)"
            let comparison = "\(algorithm.name) takes \(takes) bytes, it has \(count)"
            if count < lengths.lowerBound {
                return JOSEError(.malformedToken, "the signature is cut off: \(comparison)")
            }
            if count > lengths.upperBound {
                return JOSEError(.malformedToken, "the signature is too long: \(comparison)")
            }
        }
        guard !isSignatureCutOff else {
            return JOSEError(.malformedToken, "the signature is cut off: its last letter is not a whole one")
        }
        return nil
    }

    /// Whether the signature is the key's, by the algorithm in the header; throws why no signature would count.
    package func isSigned(by key: PublicKey) throws(JOSEError) -> Bool {
        var verifier = SignatureVerifier(key)
        switch try verifier.verify(self) {
        case .signed: return true
        case .wrongSignature, .unknownKey: return false
        case .refused(let reason): throw reason
        }
    }

    /// Throws `malformedToken` when the header demands what is not understood here.
    func checkHeader() throws(JOSEError) {
        // No extension is: RFC 7515 section 4.1.11.
        guard header["crit"] == nil else {
            throw JOSEError(.malformedToken, "the token's header demands an extension (crit) that is not understood")
        }
        // RFC 7797 asks for crit beside it, but a payload that is not base64url must not be taken for one that is.
        guard header["b64"]?.boolValue ?? (header["b64"] == nil) else {
            throw JOSEError(.malformedToken, "the token's payload is not base64url (b64), which is not understood")
        }
    }

    /// The algorithm that the header names; throws `unsupportedAlgorithm` for `none` and for unknown ones.
    var jwsAlgorithm: JWSAlgorithm {
        get throws(JOSEError) { try JWSAlgorithm(of: header) }
    }

    /// The refusal of an authentication code where a signature is asked for.
    static func noKeyPair(_ algorithm: MACAlgorithm) -> JOSEError {
        JOSEError(
            .unsupportedAlgorithm,
            "the token is signed with a shared secret (\(algorithm.rawValue)), not with a key pair")
    }
}
