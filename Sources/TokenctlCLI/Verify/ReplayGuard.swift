import JOSE
import OAuth
import World

/// Remembers the tokens that were good, so that none is taken twice.
struct ReplayGuard {
    /// A file with a nonce a line.
    let path: String

    /// What is wrong with a token that is good otherwise; a new one is remembered.
    ///
    /// - Throws: `io`.
    func failure(of token: TokenClaims, in world: World) throws(Failure) -> CheckFailure? {
        guard let (name, value) = Self.identifier(of: token) else {
            return CheckFailure(
                "nonce", expected: "a nonce that was not seen before", actual: "no such claim",
                reason: "it has no nonce, jti or uti that would tell it from a replay")
        }
        guard try !world.files.addLine(value, to: path) else { return nil }
        return CheckFailure(
            name, expected: "a \(name) that was not seen before", actual: value,
            reason: "it is a replay: its \(name) was seen before")
    }

    /// What no two tokens have in common; Entra's `uti` is what others call `jti`.
    private static func identifier(of token: TokenClaims) -> (name: String, value: String)? {
        let nonces = [("nonce", token.text("nonce")), ("nonce", token.header["nonce"]?.stringValue)]
        let ids = [("jti", token.text("jti")), ("uti", token.text("uti"))]
        return (nonces + ids).lazy.compactMap { name, value in value.map { (name, $0) } }
            .first { !$0.1.isEmpty && !$0.1.contains(where: \.isNewline) }
    }
}
