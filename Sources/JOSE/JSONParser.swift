/// Why a text is not JSON, and where.
package struct JSONError: Error, Equatable, CustomStringConvertible {
    package let reason: String
    /// Bytes from the start of the text.
    package let offset: Int

    package init(reason: String, offset: Int) {
        self.reason = reason
        self.offset = offset
    }

    package var description: String { "\(reason) at byte \(offset)" }
}

extension JSON {
    /// Parses one RFC 8259 text.
    ///
    /// Strict: UTF-8 only, no comments, no trailing commas, nothing after the value.
    package init(parsing bytes: [UInt8]) throws(JSONError) {
        var parser = JSONParser(bytes: bytes)
        self = try parser.document()
    }

    package init(parsing text: String) throws(JSONError) { try self.init(parsing: Array(text.utf8)) }
}

/// A recursive-descent reader; nesting is bounded, so that hostile input cannot exhaust the stack.
private struct JSONParser {
    private static let deepestNesting = 128

    let bytes: [UInt8]
    var position = 0
    var depth = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func document() throws(JSONError) -> JSON {
        let value = try value()
        skipWhiteSpace()
        guard position == bytes.count else { throw failure("unexpected text after the value") }
        return value
    }

    private mutating func value() throws(JSONError) -> JSON {
        skipWhiteSpace()
        guard let byte = peek else { throw failure("unexpected end") }
        switch byte {
        case UInt8(ascii: "{"): return try nested { parser throws(JSONError) in .object(try parser.object()) }
        case UInt8(ascii: "["): return try nested { parser throws(JSONError) in .array(try parser.array()) }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        default: throw failure("unexpected character")
        }
    }

    private mutating func nested(
        _ read: (inout JSONParser) throws(JSONError) -> JSON
    ) throws(JSONError) -> JSON {
        depth += 1
        guard depth <= Self.deepestNesting else { throw failure("nested too deeply") }
        defer { depth -= 1 }
        position += 1
        return try read(&self)
    }

    private mutating func object() throws(JSONError) -> JSONObject {
        var members: [JSONObject.Member] = []
        skipWhiteSpace()
        if take("}") { return JSONObject() }
        repeat {
            skipWhiteSpace()
            guard peek == UInt8(ascii: "\"") else { throw failure("expected a member name") }
            let name = try string()
            skipWhiteSpace()
            guard take(":") else { throw failure("expected a colon") }
            members.append(JSONObject.Member(name, try value()))
            skipWhiteSpace()
        } while take(",")
        guard take("}") else { throw failure("expected a comma or a closing brace") }
        return JSONObject(members: members)
    }

    private mutating func array() throws(JSONError) -> [JSON] {
        var elements: [JSON] = []
        skipWhiteSpace()
        if take("]") { return elements }
        repeat {
            elements.append(try value())
            skipWhiteSpace()
        } while take(",")
        guard take("]") else { throw failure("expected a comma or a closing bracket") }
        return elements
    }

    private mutating func string() throws(JSONError) -> JSONString {
        position += 1
        let start = position
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                guard let literal = String(validating: bytes[start..<position], as: UTF8.self) else {
                    throw JSONError(reason: "invalid UTF-8 in a string", offset: start)
                }
                position += 1
                return JSONString(literal: literal)
            case UInt8(ascii: "\\"): try escape()
            case 0..<0x20: throw failure("unescaped control character in a string")
            default: position += 1
            }
        }
        throw failure("unterminated string")
    }

    private mutating func escape() throws(JSONError) {
        position += 1
        switch peek.map(UnicodeScalar.init) {
        case "\"", "\\", "/", "b", "f", "n", "r", "t": position += 1
        case "u":
            let digits = bytes[position...].dropFirst().prefix(4)
            guard digits.count == 4, digits.allSatisfy(isHexDigit) else { throw failure("invalid \\u escape") }
            position += 5
        default: throw failure("invalid escape")
        }
    }

    private mutating func number() throws(JSONError) -> String {
        let start = position
        _ = take("-")
        if !take("0") { try digits() }
        if take(".") { try digits() }
        if take("e") || take("E") {
            _ = take("+") || take("-")
            try digits()
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits() throws(JSONError) {
        let start = position
        while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        guard position > start else { throw failure("expected a digit") }
    }

    private mutating func word(_ text: StaticString, _ value: JSON) throws(JSONError) -> JSON {
        let expected = text.description.utf8
        guard bytes[position...].starts(with: expected) else { throw failure("unexpected character") }
        position += expected.count
        return value
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ scalar: UnicodeScalar) -> Bool {
        guard peek == UInt8(ascii: scalar) else { return false }
        position += 1
        return true
    }

    private mutating func skipWhiteSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private func isHexDigit(_ byte: UInt8) -> Bool { UnicodeScalar(byte).properties.isASCIIHexDigit }

    private func failure(_ reason: String) -> JSONError { JSONError(reason: reason, offset: position) }
}
