/// SAML 1.1 Core section 2.
extension SAMLAssertion {
    var version1: XMLElement {
        let restriction = XMLElement("AudienceRestrictionCondition", [:], [XMLElement("Audience", text: audience)])
        return XMLElement(
            "Assertion",
            [
                "xmlns": "urn:oasis:names:tc:SAML:1.0:assertion", "AssertionID": identifier, "IssueInstant": issued,
                "Issuer": issuer, "MajorVersion": "1", "MinorVersion": "1",
            ],
            [XMLElement("Conditions", validity, [restriction]), attributeStatement1, authentication1])
    }

    private var subject1: XMLElement {
        let method = XMLElement("ConfirmationMethod", text: "urn:oasis:names:tc:SAML:1.0:cm:bearer")
        return XMLElement(
            "Subject", [:],
            [XMLElement("NameIdentifier", text: subject), XMLElement("SubjectConfirmation", [:], [method])])
    }

    private var attributeStatement1: XMLElement {
        let elements = attributes.map { attribute in
            XMLElement(
                "Attribute", ["AttributeName": attribute.name, "AttributeNamespace": attribute.namespace],
                [XMLElement("AttributeValue", text: attribute.value)])
        }
        return XMLElement("AttributeStatement", [:], [subject1] + elements)
    }

    private var authentication1: XMLElement {
        XMLElement(
            "AuthenticationStatement",
            ["AuthenticationInstant": signedIn, "AuthenticationMethod": methods.v1],
            [subject1])
    }
}
