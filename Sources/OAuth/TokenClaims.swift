package import JOSE
package import World

/// What a JWT says, read without judging it: RFC 7519 section 7.2 up to the signature.
package struct TokenClaims: Sendable {
    package let jws: CompactJWS
    package let claims: JSONObject

    /// - Throws: `badData`, saying what is wrong with the token.
    package init(of token: String) throws(Failure) {
        let jws: CompactJWS
        do {
            jws = try CompactJWS(parsing: token)
        } catch {
            throw Failure(error)
        }
        try self.init(of: jws)
    }

    /// - Throws: `badData` when the payload is no JSON object.
    init(of jws: CompactJWS) throws(Failure) {
        self.jws = jws
        do {
            guard case .object(let claims) = try JSON(parsing: jws.payload) else {
                throw JSONError(reason: "not a JSON object", offset: 0)
            }
            self.claims = claims
        } catch {
            throw Failure(.badData, "the token's claims are not JSON: \(error)")
        }
    }

    package var header: JSONObject { jws.header }

    /// The claims as JSON of several lines: order, digits and escapes as they stand.
    package var pretty: String { JSON.object(claims).pretty }

    /// A claim that is text; nil when absent or something else.
    package func text(_ claim: String) -> String? { claims[claim]?.stringValue }

    /// A claim that is a time: seconds since 1970; nil when absent or something else.
    package func time(_ claim: String) -> Int? { claims[claim].flatMap(Self.seconds) }

    /// A number of seconds since 1970, without its fraction (RFC 7519 section 2, NumericDate); nil for text, and for
    /// what is so far away that nobody can mean it and that reckoning with it could overflow.
    package static func seconds(_ claim: JSON) -> Int? {
        claim.intValue.flatMap { (-(1 << 53)...1 << 53).contains($0) ? $0 : nil }
    }

    /// `aud`, which may be one text or a list.
    package var audiences: [String] {
        guard let audience = claims["aud"] else { return [] }
        return (audience.arrayValue ?? [audience]).compactMap(\.stringValue)
    }

    /// The app that the token was issued to: `azp` in version 2.0 tokens and OpenID Connect, `appid` in version 1.0,
    /// `client_id` in RFC 9068.
    package var client: String? { text("azp") ?? text("appid") ?? text("client_id") ?? text("cid") }

    /// The words of a claim that is one text or a list of them, as `scp` and `scope` are: RFC 8693 section 4.2.
    package func words(_ claim: String) -> [String] {
        guard let value = claims[claim] else { return [] }
        return (value.arrayValue ?? [value]).compactMap(\.stringValue).flatMap {
            $0.split(separator: " ").map(String.init)
        }
    }
}
