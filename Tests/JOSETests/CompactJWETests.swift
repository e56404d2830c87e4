import JOSE
import Testing

/// Encrypted content in the compact serialization; another library judges it in `EndToEndTests`.
struct CompactJWETests {
    private static let key = ContentKey(octets: (0..<32).map { $0 })
    private static let name = "app@login.example@t@c.json"
    private static let content = Array(#"{"AccessToken":{"a":{"secret":"t0ken"}}}"#.utf8)

    private let key: ContentKey

    init() throws { key = try #require(Self.key) }

    /// The five parts of a sealed text.
    private func parts(_ sealed: [UInt8]) -> [String] {
        String(decoding: sealed, as: UTF8.self).split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    }

    private func open(_ parts: [String]) throws(JOSEError) -> [UInt8] {
        try CompactJWE.open(Array(parts.joined(separator: ".").utf8), name: Self.name, with: key)
    }

    @Test(arguments: [0, 1, 15, 16, 17, 40, 4096, 100_000])
    func `what was sealed is opened again`(count: Int) throws {
        let content = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let sealed = try CompactJWE.seal(content, name: Self.name, with: key)
        #expect(CompactJWE.isLikely(sealed))
        #expect(try CompactJWE.open(sealed, name: Self.name, with: key) == content)
    }

    @Test func `the header says how it is encrypted and what it is, and the second part is empty`() throws {
        let parts = parts(try CompactJWE.seal(Self.content, name: Self.name, with: key))
        #expect(parts.count == 5)
        #expect(
            Base64URL.decode(parts[0]).map { String(decoding: $0, as: UTF8.self) }
                == #"{"alg":"dir","enc":"A256GCM","cty":"application/json","name":"\#(Self.name)"}"#)
        #expect(parts[1].isEmpty)
        #expect(Base64URL.decode(parts[2])?.count == 12)
        #expect(Base64URL.decode(parts[3])?.count == Self.content.count)
        #expect(Base64URL.decode(parts[4])?.count == 16)
    }

    @Test func `no nonce comes twice in ten thousand seals`() throws {
        var nonces: Set<String> = []
        for _ in 0..<10_000 { nonces.insert(parts(try CompactJWE.seal([1], name: "n", with: key))[2]) }
        #expect(nonces.count == 10_000)
    }

    @Test func `no byte can be changed, taken away or added`() throws {
        let sealed = try CompactJWE.seal(Self.content, name: Self.name, with: key)
        for index in sealed.indices {
            for change in [UInt8(1), 2, 0x20, 0x80] {
                var changed = sealed
                changed[index] ^= change
                #expect(throws: JOSEError.self) { try CompactJWE.open(changed, name: Self.name, with: key) }
            }
            var shorter = sealed
            shorter.remove(at: index)
            #expect(throws: JOSEError.self) { try CompactJWE.open(shorter, name: Self.name, with: key) }
            let cut = Array(sealed[..<index])
            #expect(throws: JOSEError.self) { try CompactJWE.open(cut, name: Self.name, with: key) }
        }
        for more in [".", "A", "\n", "=", "\0"] {
            let longer = sealed + Array(more.utf8)
            #expect(throws: JOSEError.self) { try CompactJWE.open(longer, name: Self.name, with: key) }
        }
    }

    @Test func `another key and another name do not open it`() throws {
        let sealed = try CompactJWE.seal(Self.content, name: Self.name, with: key)
        #expect(throws: JOSEError(.notAuthentic, "")) {
            try CompactJWE.open(sealed, name: Self.name, with: ContentKey.random())
        }
        #expect(throws: JOSEError(.notAuthentic, "")) {
            try CompactJWE.open(sealed, name: "app@login.example@t@d.json", with: key)
        }
    }

    static let headers: [(header: String, code: JOSEError.Code)] = [
        (#"{"alg":"dir","enc":"A128GCM","name":"NAME"}"#, .unsupportedAlgorithm),
        (#"{"alg":"dir","enc":"A256CBC-HS512","name":"NAME"}"#, .unsupportedAlgorithm),
        (#"{"alg":"A256KW","enc":"A256GCM","name":"NAME"}"#, .unsupportedAlgorithm),
        (#"{"alg":"DIR","enc":"A256GCM","name":"NAME"}"#, .unsupportedAlgorithm),
        (#"{"alg":"none","name":"NAME"}"#, .unsupportedAlgorithm),
        (#"{"enc":"A256GCM","name":"NAME"}"#, .unsupportedAlgorithm),
        (#"{"alg":"dir","enc":"A256GCM","zip":"DEF","name":"NAME"}"#, .unsupportedAlgorithm),
        (#"{"alg":"dir","enc":"A256GCM","crit":["exp"],"exp":1,"name":"NAME"}"#, .unsupportedAlgorithm),
        (#"{"alg":"dir","alg":"dir","enc":"A256GCM","name":"NAME"}"#, .malformedToken),
        (#"{"alg":"dir","enc":"A256GCM","name":"other"}"#, .notAuthentic),
        (#"{"alg":"dir","enc":"A256GCM","name":7}"#, .notAuthentic),
        (#"{"alg":"dir","enc":"A256GCM"}"#, .notAuthentic),
        // Right in all but the tag, which is another header's.
        (#"{"alg":"dir","enc":"A256GCM","name":"NAME"}"#, .notAuthentic),
        (#"["dir"]"#, .malformedToken), (#"{"alg":"#, .malformedToken), ("", .malformedToken),
    ]

    @Test(arguments: headers)
    func `another header is refused`(header: String, code: JOSEError.Code) throws {
        var parts = parts(try CompactJWE.seal(Self.content, name: Self.name, with: key))
        parts[0] = Base64URL.encode(header.replacing("NAME", with: Self.name).utf8)
        #expect(throws: JOSEError(code, "")) { try open(parts) }
    }

    static let forms: [(index: Int, text: String)] = [
        (1, "AAAA"), (2, ""), (2, "AAAAAAAAAAAAAAAAAAAA"), (2, "AAAAAAAAAAAAAAA="), (3, "A"), (3, "+/+/"), (3, "AA AA"),
        (4, ""), (4, "AAAAAAAAAAAAAAAA"), (4, "AAAAAAAAAAAAAAAAAAAAAA=="), (4, "AAAAAAAAAAAAAAAAAAAAAA.AAAA"),
        (0, "{}"), (0, "eyJ"),
    ]

    @Test(arguments: forms)
    func `a part of another form is refused`(index: Int, text: String) throws {
        var parts = parts(try CompactJWE.seal(Self.content, name: Self.name, with: key))
        parts[index] = text
        #expect(throws: JOSEError(.malformedToken, "")) { try open(parts) }
    }

    @Test func `a hundred megabytes are refused before they are looked at`() {
        let text = [UInt8](repeating: UInt8(ascii: "A"), count: 100 << 20)
        #expect(throws: JOSEError(.malformedToken, "")) { try CompactJWE.open(text, name: Self.name, with: key) }
    }

    @Test func `nothing is sealed that would be too long to be opened`() {
        let content = [UInt8](repeating: 1, count: CompactJWE.longest * 3 / 4)
        #expect(throws: JOSEError(.malformedToken, "")) { try CompactJWE.seal(content, name: Self.name, with: key) }
    }

    @Test func `no message has the key or the content in it`() throws {
        let sealed = try CompactJWE.seal(Self.content, name: Self.name, with: key)
        let error = #expect(throws: JOSEError.self) {
            try CompactJWE.open(sealed, name: Self.name, with: ContentKey.random())
        }
        #expect(error?.message == "it was encrypted with another key, or was changed")
    }
}
