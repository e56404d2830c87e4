/// How a policy lets people log in: WS-Policy 1.2 section 4.1, WS-SecurityPolicy 1.2 section 5.3.1.
enum SecurityPolicy {
    static func name(_ local: String) -> XMLElement.Name { XMLElement.Name(local, in: Namespace.policy) }

    /// The logins of all its alternatives that need the transport to be secure.
    static func logins(in policy: XMLElement) -> [MetadataDocument.Login] {
        let alternatives = policy.descendants(along: [name("ExactlyOne"), name("All")])
        return (alternatives.contains(where: takesPassword) ? [.password] : [])
            + (alternatives.contains(where: takesTicket) ? [.windows] : [])
    }

    private static func takesPassword(_ alternative: XMLElement) -> Bool {
        let tokens = [
            (Namespace.securityPolicy, "SignedEncryptedSupportingTokens"),
            (Namespace.securityPolicy2005, "SignedSupportingTokens"),
        ]
        return tokens.contains { namespace, supporting in
            func assertion(_ local: String) -> XMLElement.Name { XMLElement.Name(local, in: namespace) }
            let path = [
                assertion(supporting), name("Policy"), assertion("UsernameToken"), name("Policy"),
                assertion("WssUsernameToken10"),
            ]
            return !alternative.children(assertion("TransportBinding")).isEmpty
                && !alternative.descendants(along: path).isEmpty
        }
    }

    private static func takesTicket(_ alternative: XMLElement) -> Bool {
        !alternative.children(XMLElement.Name("NegotiateAuthentication", in: Namespace.httpPolicy)).isEmpty
            && [Namespace.securityPolicy, Namespace.securityPolicy2005].contains {
                !alternative.children(XMLElement.Name("TransportBinding", in: $0)).isEmpty
            }
    }
}
