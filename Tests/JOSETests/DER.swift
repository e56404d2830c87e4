import JOSE

/// As much DER as it takes to write a public key down.
enum DER {
    /// A tag, a length of at most two bytes, and the contents.
    static func value(_ tag: UInt8, _ contents: [UInt8]) -> [UInt8] {
        let length: [UInt8] =
            switch contents.count {
            case ..<128: [UInt8(contents.count)]
            case ..<256: [0x81, UInt8(contents.count)]
            default: [0x82, UInt8(contents.count >> 8), UInt8(contents.count & 0xFF)]
            }
        return [tag] + length + contents
    }

    static func sequence(_ contents: [UInt8]) -> [UInt8] { value(0x30, contents) }

    /// A number that is not negative.
    static func integer(_ octets: [UInt8]) -> [UInt8] { value(2, (octets.first ?? 0) < 0x80 ? octets : [0] + octets) }

    static func pem(_ label: String, _ der: [UInt8]) -> String {
        let text = Array(Base64.encode(der))
        let lines = stride(from: 0, to: text.count, by: 64).map { String(text[$0..<min($0 + 64, text.count)]) }
        return (["-----BEGIN \(label)-----"] + lines + ["-----END \(label)-----"]).joined(separator: "\n") + "\n"
    }
}
