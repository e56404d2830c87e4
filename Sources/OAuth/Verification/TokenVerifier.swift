package import JOSE
package import World

/// Judges tokens: signature, issuer and claims.
package struct TokenVerifier {
    /// Whose keys count.
    private enum Keys {
        case given(SignatureVerifier)
        case published(Provider, appID: String?, KeyDirectory)
    }

    private var keys: Keys
    /// What `iss` has to be where keys are given; nil for anything.
    private let issuer: IssuerRule?
    /// nil where the signature alone counts, and the payload may be anything.
    private let checks: ClaimChecks?

    /// By keys that were given; nothing is fetched.
    ///
    /// - Parameter provider: who must have issued the token; nil for anybody.
    /// - Throws: `usage` when the provider's issuer cannot be known without asking.
    package init(keys: SignatureVerifier, of provider: Provider?, checks: ClaimChecks?) throws(Failure) {
        self.keys = .given(keys)
        issuer = try provider?.issuerRule()
        self.checks = checks
    }

    /// By the keys that the provider publishes.
    ///
    /// - Parameter appID: the app whose own signing key counts, after its claims were mapped.
    package init(keysOf provider: Provider, appID: String?, in directory: KeyDirectory, checks: ClaimChecks?) {
        keys = .published(provider, appID: appID, directory)
        issuer = nil
        self.checks = checks
    }

    /// - Parameter now: seconds since 1970.
    /// - Throws: only what is no matter of the token or its keys, as a library that is not there.
    package mutating func verify(_ text: String, now: Int) throws(Failure) -> VerificationReport {
        let jws: CompactJWS
        let claims: TokenClaims?
        do {
            jws = try CompactJWS(parsing: text)
            claims = checks == nil ? try? TokenClaims(of: text) : try TokenClaims(of: text)
        } catch let error as Failure {
            return VerificationReport(malformed: error.message)
        } catch {
            return VerificationReport(malformed: "\(error)")
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
        if let claims, claims.isForGraph { return ([.ofGraph], issuer) }
        switch keys {
        case .given(var verifier):
            defer { keys = .given(verifier) }
            do {
                return (CheckFailure.all(of: try verifier.verify(jws), jws, claims, issuer), issuer)
            } catch {
                throw Failure(error)
            }
        case .published(let provider, let appID, var directory):
            defer { keys = .published(provider, appID: appID, directory) }
            // Whatever no key can mend needs no keys.
            var nobody = SignatureVerifier(JWKSet([]))
            if case .refused(let error)? = try? nobody.verify(jws) { return ([.refusal(error, jws)], nil) }
            let tokens = ConfiguredTokens(areVersion1: claims?.text("ver") == "1.0", appID: appID)
            do {
                let (verdict, keys) = try directory.judge(jws, by: KeySource(provider, tokens), now: now)
                let rule = provider.issuerRule(issuers: keys.issuers)
                return (CheckFailure.all(of: verdict, jws, claims, rule), rule)
            } catch {
                return ([.withoutKeys(error)], nil)
            }
        }
    }
}
