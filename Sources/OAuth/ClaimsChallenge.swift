import JOSE
package import World

/// The claims that an API or a provider wants in the next token.
package struct ClaimsChallenge: Sendable {
    /// A JSON object, byte for byte.
    package let json: String

    /// - Parameter text: the JSON itself, base64 or base64url of it, or a `WWW-Authenticate` header that holds one of
    ///   these, with or without the header's name.
    /// - Throws: `badData` for what is none of these.
    package init(_ text: String) throws(Failure) {
        let text = Self.trimmed(text)
        if let json = Self.json(text) {
            self.json = json
            return
        }
        let parameters = AuthenticateHeader(text).parameters
        if let claims = parameters.first(where: { $0.name == "claims" })?.value, let json = Self.json(claims) {
            self.json = json
        } else if parameters.contains(where: { ["error", "realm", "authorization_uri"].contains($0.name) }) {
            throw Failure(
                .badData, "the WWW-Authenticate header asks for no claims",
                hint: "only one with error=\"insufficient_claims\" does; otherwise get a new token with --force-refresh"
            )
        } else {
            throw Failure(
                .badData, "the claims are no JSON object",
                hint: "give --claims as JSON, base64 of it, a whole WWW-Authenticate header, or where to read one")
        }
    }

    private static func json(_ text: String) -> String? {
        let bytes = text.hasPrefix("{") ? Array(text.utf8) : Base64URL.decodeAny(text) ?? []
        guard (try? JSON(parsing: bytes))?.objectValue != nil else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop(while: \.isWhitespace)
        return start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
    }
}
