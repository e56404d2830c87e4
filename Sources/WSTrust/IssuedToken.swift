import OAuth
import World

/// The assertion in an answer, found on the one path that it may be on: WS-Trust 1.3 section 3.2.
///
/// Who reads the answer must find the same assertion as who checks its signature. So there may be no second one anywhere,
/// in whatever namespace, and no second element that bears its id.
struct IssuedToken {
    let version: SAMLVersion
    private let assertion: XMLElement

    /// - Throws: `protocolError`, with what is wrong.
    init(inBody body: XMLElement) throws(Failure) {
        let response = try Self.response(in: body)
        let trust = response.name.namespace
        guard let requested = response.onlyChild(XMLElement.Name("RequestedSecurityToken", in: trust)) else {
            throw Self.wrong("it has no token, or several")
        }
        let tokens = requested.children
        guard !tokens.contains(where: \.isEncrypted) else {
            throw Self.wrong("the assertion is encrypted, and nobody but Entra could read it")
        }
        guard tokens.count == 1, requested.trimmedText.isEmpty, let version = SAMLVersion(of: tokens[0]) else {
            throw Self.wrong("the token is not one assertion of SAML 1.1 or 2.0")
        }
        assertion = tokens[0]
        self.version = version
        let types = response.children(XMLElement.Name("TokenType", in: trust))
        guard types.allSatisfy({ version.tokenTypes.contains($0.trimmedText) }) else {
            throw Self.wrong("the assertion is not of the type that the answer names")
        }
        try Self.requireOne(["RequestSecurityTokenResponse"], in: body)
        try Self.requireOne(["RequestedSecurityToken"], in: body)
        try Self.requireOne(["Assertion", "EncryptedAssertion"], in: body)
        try AssertionSignature.check(assertion, version: version, in: body)
    }

    /// The assertion as it stands in the answer, with the namespaces declared that it uses and does not declare itself.
    func text(in document: [UInt8]) throws(Failure) -> String {
        guard assertion.range.upperBound <= document.count else {
            throw Failure(.internalError, "the assertion is not where it was read")
        }
        var bytes = Array(document[assertion.range])
        let name = (assertion.prefix.isEmpty ? "" : assertion.prefix + ":") + assertion.name.local
        bytes.insert(contentsOf: BorrowedNamespaces(of: assertion).declarations.utf8, at: 1 + name.utf8.count)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Alone in the body or, as WS-Trust 1.3 has it, in a collection of one.
    private static func response(in body: XMLElement) throws(Failure) -> XMLElement {
        guard body.children.count == 1,
            let trust = WSTrustVersion.all.map(\.namespace).first(where: {
                $0 == body.children[0].name.namespace
            })
        else { throw wrong("it is no answer of WS-Trust 1.3 or 2005") }
        let single = XMLElement.Name("RequestSecurityTokenResponse", in: trust)
        let only = body.children[0]
        if only.name == single { return only }
        guard only.name == XMLElement.Name("RequestSecurityTokenResponseCollection", in: trust),
            only.children.count == 1, only.children[0].name == single
        else { throw wrong("it does not have exactly one RequestSecurityTokenResponse") }
        return only.children[0]
    }

    private static func requireOne(_ names: Set<String>, in body: XMLElement) throws(Failure) {
        var count = 0
        body.visit { if names.contains($0.name.local) { count += 1 } }
        guard count == 1 else { throw wrong("it has more than one \(names.min() ?? "")") }
    }

    private static func wrong(_ reason: String) -> Failure { Failure(.protocolError, reason) }
}

extension XMLElement {
    fileprivate var isEncrypted: Bool { name.local == "EncryptedAssertion" || name.namespace == Namespace.encryption }
}
