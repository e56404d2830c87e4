import JOSE
import Testing

/// Every vector of Wycheproof's two files about signatures gets the verdict that the file states.
struct WycheproofTests {
    struct Vector: Sendable {
        let id: Int
        let text: String
        let isValid: Bool
    }

    struct Group: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let set: JWKSet
        let hasSecrets: Bool
        let vectors: [Vector]
    }

    static let keyFile = groups("json_web_key_test.json")
    static let signatureFile = groups("json_web_signature_test.json")

    /// Valid by the file, and refused here: the key's own `alg` is not the token's.
    ///
    /// The file contradicts itself: 332 to 340, and 19 and 20 of the other file, are of the same kind and invalid.
    static let otherAlgorithm: Set = [346, 347, 350, 351]
    /// Invalid by the file, with the very text of 357, which is valid: the padding that they are about is not there.
    static let sameAs357: Set = [367, 370]
    /// Valid by the file, though a `?` stands in the header or the payload: the signature is over the text without it.
    ///
    /// RFC 7515 section 2 wants base64url without any other character, and 371 is of the same kind and invalid.
    static let strayCharacter: Set = [372, 373]

    static func groups(_ file: String) -> [Group] {
        let json = try? TestVectors.json("wycheproof/\(file)")
        return (json?["testGroups"]?.arrayValue ?? []).compactMap { group in
            guard let key = group["public"] ?? group["private"], let set = try? JWKSet(key) else { return nil }
            let members = key["keys"]?.arrayValue ?? [key]
            let vectors = (group["tests"]?.arrayValue ?? []).compactMap { vector -> Vector? in
                guard let id = vector["tcId"]?.intValue, let text = vector["jws"]?.stringValue,
                    let result = vector["result"]?.stringValue
                else { return nil }
                return Vector(id: id, text: text, isValid: result == "valid")
            }
            return Group(
                testDescription: "\(group["comment"]?.stringValue ?? "") from \(vectors.first?.id ?? 0)", set: set,
                hasSecrets: members.contains { $0["kty"] == .string("oct") }, vectors: vectors)
        }
    }

    @Test func `all the vectors are there`() {
        #expect(Self.keyFile.count == 25)
        #expect(Self.keyFile.flatMap(\.vectors).map(\.id) == Array(1...26))
        #expect(Self.keyFile.flatMap(\.vectors).filter(\.isValid).count == 5)
        #expect(Self.signatureFile.count == 23)
        #expect(Self.signatureFile.flatMap(\.vectors).map(\.id) == Array(1...401))
        #expect(Self.signatureFile.flatMap(\.vectors).filter(\.isValid).count == 46)
    }

    @Test(arguments: keyFile)
    func `keys are judged as stated`(group: Group) throws {
        var verifier = SignatureVerifier(group.set, allowsMAC: group.hasSecrets)
        for vector in group.vectors {
            #expect(try verifier.accepts(vector.text) == vector.isValid, "test \(vector.id)")
        }
    }

    @Test(arguments: signatureFile)
    func `signatures are judged as stated`(group: Group) throws {
        var verifier = SignatureVerifier(group.set, allowsMAC: group.hasSecrets)
        for vector in group.vectors {
            let verdict = try verifier.verdict(on: vector.text)
            switch vector.id {
            case let id where Self.otherAlgorithm.contains(id):
                #expect(verdict == .refused(JOSEError(.unsupportedAlgorithm, "")), "test \(id)")
            case let id where Self.sameAs357.contains(id):
                #expect(vector.text == group.vectors.first { $0.id == 357 }?.text)
            case let id where Self.strayCharacter.contains(id):
                #expect(verdict == nil, "test \(id)")
                #expect(try verifier.accepts(vector.text.replacing("?", with: "")))
            default: #expect(try verifier.accepts(vector.text) == vector.isValid, "test \(vector.id)")
            }
        }
    }

    @Test(arguments: (keyFile + signatureFile).filter(\.hasSecrets))
    func `no authentication code counts unless it is allowed`(group: Group) throws {
        var verifier = SignatureVerifier(group.set)
        for vector in group.vectors { #expect(try !verifier.accepts(vector.text), "test \(vector.id)") }
    }
}
