/// `application/x-www-form-urlencoded`, as RFC 6749 appendix B wants it.
package enum FormEncoding {
    /// Whole fields: `name=value&name=value`.
    package static func encode(_ fields: [HTTPRequest.Field]) -> String {
        fields.map { encode($0.name) + "=" + encode($0.value.wire) }.joined(separator: "&")
    }

    /// One name or value: letters, digits and `-._~` stay, a space becomes `+`, all else `%XX`.
    package static func encode(_ text: String) -> String {
        var output: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                output.append(byte)
            case UInt8(ascii: " "): output.append(UInt8(ascii: "+"))
            default: output += [UInt8(ascii: "%"), hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 0xF)]]
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static let hexDigits = Array("0123456789ABCDEF".utf8)
}
