/// A domain of a tenant whose people's passwords are checked by the domain's own federation server: an AD FS.
package struct Federation: Sendable {
    package let domain: String
    /// What its paths start with: nothing, or a slash and a word.
    package let path: String
    /// The versions of WS-Trust that its metadata name; all are answered.
    package let versions: [WSTrustVersion]
    /// What it gives to who asks for no certain type of token.
    package let tokenType: RequestedTokenType
    /// The domains' one farm signs with it; no tenant's key is like it.
    package let key: SigningKey

    /// What Entra wants to be named as in the assertions.
    package static let audience = "urn:federation:MicrosoftOnline"

    /// The `Issuer` of its assertions, by which Entra knows it: a name, where nothing is asked.
    package var issuer: String { "http://\(domain)/adfs/services/trust" }

    /// Where something under `/adfs/services/trust` is.
    package func address(_ name: String, at base: BaseURL) -> String { "\(base)\(path)/adfs/services/trust/\(name)" }

    package func owns(_ name: String) -> Bool { name.lowercased().hasSuffix("@" + domain) }
}

extension Directory {
    /// The federation that a person's name belongs to; nil where Entra checks the password.
    package func federation(of name: String) -> Federation? { federations.first { $0.owns(name) } }
}
