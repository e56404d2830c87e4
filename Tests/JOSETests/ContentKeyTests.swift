import JOSE
import Testing

struct ContentKeyTests {
    private static let octets = (0..<32).map { UInt8($0 * 7 + 3) }
    private static let hexadecimal = octets.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    private static let base64URL = Base64URL.encode(octets)
    private static let base64 =
        base64URL.replacing("-", with: "+").replacing("_", with: "/") + "="

    /// Raw keys may have anything in them, a line break at their end too.
    static let written: [[UInt8]] =
        [octets, octets + [10]]
        + [hexadecimal, hexadecimal.uppercased(), base64, base64URL, base64URL + "="].flatMap {
            [Array($0.utf8), Array(($0 + "\n").utf8), Array(($0 + "\r\n").utf8)]
        }

    @Test(arguments: written)
    func `a key is read in every form in which people keep one`(written: [UInt8]) throws {
        #expect(try #require(ContentKey(written: written)).reveal() == Self.base64URL)
    }

    @Test func `a key of random bytes may end with what looks like a line break`() throws {
        let octets = Array(Self.octets.dropLast() + [10])
        #expect(try #require(ContentKey(written: octets)).reveal() == Base64URL.encode(octets))
    }

    static let others: [[UInt8]] =
        [[], [10], Array(octets.dropLast()), octets + [0], octets + [10, 10]]
        + [
            String(hexadecimal.dropLast()), hexadecimal + "0", hexadecimal.dropLast() + "g", "0x" + hexadecimal,
            String(base64URL.dropLast()), base64URL + "A", base64URL + "\n\n", " " + base64URL, base64 + " ",
            "correct horse",
            "ä" + base64URL.dropLast(2),
        ].map { Array($0.utf8) }

    @Test(arguments: others)
    func `anything else is no key`(written: [UInt8]) {
        #expect(ContentKey(written: written) == nil)
    }

    @Test func `new keys differ`() throws {
        let keys = try (0..<100).map { _ in try ContentKey.random().reveal() }
        #expect(Set(keys).count == 100)
        #expect(keys.allSatisfy { Base64URL.decode($0)?.count == ContentKey.length })
    }

    @Test func `a key neither prints nor reflects`() throws {
        let key = try #require(ContentKey(octets: Self.octets))
        var dumped = ""
        dump(key, to: &dumped)
        let texts = ["\(key)", String(reflecting: key), dumped, "\([key])", "\(Optional(key) as Any)"]
        for text in texts {
            #expect(text.contains("[secret]"))
            #expect(!text.contains(Self.base64URL) && !text.contains("3, 10, 17"))
        }
    }
}
