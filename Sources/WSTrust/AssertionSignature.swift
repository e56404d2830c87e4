import OAuth
import World

/// Whether an assertion's signature is about that assertion: SAML 2.0 core, section 5.4.
///
/// The signature itself is for Entra to check, which knows the federation server's key.
enum AssertionSignature {
    /// - Parameter body: all that the assertion came in.
    /// - Throws: `protocolError`, with what is wrong.
    static func check(_ assertion: XMLElement, version: SAMLVersion, in body: XMLElement) throws(Failure) {
        var signatures = 0
        assertion.visit { if $0.name == name("Signature") { signatures += 1 } }
        guard signatures > 0 else { return }
        guard let id = assertion.attribute(version.idAttribute), !id.isEmpty else {
            throw Failure(.protocolError, "the assertion has no id")
        }
        let references = assertion.descendants(along: [name("Signature"), name("SignedInfo"), name("Reference")])
        guard signatures == 1, references.count == 1, references[0].attribute("URI") == "#" + id else {
            throw Failure(.protocolError, "the assertion's signature is about something else")
        }
        var bearers = 0
        body.visit { if $0.bears(id) { bearers += 1 } }
        guard bearers == 1 else { throw Failure(.protocolError, "something else has the assertion's id") }
    }

    private static func name(_ local: String) -> XMLElement.Name { XMLElement.Name(local, in: Namespace.signature) }
}

extension XMLElement {
    /// Whether any reader might take that for the element's id.
    fileprivate func bears(_ id: String) -> Bool {
        attributes.contains { $0.value == id && ["id", "assertionid"].contains($0.name.local.lowercased()) }
    }
}
