import JOSE
import OAuth
import World

/// The value of one claim as a script wants it: `decode --claim`.
struct ClaimValue {
    private let name: String
    private let isHeader: Bool

    init(_ name: String, isHeader: Bool) {
        self.name = name
        self.isHeader = isHeader
    }

    /// The unescaped text of a string; everything else as it stands, without white space.
    ///
    /// - Throws: `notVerified` where the token has no such claim.
    func text(in token: DecodedToken, isAlone: Bool) throws(Failure) -> String {
        let object = isHeader ? token.claims.header : token.claims.claims
        guard let value = object[name] else { throw missing(from: object, token, isAlone) }
        guard let text = value.stringValue else { return value.compact }
        // A line break could pass for the value of another token.
        guard isAlone || !text.contains(where: \.isNewline) else {
            throw Failure(
                .badData, "the value in line \(token.line) has a line break in it, and cannot be one line of many",
                hint: "decode that token alone")
        }
        return text
    }

    private func missing(from object: JSONObject, _ token: DecodedToken, _ isAlone: Bool) -> Failure {
        let place = isHeader ? "the header of the token" : "the token"
        let names = object.members.map(\.name.value)
        let listed =
            names.prefix(Self.mostListed).joined(separator: ", ") + (names.count > Self.mostListed ? ", …" : "")
        return Failure(
            .notVerified,
            "\(place)\(isAlone ? "" : " in line \(token.line)") has no claim '\(name.prefix(Self.longestName))'; "
                + (names.isEmpty ? "it has none at all" : "it has \(listed)"))
    }

    private static let mostListed = 100

    /// Whoever gives a token in place of a name does not want to see it again.
    private static let longestName = 64
}
