import JOSE

/// A federation server's assertion that a client hands on, read and not yet believed.
package struct PresentedAssertion: Sendable {
    package let issuer: String
    package let audience: String
    /// From when and until when it holds, in seconds since 1970.
    package let notBefore: Int
    package let notOnOrAfter: Int
    package let immutableID: String
    package let isWindows: Bool
    private let identifier: String
    private let xml: String

    /// - Parameters:
    ///   - text: base64 of either alphabet.
    ///   - type: the version that the grant is for.
    package init(parsing text: String, as type: RequestedTokenType) throws(EntraError) {
        guard let bytes = Base64URL.decodeAny(text), let xml = String(validating: bytes, as: UTF8.self),
            let root = ParsedElement(parsing: bytes)
        else { throw .samlTokenInvalid("It is no XML in base64.") }
        let namespace = type.samlNamespace
        guard root.name == "Assertion", root.namespace == namespace else {
            throw .samlTokenInvalid("It is no assertion of the version that the grant is for.")
        }
        let isVersion1 = type == .saml1
        let values = { (name: String) in
            root.all("Attribute", namespace).filter { element in
                (element.attributes["AttributeName"] ?? element.attributes["Name"] ?? "").split(separator: "/").last
                    .map(String.init) == name
            }.flatMap(\.children).map(\.value)
        }
        guard let conditions = root.child("Conditions", namespace),
            let notBefore = Timestamp.parse(conditions.attributes["NotBefore"] ?? ""),
            let notOnOrAfter = Timestamp.parse(conditions.attributes["NotOnOrAfter"] ?? ""),
            let audience = conditions.all("Audience", namespace).first?.value,
            let immutableID = values("ImmutableID").first, !values("UPN").isEmpty,
            let issuer = isVersion1 ? root.attributes["Issuer"] : root.child("Issuer", namespace)?.value,
            let identifier = root.attributes[isVersion1 ? "AssertionID" : "ID"]
        else { throw .samlTokenInvalid("A required element or attribute is missing.") }
        let methods =
            root.all("AuthenticationStatement", namespace).map { $0.attributes["AuthenticationMethod"] ?? "" }
            + root.all("AuthnContextClassRef", namespace).map(\.value)
        self.xml = xml
        self.issuer = issuer
        self.audience = audience
        self.notBefore = notBefore
        self.notOnOrAfter = notOnOrAfter
        self.immutableID = immutableID
        self.identifier = identifier
        isWindows = methods.contains(SAMLAssertion.windows)
    }

    /// Whether it is byte for byte what was signed with a key (XML Signature section 3.2).
    ///
    /// What is signed here is canonical from the first, so that nothing need be canonicalized: an assertion that was
    /// written anew is another one, though an XML parser sees no difference.
    package func checkSignature(by key: SigningKey) throws(EntraError) {
        guard let start = xml.firstRange(of: "<Signature "), let end = xml.firstRange(of: "</Signature>"),
            start.upperBound < end.lowerBound,
            let signature = ParsedElement(parsing: Array(xml[start.lowerBound..<end.upperBound].utf8)),
            let info = signature.child("SignedInfo", XMLSignature.namespace),
            let reference = info.child("Reference", XMLSignature.namespace)
        else { throw .samlTokenInvalid("It has no signature.") }
        let certificate = signature.all("X509Certificate", XMLSignature.namespace).first?.value ?? ""
        guard certificate == Base64.encode(key.certificate.der) else { throw .samlKeyUnknown }
        let digest = reference.child("DigestValue", XMLSignature.namespace)?.value
        let signed = Array((xml[..<start.lowerBound] + xml[end.upperBound...]).utf8)
        let value = signature.child("SignatureValue", XMLSignature.namespace)?.value ?? ""
        guard let infoStart = xml.firstRange(of: "<SignedInfo "), let infoEnd = xml.firstRange(of: "</SignedInfo>"),
            infoStart.lowerBound < infoEnd.lowerBound, reference.attributes["URI"] == "#\(identifier)",
            let expected = try? Digest.sha256(signed), digest == Base64.encode(expected),
            let bytes = Base64URL.decodeAny(value),
            (try? key.key.publicKey.verifies(
                bytes, of: Array(xml[infoStart.lowerBound..<infoEnd.upperBound].utf8), using: .rs256)) == true
        else { throw .samlTokenInvalid("The signature is not valid: what was signed has been altered.") }
    }
}
