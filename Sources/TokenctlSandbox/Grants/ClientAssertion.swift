package import JOSE

/// A JWT with which an application proves who it is (RFC 7523 section 2.2).
package struct ClientAssertion: Sendable {
    package static let algorithms: [SignatureAlgorithm] = [.rs256, .ps256, .es256, .es384]

    /// Seconds by which the client's clock may be off.
    private static let skew = 300
    /// Seconds that an assertion may be valid for.
    private static let longestLife = 86_400

    package let claims: JSONObject
    private let token: CompactJWS

    package init(parsing text: String) throws(EntraError) {
        do {
            token = try CompactJWS(parsing: text)
            let algorithm = try token.algorithm
            guard Self.algorithms.contains(algorithm) else {
                throw EntraError.invalidAssertion("Signature algorithm '\(algorithm.rawValue)' is not supported.")
            }
            guard let claims = try JSON(parsing: token.payload).objectValue else {
                throw EntraError.invalidAssertion("The claims are not a JSON object.")
            }
            self.claims = claims
        } catch let error as EntraError {
            throw error
        } catch {
            throw .invalidAssertion("Reason: \(error).")
        }
    }

    /// The signature must be that of a certificate of the app, chosen by thumbprint, that is valid now.
    package func checkSignature(of app: App, now: Int) throws(EntraError) {
        guard let thumbprint else { throw .assertionKey("The key was not found.", thumbprint: nil) }
        let hexadecimal = thumbprint.hexadecimal
        guard
            let certificate = app.certificates.first(where: {
                $0.sha256Thumbprint == thumbprint || $0.sha1Thumbprint == thumbprint
            })
        else { throw .assertionKey("The key was not found.", thumbprint: hexadecimal) }
        guard now < certificate.notAfter else {
            throw .assertionKey("The key used is expired.", thumbprint: hexadecimal)
        }
        do {
            if try token.isSigned(by: certificate.publicKey) { return }
        } catch {
            throw .invalidAssertion("Reason: \(error).")
        }
        throw .assertionSignature(thumbprint: hexadecimal)
    }

    /// - Parameters:
    ///   - audiences: the values of `aud` that mean this provider.
    ///   - now: seconds since 1970.
    package func checkClaims(of app: App, audiences: [String], now: Int) throws(EntraError) {
        guard claims["iss"]?.stringValue == app.id, claims["sub"]?.stringValue == app.id else {
            throw .assertionSubject
        }
        let audience = claims["aud"].map { $0.arrayValue ?? [$0] } ?? []
        guard audience.contains(where: { $0.stringValue.map(audiences.contains) == true }) else {
            throw .assertionAudience
        }
        guard let end = time("exp") else { throw .missingAssertionClaim("exp") }
        let start = time("nbf") ?? time("iat")
        let isInTime = now < end + Self.skew && (time("nbf") ?? now) <= now + Self.skew
        guard isInTime, end - (start ?? now) <= Self.longestLife else {
            throw .assertionTime(now: now, from: start, to: end)
        }
    }

    /// `x5t#S256`, else `x5t`, of the header; padding and plain base64 are tolerated: MSAL for Go writes them.
    private var thumbprint: [UInt8]? {
        guard let text = (token.header["x5t#S256"] ?? token.header["x5t"])?.stringValue else { return nil }
        let letters = text.filter { $0 != "=" }.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }
        return Base64URL.decode(String(letters))
    }

    /// Seconds since 1970; MSAL for Python writes times as fractions, MSAL for .NET as strings.
    private func time(_ name: String) -> Int? {
        guard let claim = claims[name] else { return nil }
        // Bounded, so that sums cannot overflow.
        return (claim.intValue ?? claim.stringValue.flatMap { Int($0) }).map { min(max($0, 0), 1 << 40) }
    }
}

extension [UInt8] {
    /// Upper-case hexadecimal digits, as Entra shows thumbprints.
    fileprivate var hexadecimal: String {
        map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
    }
}
