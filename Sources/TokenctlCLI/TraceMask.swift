import JOSE
import World

/// Takes secrets out of what a trace shows.
struct TraceMask {
    /// What was sent in confidence; a server may say it back.
    let secrets: [Secret]
    /// Random, and new in each run: a digest of a weak password alone would let anyone try guesses against it.
    let salt: [UInt8]

    /// Shows within one run whether two secrets are the same, and nothing else.
    func fingerprint(of secret: String) -> String {
        let digest = (try? Digest.sha256(salt + Array(secret.utf8)).prefix(4)) ?? []
        let hex = digest.map { String($0 >> 4, radix: 16) + String($0 & 0xF, radix: 16) }.joined()
        return "[\(secret.utf8.count) bytes, fingerprint \(hex)]"
    }

    func value(_ value: HTTPRequest.Field.Value) -> String {
        switch value {
        case .plain(let text): text
        case .secret(let secret): fingerprint(of: secret.reveal())
        }
    }

    func header(_ name: String, _ value: String) -> String {
        switch name.lowercased() {
        case "set-cookie": fingerprint(of: value)
        // A server's part of a Kerberos login (RFC 4559) is no secret of anybody's, and yet nobody's business.
        case "www-authenticate" where value.lowercased().hasPrefix("negotiate "):
            value.prefix(10) + fingerprint(of: String(value.dropFirst(10)))
        default: masked(value)
        }
    }

    /// What was sent, but for its secrets.
    func document(_ text: String) -> String { masked(text) }

    /// A JSON body with its secret members masked; any other body by its length only.
    func body(_ bytes: [UInt8]) -> String {
        guard let json = try? JSON(parsing: bytes) else { return bytes.isEmpty ? "(empty)" : "(\(bytes.count) bytes)" }
        // Once as the texts mean, once as they are written: names and numbers may repeat a secret too.
        return masked(maskedMembers(json).mapStrings(masked).compact)
    }

    private static let secretMembers: Set<String> = [
        "access_token", "refresh_token", "id_token", "client_info", "device_code", "user_code", "client_secret",
        "assertion", "client_assertion", "code", "saml_response",
    ]

    private func maskedMembers(_ json: JSON) -> JSON {
        switch json {
        case .object(var object):
            for index in object.members.indices {
                let member = object.members[index]
                let isSecret = Self.secretMembers.contains(member.name.value.lowercased())
                object.members[index].value =
                    if isSecret, member.value != .null {
                        .string(fingerprint(of: member.value.stringValue ?? member.value.compact))
                    } else {
                        maskedMembers(member.value)
                    }
            }
            return .object(object)
        case .array(let elements): return .array(elements.map(maskedMembers))
        case .null, .bool, .number, .string: return json
        }
    }

    private func masked(_ text: String) -> String {
        // One may be the beginning of another, which it would leave the end of.
        let longestFirst = secrets.sorted { $0.reveal().utf8.count > $1.reveal().utf8.count }
        return longestFirst.reduce(text) { $0.replacing($1, with: fingerprint(of: $1.reveal())) }
    }
}
