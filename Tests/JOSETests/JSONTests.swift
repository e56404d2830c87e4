import JOSE
import Testing

/// What is parsed comes out again as it stood; what is not RFC 8259 is refused.
struct JSONTests {
    @Test(arguments: [
        #"{"b":1,"a":2,"b":3}"#, #"{"n":[0,-0,1.0,1E5,1e+05,-1.50e-3,123456789012345678901234567890]}"#,
        #"["\u00e9","é","\/","\"\\\b\f\n\r\t","😀","\ud83d\ude00"]"#, #"["\ud800","\udc00\ud800","\u0000"]"#, "null",
        "true", "false", "[]", "{}", "[[],{}]", #""""#, #"{"":{"":[]}}"#,
    ])
    func `compact JSON is written as it was read`(text: String) throws {
        #expect(try JSON(parsing: text).compact == text)
    }

    @Test func `only the white space between tokens changes`() throws {
        let json = try JSON(parsing: " { \"a\" :\t[ 1 ,2.0]\r\n, \"b\" : { } ,\"c\":[]} ")
        #expect(json.compact == #"{"a":[1,2.0],"b":{},"c":[]}"#)
        #expect(json.pretty == "{\n  \"a\": [\n    1,\n    2.0\n  ],\n  \"b\": {},\n  \"c\": []\n}")
        #expect(try JSON(parsing: json.pretty) == json)
    }

    @Test(arguments: [
        "", " ", "{", "[", "}", "[1,]", "[,1]", "{,}", #"{"a":1,}"#, #"{"a"}"#, #"{"a" 1}"#, #"{a:1}"#, "{1:2}",
        "[1 2]",
        "[1][2]", "1 2", "nul", "nulll", "True", "NaN", "Infinity", "-", "+1", "01", "-01", "1.", ".5", "1e", "1e+",
        "0x1",
        "'a'", #"""#, #""\"#, #""\x""#, #""\u12""#, #""\u12G4""#, #""\u+123""#, "\"\n\"", "\"\t\"", "\"\u{0}\"",
        "/**/1",
        "1//", "\u{FEFF}1", "\u{A0}1",
    ])
    func `what is not JSON is refused`(text: String) {
        #expect(throws: JSONError.self) { try JSON(parsing: text) }
    }

    @Test(arguments: [
        [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
        [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0xFF, 0xFE, 0x31, 0x00],
    ])
    func `what is not UTF-8 is refused`(bytes: [UInt8]) {
        #expect(throws: JSONError.self) { try JSON(parsing: bytes) }
    }

    @Test func `an error says where it is`() {
        let error = #expect(throws: JSONError.self) { try JSON(parsing: #"{"a" 1}"#) }
        #expect(error?.description == "expected a colon at byte 5")
    }

    @Test(arguments: ["[", "{\"a\":"])
    func `deep nesting is refused without exhausting the stack`(opening: String) {
        let bomb = String(repeating: opening, count: 1_000_000)
        #expect(throws: JSONError.self) { try JSON(parsing: bomb) }
    }

    @Test func `nesting of 128 levels is fine and one more is not`() throws {
        func nested(_ levels: Int) -> String {
            String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        }
        #expect(try JSON(parsing: nested(128)).compact == nested(128))
        #expect(throws: JSONError.self) { try JSON(parsing: nested(129)) }
        let wide = "[" + String(repeating: "[],", count: 1000) + "[]]"
        #expect(try JSON(parsing: wide).compact == wide)
    }

    @Test(arguments: [
        (#""a\u0062\"\\\/\b\f\n\r\t""#, "ab\"\\/\u{8}\u{C}\n\r\t"), (#""\ud83d\ude00😀""#, "😀😀"),
        (#""\uD83D""#, "\u{FFFD}"), (#""\ude00\ud83dx""#, "\u{FFFD}\u{FFFD}x"), (#""\u0000""#, "\u{0}"),
        (#""\\u0041""#, "\\u0041"),
    ])
    func `escapes mean what RFC 8259 says, and lone surrogates nothing`(text: String, value: String) throws {
        #expect(try JSON(parsing: text).stringValue == value)
    }

    @Test(arguments: ["plain", "é😀", "\"\\/\n\r\t\u{8}\u{0}\u{1F}\u{7F}", "\u{2028}", "e\u{301}", "\r\n", ""])
    func `a written string reads as itself`(value: String) throws {
        let json = JSON.string(value)
        #expect(json.stringValue?.unicodeScalars.elementsEqual(value.unicodeScalars) == true)
        let again = try #require(try JSON(parsing: json.compact).stringValue)
        #expect(again.unicodeScalars.elementsEqual(value.unicodeScalars))
    }

    @Test(arguments: [
        ("3599", 3599), ("3599.0", 3599), ("3.599e3", 3599), ("3599.9", 3599), ("-0", 0), ("-7", -7),
        ("9223372036854775807", Int.max), ("9223372036854775808", nil), ("1e400", nil), ("\"1\"", nil), ("true", nil),
    ])
    func `numbers are whole or nothing`(text: String, value: Int?) throws {
        #expect(try JSON(parsing: text).intValue == value)
    }
}
