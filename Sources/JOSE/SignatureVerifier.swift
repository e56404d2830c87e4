/// Judges tokens' signatures (RFC 7515 section 5.2) by keys that do not come from the tokens themselves.
///
/// Use one for many tokens: opening an RSA key takes milliseconds, and an opened key is kept.
package struct SignatureVerifier: Sendable {
    private enum Keys {
        case set(JWKSet)
        case publicKeys([PublicKey])
        case secret(SharedSecret)
    }

    private let keys: Keys
    private let allowsMAC: Bool
    /// The set's public keys that were needed so far, by their position; a key that cannot be used stays so.
    private var opened: [Int: Result<PublicKey, JOSEError>] = [:]

    /// - Parameter allowsMAC: whether shared secrets (HS256...) count; a set may then hold nothing else.
    package init(_ set: JWKSet, allowsMAC: Bool = false) {
        keys = .set(set)
        self.allowsMAC = allowsMAC
    }

    /// Any of the keys may have signed.
    ///
    /// Authentication codes never count: a public key is no secret.
    package init(_ keys: [PublicKey]) {
        self.keys = .publicKeys(keys)
        allowsMAC = false
    }

    package init(_ key: PublicKey) { self.init([key]) }

    /// - Parameter allowsMAC: without it every token is refused.
    package init(_ secret: SharedSecret, allowsMAC: Bool = false) {
        keys = .secret(secret)
        self.allowsMAC = allowsMAC
    }

    /// What no published key can mend, told without any: an algorithm or a header that is refused, a signature that is none.
    package static func flawForPublishedKeys(of token: CompactJWS) -> JOSEError? {
        var nobody = SignatureVerifier(JWKSet([]))
        return if case .refused(let reason) = try? nobody.verify(token) { reason } else { nil }
    }

    /// Throws only what is no fault of the token's or the keys': `missingLibrary`, `internalFailure`.
    package mutating func verify(_ token: CompactJWS) throws(JOSEError) -> SignatureVerdict {
        do {
            return try judge(token)
        } catch {
            switch error.code {
            case .missingLibrary, .internalFailure: throw error
            default: return .refused(error)
            }
        }
    }

    /// Throws why no signature of the token would count, too.
    private mutating func judge(_ token: CompactJWS) throws(JOSEError) -> SignatureVerdict {
        try token.checkHeader()
        let algorithm = try token.jwsAlgorithm
        if case .mac(let algorithm) = algorithm, !allowsMAC { throw CompactJWS.noKeyPair(algorithm) }
        if let defect = token.signatureDefect { throw defect }
        switch algorithm {
        case .signature(let algorithm): return try verify(token, algorithm)
        case .mac(let algorithm): return try authenticate(token, algorithm)
        }
    }

    private mutating func verify(
        _ token: CompactJWS, _ algorithm: SignatureAlgorithm
    ) throws(JOSEError) -> SignatureVerdict {
        switch keys {
        case .publicKeys(let keys):
            // Of keys of several kinds those that do not go with the algorithm are passed over.
            let fitting = keys.filter { $0.kind.algorithms.contains(algorithm) }
            for key in fitting.isEmpty ? keys : fitting
            where try key.verifies(token.signature, of: token.signingInput, using: algorithm) {
                return .signed(by: nil)
            }
            return .wrongSignature
        case .secret:
            throw JOSEError(.unsupportedAlgorithm, "\(algorithm.rawValue) does not go with a shared secret")
        case .set(let set):
            return try judge(token, by: set, .signature(algorithm)) { verifier, position throws(JOSEError) in
                try verifier.open(position, of: set)
                    .verifies(token.signature, of: token.signingInput, using: algorithm)
            }
        }
    }

    private mutating func authenticate(
        _ token: CompactJWS, _ algorithm: MACAlgorithm
    ) throws(JOSEError) -> SignatureVerdict {
        switch keys {
        case .publicKeys: throw CompactJWS.noKeyPair(algorithm)
        case .secret(let secret):
            let isSigned = try secret.authenticates(token.signature, of: token.signingInput, using: algorithm)
            return isSigned ? .signed(by: nil) : .wrongSignature
        case .set(let set):
            return try judge(token, by: set, .mac(algorithm)) { _, position throws(JOSEError) in
                try SharedSecret(jwk: set.keys[position].members)
                    .authenticates(token.signature, of: token.signingInput, using: algorithm)
            }
        }
    }

    /// Tries the set's candidates until one has signed.
    ///
    /// One that cannot be used is passed over as long as another can be.
    private mutating func judge(
        _ token: CompactJWS, by set: JWKSet, _ algorithm: JWSAlgorithm,
        _ hasSigned: (inout SignatureVerifier, Int) throws(JOSEError) -> Bool
    ) throws(JOSEError) -> SignatureVerdict {
        if allowsMAC, set.isMixed {
            throw JOSEError(.malformedKey, "the key set mixes shared secrets and public keys: one kind must go")
        }
        var refusal: JOSEError?
        var wasJudged = false
        for position in try set.candidates(for: token.header, algorithm) {
            do {
                if try hasSigned(&self, position) { return .signed(by: set.keys[position]) }
                wasJudged = true
            } catch {
                refusal = refusal ?? error
            }
        }
        if wasJudged { return .wrongSignature }
        if let refusal { throw refusal }
        return .unknownKey
    }

    private mutating func open(_ position: Int, of set: JWKSet) throws(JOSEError) -> PublicKey {
        let key: Result<PublicKey, JOSEError>
        if let known = opened[position] {
            key = known
        } else {
            key = Result { () throws(JOSEError) in try PublicKey(jwk: set.keys[position].members) }
            opened[position] = key
        }
        return try key.get()
    }
}
