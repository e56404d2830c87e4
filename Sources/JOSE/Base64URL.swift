/// base64url without padding (RFC 4648 section 5, RFC 7515 section 2).
package enum Base64URL {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    package static func encode(_ bytes: some Collection<UInt8>) -> String {
        var output: [UInt8] = []
        output.reserveCapacity((bytes.count * 4 + 2) / 3)
        var buffer: UInt32 = 0
        var bits = 0
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                output.append(alphabet[Int(buffer >> UInt32(bits) & 0x3F)])
            }
        }
        if bits > 0 { output.append(alphabet[Int(buffer << UInt32(6 - bits) & 0x3F)]) }
        return String(decoding: output, as: UTF8.self)
    }

    /// Strict: no padding, no white space, no `+` or `/`, no stray bits in the last character; nil otherwise.
    package static func decode(_ text: some StringProtocol) -> [UInt8]? {
        guard let (bytes, isWhole) = decodeBeginning(text), isWhole else { return nil }
        return bytes
    }

    /// As strict about the letters, but takes a text whose end is missing, for as many bytes as are whole.
    ///
    /// `isWhole` is false when the number of letters or stray bits in the last one show that it is the beginning only.
    static func decodeBeginning(_ text: some StringProtocol) -> (bytes: [UInt8], isWhole: Bool)? {
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count * 3 / 4)
        var buffer: UInt32 = 0
        var bits = 0
        for character in text.utf8 {
            guard let value = value(of: character) else { return nil }
            buffer = buffer << 6 | value
            bits += 6
            if bits >= 8 {
                bits -= 8
                output.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
            }
        }
        let strayBits = buffer & (1 << UInt32(bits) - 1)
        return (output, bits < 6 && strayBits == 0)
    }

    /// Lenient, for what others encode: plain base64 too, with padding or without.
    package static func decodeAny(_ text: some StringProtocol) -> [UInt8]? {
        var letters = text.utf8.map { letter in
            switch letter {
            case UInt8(ascii: "+"): UInt8(ascii: "-")
            case UInt8(ascii: "/"): UInt8(ascii: "_")
            default: letter
            }
        }
        while letters.last == UInt8(ascii: "=") { letters.removeLast() }
        return decode(String(decoding: letters, as: UTF8.self))
    }

    private static func value(of character: UInt8) -> UInt32? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a") + 26)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0") + 52)
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
