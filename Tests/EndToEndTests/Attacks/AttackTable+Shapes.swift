import Foundation

/// What is no token, or no JSON.
extension AttackTable {
    static let shapes: [Attack] =
        payloads + [
            changed("one part", "no JWT") { _ in "opaque" },
            changed("two parts", "cut off") { $0.split(separator: ".").prefix(2).joined(separator: ".") },
            changed("four parts", "three parts") { $0 + ".AAAA" },
            changed("five parts, none of them of a JWE", "three parts") { $0 + ".AAAA.AAAA" },
            changed("a JWE", "encrypted") { _ in "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA" },
            changed("dots alone", "header") { _ in ".." },
            changed("an empty payload", "claims") { rejoined($0) { $0[1] = "" } },
            changed("an empty header", "header") { rejoined($0) { $0[0] = "" } },
            changed("white space in the header", "header") { rejoined($0) { $0[0].append(" ") } },
            changed("white space in the payload", "payload") { rejoined($0) { $0[1].append(" ") } },
            changed("a tab in the signature", "signature") {
                rejoined($0) { $0[2].insert("\t", at: $0[2].startIndex) }
            },
            changed("a carriage return within", "payload") { rejoined($0) { $0[1].append("\r") } },
            changed("a zero byte within", "payload") { rejoined($0) { $0[1].append("\0") } },
            changed("padding of the header", "header") { rejoined($0) { $0[0].append("=") } },
            changed("padding of the payload", "payload") { rejoined($0) { $0[1].append("==") } },
            changed("padding of the signature", "signature") { $0 + "==" },
            changed("letters of plain base64", "signature") { rejoined($0) { $0[2] = "+/" + $0[2].dropFirst(2) } },
            changed("a letter that is none", "payload") { rejoined($0) { $0[1].append("é") } },
            changed("a byte order mark behind white space", "header") { " \u{FEFF}" + $0 },
            Attack("a signature cut off", Token(), "cut off") { String($0.dropLast(100)) },
            Attack("a letter too many", Token(), "signature") { $0 + "A" },
            Attack("a signature that is too long", Token(), "signature") { $0 + "AAAA" },
            Attack("a megabyte, changed", Token(claims: megabyte), "signature: ") { token in
                rejoined(token) { parts in
                    // Of "xxx", which is "eHh4", becomes "txx".
                    let place = parts[1].index(parts[1].startIndex, offsetBy: 700_000)
                    parts[1].replaceSubrange(place...place, with: "d")
                }
            },
        ]

    /// A million letters in a claim.
    static let megabyte = Token.claims(#","x":"\#(String(repeating: "x", count: 1_000_000))""#)

    private static let payloads: [Attack] = [
        claims("something behind the claims", Token.claims() + "x"),
        claims("a second object behind the claims", Token.claims() + "{}"),
        claims("a zero byte behind the claims", Token.claims() + "\0"),
        claims("a zero byte in a claim", Token.claims(",\"x\":\"\0\"")),
        claims("a line break in a claim", Token.claims(",\"x\":\"\n\"")),
        claims("a byte order mark", "\u{FEFF}" + Token.claims()),
        claims("deep nesting", Token.claims(#","x":\#(deep)"#)),
        claims("a comma too many", Token.claims(",")),
        claims("a comment", Token.claims(#"/*,"x":1*/"#)),
        claims("single quotes", Token.claims(",'x':1")),
        claims("NaN", Token.claims(#","x":NaN"#)),
        claims("a number with a zero in front", Token.claims(#","x":01"#)),
        claims("a list", #"["orders"]"#),
        claims("text", #""orders""#),
        claims("null", "null"),
        claims("nothing", ""),
        Attack(
            "bytes that are not UTF-8 in a claim",
            Token(Token.header(), Data(#"{"x":""#.utf8) + [0xC3, 0x28] + Data(#""}"#.utf8)), status: 65, "claims"),
        Attack(
            "UTF-8 that is longer than it need be",
            Token(Token.header(), Data(#"{"x":""#.utf8) + [0xC0, 0xAF] + Data(#""}"#.utf8)), status: 65, "claims"),
        Attack(
            "UTF-16", Token(Token.header(), Token.claims().data(using: .utf16LittleEndian) ?? Data()), status: 65,
            "claims"),
    ]

    private static func claims(_ name: String, _ text: String) -> Attack {
        Attack("\(name) for claims", Token(claims: text), status: 65, "claims")
    }

    private static func changed(
        _ name: String, _ words: String, _ change: @escaping @Sendable (String) -> String
    ) -> Attack { Attack(name, Token(), status: 65, words, change: change) }

    private static func rejoined(_ token: String, _ change: (inout [String]) -> Void) -> String {
        var parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        change(&parts)
        return parts.joined(separator: ".")
    }
}
