import OAuth

extension SAMLVersion {
    /// The version of an assertion; nil for what is none.
    init?(of element: XMLElement) {
        guard element.name.local == "Assertion",
            let version = [SAMLVersion.v1_1, .v2].first(where: { $0.namespace == element.name.namespace }),
            version.marks.allSatisfy({ element.attribute($0.name) ?? $0.value == $0.value })
        else { return nil }
        self = version
    }

    private var namespace: String {
        switch self {
        case .v1_1: "urn:oasis:names:tc:SAML:1.0:assertion"
        case .v2: "urn:oasis:names:tc:SAML:2.0:assertion"
        }
    }

    /// What an assertion says of its version itself.
    private var marks: [(name: String, value: String)] {
        switch self {
        case .v1_1: [("MajorVersion", "1"), ("MinorVersion", "1")]
        case .v2: [("Version", "2.0")]
        }
    }

    /// The names of the type in WS-Trust: the assertion's own, and those of the SAML Token Profile 1.1.
    var tokenTypes: [String] {
        let profile = "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1"
        return switch self {
        case .v1_1: [namespace, profile + "#SAMLV1.1"]
        case .v2: [namespace, profile + "#SAMLV2.0"]
        }
    }

    /// The attribute that a signature refers to.
    var idAttribute: String {
        switch self {
        case .v1_1: "AssertionID"
        case .v2: "ID"
        }
    }
}
