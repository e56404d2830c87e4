import JOSE
package import World

/// A user's token that an API was called with, and that it presents to get another in the user's name.
///
/// Entra's on-behalf-of: RFC 7523 section 2.1 with the access token of the API in the assertion's place.
package struct UserAssertion: Sendable {
    package let secret: Secret
    /// nil for a token that only its issuer can read.
    private let claims: TokenClaims?

    /// Looks at the shape of the token: a JWT, or one word that only the issuer understands.
    ///
    /// - Throws: `badData`.
    package init(_ secret: Secret) throws(Failure) {
        let text = secret.reveal()
        guard TokenResponse.isToken(text), !text.contains(" ") else {
            throw Self.refusal("there is white space, or something else that no token has, inside")
        }
        self.secret = secret
        switch text.utf8.count(where: { $0 == UInt8(ascii: ".") }) {
        case 0 where text.utf8.allSatisfy(Self.isLetterOfBase64URL): claims = nil
        case 4 where Self.isEncrypted(text): claims = nil
        case 2: claims = try Self.claims(of: text)
        default: throw Self.refusal("it is neither a JWT nor one word of base64url")
        }
    }

    package var isOpaque: Bool { claims == nil }

    /// The tenant that issued it: a GUID.
    package var tenant: String? { text("tid").flatMap { Authority.isGUID($0) ? $0.lowercased() : nil } }

    /// The app that signed the user in.
    package var client: String? { claims?.client }

    /// The API that it is for.
    package var audience: String? { audiences.first }

    /// Whose token it is, as far as it tells; nil where it does not.
    package var account: Account? {
        guard let id = text("oid") ?? text("sub") else { return nil }
        let tenant = tenant
        return Account(
            homeAccountID: tenant.map { "\(id).\($0)" } ?? id, localAccountID: id,
            username: text("preferred_username") ?? text("upn") ?? text("unique_name") ?? "", realm: tenant ?? "")
    }

    /// Refuses what the provider would refuse anyway.
    ///
    /// - Throws: `badData`.
    package func check(for clientID: String) throws(Failure) {
        guard let claims else { return }
        if claims.isForGraph {
            throw Self.refusal(
                "it is a token for Microsoft Graph, and only Graph itself can use it",
                hint: "present the token that your own API was called with")
        }
        if claims.kind == .idToken {
            throw Self.refusal(
                "it is an id token (AADSTS240002)",
                hint: "present an access token for your API: have the client ask for a scope of it")
        }
        if claims.kind == .app {
            throw Self.refusal(
                "it is an app's own token: there is no user in it",
                hint: "get a token for the downstream API with tokenctl client-credentials")
        }
        if !audiences.isEmpty, audiences.allSatisfy({ Self.isOtherApp($0, than: clientID) }) {
            throw Self.refusal(
                "it is for '\(audiences.joined(separator: ", "))', and not for '\(clientID)' (AADSTS500131)",
                hint: "have the client ask for a scope of this API, or give the API's own --client-id")
        }
    }

    /// Whether it is still good.
    ///
    /// - Parameter now: seconds since 1970.
    /// - Throws: `expired`; `badData` for a token of the future.
    package func checkTime(now: Int) throws(Failure) {
        if let end = claims?.time("exp"), end <= now {
            throw Failure(
                .expired, "the assertion expired \(now - end) s ago",
                hint: "get a new one from the client; --session-key goes on without one")
        }
        if let start = claims?.time("nbf"), start > now + Self.skew {
            throw Self.refusal("it is valid only in \(start - now) s", hint: "check this machine's clock")
        }
    }

    /// Seconds by which two clocks may differ, as Entra allows.
    private static let skew = 300

    private func text(_ claim: String) -> String? { claims?.text(claim) }

    /// `aud`, which may be one text or a list.
    private var audiences: [String] { claims?.audiences ?? [] }

    /// A GUID names an app, with `api://` before it or not; any other name may be one of this app's.
    private static func isOtherApp(_ audience: String, than clientID: String) -> Bool {
        let name = audience.lowercased()
        let id = name.hasPrefix("api://") ? String(name.dropFirst("api://".count)) : name
        return Authority.isGUID(id) && id != clientID.lowercased()
    }

    private static func isLetterOfBase64URL(_ byte: UInt8) -> Bool {
        let character = Character(UnicodeScalar(byte))
        return character.isASCII && (character.isLetter || character.isNumber || "-_".contains(character))
    }

    /// Whether five parts are a JWE: RFC 7516 section 3.1.
    private static func isEncrypted(_ text: String) -> Bool {
        let header = text.split(separator: ".", omittingEmptySubsequences: false).first.flatMap(Base64URL.decode)
        return header.flatMap { try? JSON(parsing: $0) }?["enc"]?.stringValue != nil
    }

    private static func claims(of text: String) throws(Failure) -> TokenClaims {
        let claims: TokenClaims
        do {
            claims = try TokenClaims(of: text)
        } catch {
            throw refusal(error.message)
        }
        guard !claims.jws.signature.isEmpty else { throw refusal("the token is not signed") }
        guard !claims.jws.isSignatureCutOff else { throw refusal("the token's signature is cut off") }
        return claims
    }

    private static func refusal(_ reason: String, hint: String? = nil) -> Failure {
        Failure(.badData, "the assertion cannot be used on behalf of a user: \(reason)", hint: hint)
    }
}
