extension FormEncoding {
    /// The fields of a query or of a form's body, in their order.
    ///
    /// Never fails, as browsers do not: a `%` without two hexadecimal digits stays, and bytes that are no UTF-8 become U+FFFD.
    package static func decode(_ text: some StringProtocol) -> [(name: String, value: String)] {
        text.utf8.split(separator: UInt8(ascii: "&")).map { field in
            let name = field.prefix { $0 != UInt8(ascii: "=") }
            return (decode(name), decode(field.dropFirst(name.count + 1)))
        }
    }

    private static func decode(_ bytes: some Collection<UInt8>) -> String {
        var rest = Array(bytes)[...]
        var output: [UInt8] = []
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): output.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                if let high = digit(rest.first), let low = digit(rest.dropFirst().first) {
                    output.append(high << 4 | low)
                    rest = rest.dropFirst(2)
                } else {
                    output.append(byte)
                }
            default: output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8?) -> UInt8? {
        byte.flatMap { Character(UnicodeScalar($0)).hexDigitValue }.map(UInt8.init)
    }
}
