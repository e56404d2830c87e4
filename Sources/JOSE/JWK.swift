/// A JSON Web Key (RFC 7517), public or secret: it can be used, but what is secret in it does not print or reflect.
package struct JWK: Sendable, Equatable {
    /// The members as they were read, secret ones too.
    let members: JSONObject

    /// Throws `malformedKey` when a name stands twice; nothing else is judged until the key is used.
    package init(_ members: JSONObject) throws(JOSEError) {
        if let name = members.duplicateName { throw JOSEError(.malformedKey, "the JWK has more than one \(name)") }
        self.members = members
    }

    /// Which key of the set this is: the `kid` of a token's header (RFC 7517 section 4.5).
    package var kid: String? { text("kid") }

    /// What it is for: `sig` or `enc` (section 4.2).
    package var use: String? { text("use") }

    /// What it may be used to do, such as `verify` (section 4.3); nil when that is not a list.
    package var keyOps: [String]? { members["key_ops"]?.arrayValue?.compactMap(\.stringValue) }

    /// The one algorithm that it may be used with (section 4.4).
    package var alg: String? { text("alg") }

    /// The thumbprint of its certificate (section 4.8).
    package var x5t: String? { text("x5t") }

    /// Whose tokens the key is for: Entra's own member, in which `{tenantid}` stands for any tenant.
    package var issuer: String? { text("issuer") }

    /// Nil for a kind of key that is not understood.
    var type: KeyType? { text("kty").flatMap(KeyType.init) }

    /// Whether the other is the same key, however the two are labelled.
    func isSameKey(as other: JWK) -> Bool {
        ["kty", "crv", "x", "y", "n", "e", "k"].allSatisfy { members[$0] == other.members[$0] }
    }

    private func text(_ name: String) -> String? { members[name]?.stringValue }
}

extension JWK: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "[key]" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
