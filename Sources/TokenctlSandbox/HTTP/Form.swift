/// The fields of an `application/x-www-form-urlencoded` body or query (RFC 6749 appendix B).
package struct Form: Sendable, Equatable {
    private var values: [String: String] = [:]

    package init() {}

    /// Empty values count as absent (RFC 6749 section 3.2); a name that stands twice is refused, as there.
    package init(parsing bytes: [UInt8]) throws(EntraError) {
        for field in bytes.split(separator: UInt8(ascii: "&")) {
            let parts = field.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decode(parts[0]), let value = Self.decode(parts.dropFirst().first ?? []) else {
                throw .malformedRequest
            }
            guard !value.isEmpty else { continue }
            guard values.updateValue(value, forKey: name) == nil else { throw .duplicateParameter(name) }
        }
    }

    /// The names present, sorted.
    package var names: [String] { values.keys.sorted() }

    package subscript(_ name: String) -> String? { values[name] }

    /// The same with another value of a field; nil for none.
    package func with(_ name: String, _ value: String?) -> Form {
        var form = self
        form.values[name] = value
        return form
    }

    /// The value of a field that must be there (AADSTS900144).
    package func required(_ name: String) throws(EntraError) -> String {
        guard let value = values[name] else { throw .missingParameter(name) }
        return value
    }

    /// Undoes form encoding: `+` is a space, `%XX` a byte; nil where that gives no UTF-8.
    package static func decode(_ text: some Sequence<UInt8>) -> String? {
        var decoded: [UInt8] = []
        var bytes = text.makeIterator()
        while let byte = bytes.next() {
            switch byte {
            case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = bytes.next().flatMap(hexDigit), let low = bytes.next().flatMap(hexDigit) else {
                    return nil
                }
                decoded.append(high << 4 | low)
            default: decoded.append(byte)
            }
        }
        return String(validating: decoded, as: UTF8.self)
    }

    /// Percent-encodes all but the unreserved characters (RFC 3986 section 2.3): good in queries, fragments and forms.
    package static func encode(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            let character = UnicodeScalar(byte)
            let isUnreserved =
                character.isASCII
                && (character.properties.isAlphabetic || "0123456789-._~".unicodeScalars.contains(character))
            encoded +=
                isUnreserved
                ? String(character) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        return encoded
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        Character(UnicodeScalar(byte)).hexDigitValue.map(UInt8.init)
    }
}
