/// SAML 2.0 Core section 2.
extension SAMLAssertion {
    var version2: XMLElement {
        let name = XMLElement(
            "NameID", ["Format": "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"], text: subject)
        let confirmation = XMLElement(
            "SubjectConfirmation", ["Method": "urn:oasis:names:tc:SAML:2.0:cm:bearer"])
        let restriction = XMLElement("AudienceRestriction", [:], [XMLElement("Audience", text: audience)])
        return XMLElement(
            "Assertion",
            [
                "xmlns": "urn:oasis:names:tc:SAML:2.0:assertion", "ID": identifier, "IssueInstant": issued,
                "Version": "2.0",
            ],
            [
                XMLElement("Issuer", text: issuer), XMLElement("Subject", [:], [name, confirmation]),
                XMLElement("Conditions", validity, [restriction]), attributeStatement2, authentication2,
            ])
    }

    private var attributeStatement2: XMLElement {
        let elements = attributes.map { attribute in
            XMLElement(
                "Attribute", ["Name": "\(attribute.namespace)/\(attribute.name)"],
                [XMLElement("AttributeValue", text: attribute.value)])
        }
        return XMLElement("AttributeStatement", [:], elements)
    }

    private var authentication2: XMLElement {
        let context = XMLElement(
            "AuthnContext", [:],
            [XMLElement("AuthnContextClassRef", text: methods.v2)])
        return XMLElement("AuthnStatement", ["AuthnInstant": signedIn, "SessionIndex": identifier], [context])
    }
}
