import JOSE
import OAuth
import World

/// What ties a row to the assertion or the session that its token was got for.
///
/// MSAL's `user_assertion_hash` is SHA-256, for which a library would have to be loaded. A look-up compares the
/// assertion's signature instead: nobody has that without the assertion, and without the rest it is good for nothing.
struct OnBehalfTag: Equatable {
    /// SHA-256 of the assertion or of the session's name, base64url; nil where the library is missing.
    private let hash: String?
    /// The last part of an assertion that is a JWT.
    private let signature: String?
    private let session: String?

    init(_ key: OnBehalfKey) {
        let text: String
        switch key {
        case .session(let name, _):
            text = name
            session = name
            signature = nil
        case .assertion(let assertion):
            text = assertion.reveal()
            session = nil
            signature = Self.signature(of: text)
        }
        hash = Self.hash(of: text)
    }

    /// nil for a row that has nothing to do with on-behalf-of.
    init?(_ row: JSONObject) {
        // Go pads its base64.
        let text = (row["user_assertion_hash"] ?? row["userAssertionHash"])?.stringValue
        hash = text.map { String($0.prefix { $0 != "=" }) }.flatMap { $0.isEmpty ? nil : $0 }
        signature = row["assertion_signature"]?.stringValue
        session = row["session_key"]?.stringValue
        guard hash != nil || signature != nil || session != nil else { return nil }
    }

    /// The members of a row.
    var members: [JSONObject.Member] {
        [("user_assertion_hash", hash), ("assertion_signature", signature), ("session_key", session)]
            .compactMap { name, value in value.map { JSONObject.Member(name, .string($0)) } }
    }

    /// What the row's key ends with, so that rows of several assertions can be in one file.
    var suffix: String { "-" + (session ?? signature ?? hash ?? "") }

    func isFor(_ key: OnBehalfKey) -> Bool {
        switch key {
        case .session(let name, _): session.map { $0.utf8.elementsEqual(name.utf8) } ?? false
        case .assertion(let assertion):
            if session != nil {
                false
            } else if let wanted = Self.signature(of: assertion.reveal()) {
                signature == wanted
            } else {
                hash != nil && hash == Self.hash(of: assertion.reveal())
            }
        }
    }

    private static func signature(of assertion: String) -> String? {
        let parts = assertion.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 3 && !parts[2].isEmpty ? String(parts[2]) : nil
    }

    private static func hash(of text: String) -> String? {
        (try? Digest.sha256(Array(text.utf8))).map { Base64URL.encode($0) }
    }
}

extension Subject {
    /// Whether a row with that tag, or without one, is of this subject.
    func isOf(_ tag: OnBehalfTag?) -> Bool {
        switch self {
        case .app, .user: tag == nil
        case .onBehalf(let key): tag?.isFor(key) ?? false
        }
    }
}
