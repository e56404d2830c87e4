import JOSE
import OAuth
import World

/// Remembers the tokens that were good, so that none is taken twice.
struct ReplayGuard {
    /// A file with a nonce a line.
    let path: String

    /// The reports, where those of good tokens that were seen before say so; the others are remembered.
    ///
    /// - Throws: `io`.
    func checked(_ reports: [VerificationReport], in world: World) throws(Failure) -> [VerificationReport] {
        let identifiers = reports.map { $0.verdict == .verified ? $0.token.flatMap(Self.identifier) : nil }
        let areNew = try world.files.addLines(identifiers.compactMap { $0?.value }, to: path)
        var rest = areNew[...]
        return zip(reports, identifiers).map { report, identifier in
            guard report.verdict == .verified else { return report }
            guard let (name, value) = identifier else { return report.failing(Self.withoutIdentifier) }
            return rest.popFirst() == true ? report : report.failing(Self.replay(name, value))
        }
    }

    private static let withoutIdentifier = CheckFailure(
        "nonce", expected: "a nonce that was not seen before", actual: "no such claim",
        reason: "it has no nonce, jti or uti that would tell it from a replay")

    private static func replay(_ name: String, _ value: String) -> CheckFailure {
        CheckFailure(
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
