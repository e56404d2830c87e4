import JOSE
import OAuth
import World

/// What a JWT says, read without judging it: RFC 7519 section 7.2 up to the signature.
struct TokenClaims {
    let header: JSONObject
    let claims: JSONObject

    /// - Throws: `badData`, saying what is wrong with the token.
    init(of token: String) throws(Failure) {
        let jws: CompactJWS
        do {
            jws = try CompactJWS(parsing: token)
        } catch {
            throw Failure(error)
        }
        do {
            guard case .object(let claims) = try JSON(parsing: jws.payload) else {
                throw JSONError(reason: "not a JSON object", offset: 0)
            }
            self.claims = claims
        } catch {
            throw Failure(.badData, "the token's claims are not JSON: \(error)")
        }
        header = jws.header
    }

    var pretty: String { JSON.object(claims).pretty }
}
