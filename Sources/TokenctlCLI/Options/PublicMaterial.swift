import JOSE

/// Whether what was given as a shared secret is a public key in some dress.
///
/// Everybody has a public key, and so could sign with it: RFC 8725 section 2.1.
enum PublicMaterial {
    static func isIn(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self).filter { $0 != "\u{0}" && $0 != "\u{FEFF}" }
        let small = String(text.lowercased().drop(while: \.isWhitespace))
        if small.contains("-----begin") { return true }
        if ["{", "[", "\"{", "\"[", "ssh-", "ecdsa-sha2-", "sk-"].contains(where: small.hasPrefix) { return true }
        let word = text.filter { !$0.isWhitespace }
        let readings = [trimmed(bytes), Base64URL.decodeAny(word), hex(word)].compactMap(\.self)
        // What is a weak key, or an encrypted one, is a key too.
        return readings.contains { reading in
            do throws(JOSEError) {
                _ = try PublicKey.all(parsing: reading)
                return true
            } catch {
                return error.code != .malformedKey
            }
        }
    }

    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        while let last = bytes.last, [0x0A, 0x0D, 0x20].contains(last) { bytes.removeLast() }
        return bytes
    }

    private static func hex(_ text: String) -> [UInt8]? {
        let digits = text.compactMap(\.hexDigitValue)
        guard digits.count == text.count, digits.count % 2 == 0 else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
