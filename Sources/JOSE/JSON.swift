/// A JSON value that keeps what it was parsed from: the order of members, the digits of numbers, the escapes of strings.
///
/// Tokens are signed bytes, and caches hold other applications' fields: neither may change by passing through here.
package enum JSON: Sendable, Equatable {
    case null
    case bool(Bool)
    /// The number's text, exactly as it stood.
    case number(String)
    case string(JSONString)
    case array([JSON])
    case object(JSONObject)

    /// A string value, escaped as needed.
    package static func string(_ value: String) -> JSON { .string(JSONString(value)) }

    /// A whole number.
    package static func integer(_ value: Int) -> JSON { .number(String(value)) }

    /// The string, or `null` where there is none.
    package static func optional(_ value: String?) -> JSON { value.map { .string($0) } ?? .null }
}

extension JSON {
    /// The unescaped text of a string; nil for every other kind.
    package var stringValue: String? {
        if case .string(let string) = self { string.value } else { nil }
    }

    package var boolValue: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    package var arrayValue: [JSON]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    package var objectValue: JSONObject? {
        if case .object(let object) = self { object } else { nil }
    }

    /// A number without its fraction, however it is written: `3599`, `3599.5`, `3.599e3`; nil when it does not fit.
    package var intValue: Int? {
        guard case .number(let text) = self else { return nil }
        return Int(text) ?? Double(text).flatMap { Int(exactly: $0.rounded(.towardZero)) }
    }

    /// The same value with other texts; the names of members and everything but strings stay.
    package func mapStrings(_ transform: (String) -> String) -> JSON {
        switch self {
        case .string(let string): .string(transform(string.value))
        case .array(let elements): .array(elements.map { $0.mapStrings(transform) })
        case .object(let object):
            .object(JSONObject(members: object.members.map { .init($0.name, $0.value.mapStrings(transform)) }))
        case .null, .bool, .number: self
        }
    }

    /// The member called `name` of an object; nil when absent or when this is no object.
    package subscript(_ name: String) -> JSON? { objectValue?[name] }
}

/// A string as it stands between its quotes, escapes included; unescaped only when asked for.
package struct JSONString: Sendable, Equatable {
    /// The text between the quotes, escapes and all.
    package let literal: String

    package init(literal: String) { self.literal = literal }

    /// Escapes what RFC 8259 section 7 says must be, and the other control characters, which would act on a terminal.
    package init(_ value: String) {
        var literal = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case "\n": literal += "\\n"
            case "\r": literal += "\\r"
            case "\t": literal += "\\t"
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}":
                let hex = String(scalar.value, radix: 16)
                literal += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: literal.unicodeScalars.append(scalar)
            }
        }
        self.literal = literal
    }

    /// The unescaped text; an unpaired surrogate becomes U+FFFD.
    package var value: String {
        guard literal.utf8.contains(UInt8(ascii: "\\")) else { return literal }
        var units: [UInt16] = []
        var rest = literal.utf16[...]
        while let unit = rest.popFirst() {
            guard unit == 0x5C, let escape = rest.popFirst() else {
                units.append(unit)
                continue
            }
            switch UnicodeScalar(escape) {
            case "n": units.append(0x0A)
            case "r": units.append(0x0D)
            case "t": units.append(0x09)
            case "b": units.append(0x08)
            case "f": units.append(0x0C)
            case "u":
                units.append(UInt16(String(decoding: rest.prefix(4), as: UTF16.self), radix: 16) ?? 0xFFFD)
                rest = rest.dropFirst(4)
            default: units.append(escape)
            }
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// Two strings are equal when they mean the same code points, whatever their escapes.
    ///
    /// Swift would also take two spellings of one character for equal, the Kelvin sign for a K among them.
    package static func == (left: JSONString, right: JSONString) -> Bool {
        left.literal.utf8.elementsEqual(right.literal.utf8) || left.value.utf8.elementsEqual(right.value.utf8)
    }
}
