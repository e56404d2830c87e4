import JOSE
import Testing

struct Base64URLTests {
    /// RFC 4648 section 10, without the padding, and two for the letters that differ from base64.
    static let vectors: [(String, [UInt8])] = [
        ("", []), ("Zg", Array("f".utf8)), ("Zm8", Array("fo".utf8)), ("Zm9v", Array("foo".utf8)),
        ("Zm9vYg", Array("foob".utf8)), ("Zm9vYmE", Array("fooba".utf8)), ("Zm9vYmFy", Array("foobar".utf8)),
        ("-_8", [0xFB, 0xFF]), ("AAAA", [0, 0, 0]),
    ]

    @Test(arguments: vectors)
    func `RFC 4648 vectors go both ways`(text: String, bytes: [UInt8]) {
        #expect(Base64URL.encode(bytes) == text)
        #expect(Base64URL.decode(text) == bytes)
    }

    @Test(arguments: [
        "Zg==", "Zm8=", "=", "A", "AAAAA", "Zh", "Zm9", "Zm 8", " Zm8", "Zm8\n", "-/8", "+_8", "Zm8.", "Zm\u{0}8",
        "Zmé8",
        "Ｚｍ８ｖ",
    ])
    func `what is not strict base64url is refused`(text: String) { #expect(Base64URL.decode(text) == nil) }

    @Test func `every byte at every place survives`() {
        for length in 0...5 {
            for byte in UInt8.min...UInt8.max {
                let bytes = [UInt8](repeating: byte, count: length)
                #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
            }
        }
    }

    @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v")])
    func `base64 with padding is that of RFC 4648`(plain: String, encoded: String) {
        #expect(Base64.encode(plain.utf8) == encoded)
    }

    @Test func `base64 has the letters that base64url replaces`() {
        #expect(Base64.encode([0xFB, 0xFF, 0xFE]) == "+//+")
    }
}
