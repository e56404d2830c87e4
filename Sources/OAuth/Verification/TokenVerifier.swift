package import JOSE
package import World

/// Judges tokens: signature, issuer and claims.
package struct TokenVerifier {
    /// Whose keys count.
    private enum Keys {
        /// The provider is who must have issued the token; nil for anybody.
        case given(SignatureVerifier, Provider?)
        /// The app is the one whose own signing key counts.
        case published(Provider, KeyDirectory, appID: String?)
    }

    private var keys: Keys
    /// nil where the signature alone counts, and the payload may be anything.
    private let checks: ClaimChecks?

    /// By keys that were given; nothing is fetched.
    ///
    /// - Parameter provider: who must have issued the token; nil for anybody.
    /// - Throws: `usage` when the provider's issuer cannot be known without asking.
    package init(keys: SignatureVerifier, of provider: Provider?, checks: ClaimChecks?) throws(Failure) {
        _ = try provider?.issuerRule(of: ConfiguredTokens())
        self.keys = .given(keys, provider)
        self.checks = checks
    }

    /// By the keys that the provider publishes.
    ///
    /// - Parameter appID: the app whose own signing key counts, after its claims were mapped.
    package init(keysOf provider: Provider, appID: String?, in directory: KeyDirectory, checks: ClaimChecks?) {
        keys = .published(provider, directory, appID: appID)
        self.checks = checks
    }

    /// - Parameter now: seconds since 1970.
    /// - Throws: only what is no matter of the token or its keys, as a library that is not there, or a wrong option.
    package mutating func verify(_ text: String, now: Int) throws(Failure) -> VerificationReport {
        let jws: CompactJWS
        do {
            jws = try CompactJWS(parsing: text)
        } catch {
            return VerificationReport(malformed: error.message)
        }
        let claims: TokenClaims?
        do {
            claims = try TokenClaims(of: jws)
        } catch {
            guard checks == nil else { return VerificationReport(malformed: error.message) }
            claims = nil
        }
        let (signature, issuer) = try judge(jws, claims, now: now)
        var others: [CheckFailure] = []
        if let checks, let claims {
            others = (issuer?.failures(of: claims) ?? []) + checks.failures(of: claims, now: now)
        }
        return VerificationReport(jws, claims: claims, signature: signature, others: others)
    }

    /// - Returns: what is wrong with the signature, and what the issuer has to be; nil where that is not known.
    private mutating func judge(
        _ jws: CompactJWS, _ claims: TokenClaims?, now: Int
    ) throws(Failure) -> ([CheckFailure], IssuerRule?) {
        switch keys {
        case .given(var verifier, let provider):
            defer { keys = .given(verifier, provider) }
            let issuer = try provider?.issuerRule(of: Self.tokens(like: claims))
            let verdict: SignatureVerdict
            do {
                verdict = try verifier.verify(jws)
            } catch {
                throw Failure(error)
            }
            if verdict == .wrongSignature, claims?.isForGraph == true { return ([.ofGraph], issuer) }
            return (CheckFailure.all(of: verdict, jws, claims, issuer), issuer)
        case .published(let provider, var directory, let appID):
            defer { keys = .published(provider, directory, appID: appID) }
            if let flaw = SignatureVerifier.flawForPublishedKeys(of: jws) { return ([.refusal(flaw, jws)], nil) }
            if claims?.isForGraph == true { return ([.ofGraph], nil) }
            var tokens = Self.tokens(like: claims)
            tokens.appID = appID
            return try Self.judge(jws, claims, by: KeySource(provider, tokens), in: &directory, now: now)
        }
    }

    private static func judge(
        _ jws: CompactJWS, _ claims: TokenClaims?, by source: KeySource, in directory: inout KeyDirectory, now: Int
    ) throws(Failure) -> ([CheckFailure], IssuerRule?) {
        do {
            let (verdict, keys) = try directory.judge(jws, by: source, now: now)
            let rule = source.provider.issuerRule(issuers: keys.issuers)
            return (CheckFailure.all(of: verdict, jws, claims, rule), rule)
        } catch {
            // What is wrong with the command line or with this machine says nothing about the token.
            if [.usage, .noInput, .badData, .internalError].contains(error.code) { throw error }
            return ([.withoutKeys(error)], nil)
        }
    }

    private static func tokens(like claims: TokenClaims?) -> ConfiguredTokens {
        ConfiguredTokens(areVersion1: claims?.text("ver") == "1.0")
    }
}
