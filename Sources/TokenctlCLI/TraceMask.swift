import JOSE
import World

/// Takes secrets out of what a trace shows.
struct TraceMask {
    /// What was sent in confidence; a server may say it back.
    let secrets: [Secret]

    /// Enough of a digest to see whether two secrets are the same, and too little to find one by guessing.
    static func fingerprint(of secret: String) -> String {
        let digest = (try? Digest.sha256(Array(secret.utf8)).prefix(4)) ?? []
        let hex = digest.map { String($0 >> 4, radix: 16) + String($0 & 0xF, radix: 16) }.joined()
        return "[\(secret.utf8.count) bytes, sha256 \(hex)…]"
    }

    func value(_ value: HTTPRequest.Field.Value) -> String {
        switch value {
        case .plain(let text): text
        case .secret(let secret): Self.fingerprint(of: secret.reveal())
        }
    }

    func header(_ name: String, _ value: String) -> String {
        name.lowercased() == "set-cookie" ? Self.fingerprint(of: value) : masked(value)
    }

    /// A JSON body with its secret members masked; any other body by its length only.
    func body(_ bytes: [UInt8]) -> String {
        guard let json = try? JSON(parsing: bytes) else { return bytes.isEmpty ? "(empty)" : "(\(bytes.count) bytes)" }
        // Once as the texts mean, once as they are written: names and numbers may repeat a secret too.
        return masked(Self.masked(json).mapStrings(masked).compact)
    }

    private static let secretMembers: Set<String> = [
        "access_token", "refresh_token", "id_token", "client_info", "device_code", "user_code", "client_secret",
        "assertion", "client_assertion", "code", "saml_response",
    ]

    private static func masked(_ json: JSON) -> JSON {
        switch json {
        case .object(var object):
            for index in object.members.indices {
                let member = object.members[index]
                let isSecret = secretMembers.contains(member.name.value.lowercased())
                object.members[index].value =
                    if isSecret, member.value != .null {
                        .string(fingerprint(of: member.value.stringValue ?? member.value.compact))
                    } else {
                        masked(member.value)
                    }
            }
            return .object(object)
        case .array(let elements): return .array(elements.map(masked))
        case .null, .bool, .number, .string: return json
        }
    }

    private func masked(_ text: String) -> String {
        secrets.map { $0.reveal() }.filter { !$0.isEmpty }.reduce(text) { text, secret in
            text.replacing(secret, with: Self.fingerprint(of: secret))
        }
    }
}
