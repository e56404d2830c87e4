import Native

/// A 256-bit key for encrypting content (RFC 7518 section 5.3): it can be used, but it does not print or reflect.
package struct ContentKey: Sendable {
    /// Bytes.
    package static let length = 32

    let octets: [UInt8]

    /// nil for any other number of bytes.
    package init?(octets: [UInt8]) {
        guard octets.count == Self.length else { return nil }
        self.octets = octets
    }

    /// Reads a key as people keep it: 32 bytes, 64 hexadecimal digits, or 32 bytes in base64 or base64url.
    ///
    /// One line break at the end is dropped. nil for what is none of these.
    package init?(written: [UInt8]) {
        if let key = ContentKey(octets: written) {
            self = key
            return
        }
        var line = written[...]
        if line.last == UInt8(ascii: "\n") { line.removeLast() }
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        let text = String(decoding: line, as: UTF8.self)
        let octets = line.count == Self.length ? Array(line) : Self.hexadecimal(text) ?? Base64URL.decodeAny(text)
        guard let key = octets.flatMap({ ContentKey(octets: $0) }) else { return nil }
        self = key
    }

    /// A new key, from OpenSSL's generator for what has to stay secret.
    package static func random() throws(JOSEError) -> ContentKey {
        let ssl = try unsafe OpenSSL.functions
        var octets = [UInt8](repeating: 0, count: length)
        try unsafe OpenSSL.require(ssl.pointee.RAND_priv_bytes(&octets, CInt(length)), "make a key")
        guard let key = ContentKey(octets: octets) else { throw try OpenSSL.failure("make a key") }
        return key
    }

    /// The key itself in base64url, to be kept in a safe place and nowhere else.
    package func reveal() -> String { Base64URL.encode(octets) }

    private static func hexadecimal(_ text: String) -> [UInt8]? {
        let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count == 2 * length, text.utf8.count == digits.count else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}

extension ContentKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "[secret]" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
