package import JOSE

/// An enveloped signature (XML Signature Syntax and Processing 1.1): RSA-SHA256 over an element that is canonical.
package enum XMLSignature {
    package static let namespace = "http://www.w3.org/2000/09/xmldsig#"
    private static let canonicalization = "http://www.w3.org/2001/10/xml-exc-c14n#"

    /// The `Signature` element.
    ///
    /// - Parameters:
    ///   - element: what is signed, without its signature.
    ///   - identifier: its id.
    package static func of(
        _ element: XMLElement, identifier: String, by key: SigningKey
    ) throws(JOSEError) -> XMLElement {
        let digest = try Digest.sha256(Array(element.canonical.utf8))
        let method = { (name: String, algorithm: String) in XMLElement(name, ["Algorithm": algorithm]) }
        let transforms = XMLElement(
            "Transforms", [:],
            [method("Transform", namespace + "enveloped-signature"), method("Transform", canonicalization)])
        let reference = XMLElement(
            "Reference", ["URI": "#\(identifier)"],
            [
                transforms, method("DigestMethod", "http://www.w3.org/2001/04/xmlenc#sha256"),
                XMLElement("DigestValue", text: Base64.encode(digest)),
            ])
        // With the declaration that it inherits, as it is signed alone.
        let signed = XMLElement(
            "SignedInfo", ["xmlns": namespace],
            [
                method("CanonicalizationMethod", canonicalization),
                method("SignatureMethod", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"), reference,
            ])
        let value = try key.key.sign(Array(signed.canonical.utf8), using: .rs256)
        let certificate = XMLElement("X509Certificate", text: Base64.encode(key.certificate.der))
        return XMLElement(
            "Signature", ["xmlns": namespace],
            [
                signed, XMLElement("SignatureValue", text: Base64.encode(value)),
                XMLElement("KeyInfo", [:], [XMLElement("X509Data", [:], [certificate])]),
            ])
    }
}
