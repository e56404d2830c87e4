import JOSE
import TokenCache
import World

extension CachedRow {
    /// The whole row, for programs.
    ///
    /// The row's name in its section is left out: it ends with a part of what a token was got for.
    ///
    /// - Parameter isRevealed: whether secrets stand in it as they are; otherwise their fingerprints do.
    func whole(isRevealed: Bool) throws(Failure) -> JSON {
        .object([
            "file": .string(fileName), "section": .string(section.rawValue),
            "row": .object(isRevealed ? row : try masked()),
        ])
    }

    private func masked() throws(Failure) -> JSONObject {
        var members: [JSONObject.Member] = []
        for member in row.members { members.append(.init(member.name, try Self.masked(member))) }
        // Another program may repeat the secret elsewhere in the row.
        guard let secret = row["secret"]?.stringValue, !secret.isEmpty else { return JSONObject(members: members) }
        let fingerprint = try SecretFingerprint.of(secret)
        return JSON.object(JSONObject(members: members)).mapStrings { $0.replacing(secret, with: fingerprint) }
            .objectValue ?? JSONObject()
    }

    private static func masked(_ member: JSONObject.Member) throws(Failure) -> JSON {
        guard secretMembers.contains(member.name.value.lowercased()), member.value != .null else { return member.value }
        return .string(try SecretFingerprint.of(member.value.stringValue ?? member.value.compact))
    }

    /// The secret itself; what on-behalf-of tokens are found by; and what other programs may add (see TraceMask).
    private static let secretMembers: Set<String> = [
        "secret", "assertion_signature", "session_key", "access_token", "refresh_token", "id_token", "client_info",
        "client_secret", "assertion", "password",
    ]
}
