import JOSE
import World

/// An id token's claims: OpenID Connect Core 1.0 section 2.
struct IDToken {
    let text: String
    let jws: CompactJWS
    private let claims: JSONObject

    /// - Throws: `protocolError` when it is no JWT.
    init(_ text: String) throws(Failure) {
        do {
            jws = try CompactJWS(parsing: text)
            guard case .object(let claims) = try JSON(parsing: jws.payload) else {
                throw JSONError(reason: "not a JSON object", offset: 0)
            }
            self.claims = claims
        } catch {
            throw Failure(.protocolError, "the id token is malformed: \(error)")
        }
        self.text = text
    }

    /// A claim that is text; nil when absent or something else.
    func text(_ claim: String) -> String? { claims[claim]?.stringValue }

    /// A claim that is a time: seconds since 1970.
    func time(_ claim: String) -> Int? { claims[claim]?.intValue }

    /// `aud`, which may be one text or a list.
    var audiences: [String] {
        guard let audience = claims["aud"] else { return [] }
        return (audience.arrayValue ?? [audience]).compactMap(\.stringValue)
    }

    var username: String? { text("preferred_username") ?? text("upn") ?? text("email") }
}
