/// A set of JSON Web Keys (RFC 7517 section 5); keys of kinds that are not understood are kept, and never chosen.
package struct JWKSet: Sendable, Equatable {
    package let keys: [JWK]

    package init(_ keys: [JWK]) { self.keys = keys }

    /// Reads `{"keys": [...]}`, or a single JWK as a set of one.
    ///
    /// Throws `malformedKey` for anything else, and when a name stands twice.
    package init(_ json: JSON) throws(JOSEError) {
        guard let object = json.objectValue else { throw Self.noSet }
        if let name = object.duplicateName { throw JOSEError(.malformedKey, "the key set has more than one \(name)") }
        guard let list = object["keys"] else {
            guard object["kty"]?.stringValue != nil else { throw Self.noSet }
            keys = [try JWK(object)]
            return
        }
        guard let elements = list.arrayValue else { throw Self.noSet }
        // Section 5: what is not understood in a set is passed over.
        keys = elements.compactMap { element in element.objectValue.flatMap { try? JWK($0) } }
    }

    /// Reads JSON text; throws `malformedKey` as above.
    package init(parsing bytes: [UInt8]) throws(JOSEError) {
        // Windows programs begin a file with a byte order mark.
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        let json: JSON
        do { json = try JSON(parsing: bytes) } catch {
            throw JOSEError(.malformedKey, "the key set is not JSON: \(error)")
        }
        try self.init(json)
    }

    private static let noSet = JOSEError(
        .malformedKey, "this is no key set: neither a JWK nor an object with a list of them in keys")
}
