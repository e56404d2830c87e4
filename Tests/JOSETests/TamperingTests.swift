import JOSE
import Testing

/// Every token but the one that was signed is another token.
struct TamperingTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let verifier: SignatureVerifier
    }

    static let samples: [Sample] = {
        let kinds: [(KeyKind, SignatureAlgorithm)] = [
            (.rsa(bits: 2048), .rs256), (.rsa(bits: 2048), .ps256), (.p256, .es256), (.p521, .es512),
            (.ed25519, .edDSA),
        ]
        let signed = kinds.compactMap { kind, algorithm -> Sample? in
            let header = #"{"alg":"\#(algorithm.rawValue)","kid":"1"}"#
            guard let key = try? PrivateKey.generate(kind), let text = try? TestTokens.token(header, key, algorithm),
                let set = try? TestTokens.set(key, ["kid": .string("1")])
            else { return nil }
            return Sample(testDescription: algorithm.rawValue, text: text, verifier: SignatureVerifier(set))
        }
        let authenticated = CookbookTests.genuine.filter(\.isMAC).prefix(1).compactMap { example in
            (try? example.set).map {
                Sample(
                    testDescription: "HS256", text: example.text, verifier: SignatureVerifier($0, allowsMAC: true))
            }
        }
        return signed + authenticated
    }()

    static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    @Test func `there is a token of each kind`() { #expect(Self.samples.count == 6) }

    @Test(arguments: samples)
    func `another letter anywhere makes it another token`(sample: Sample) throws {
        var verifier = sample.verifier
        #expect(try verifier.accepts(sample.text))
        let bytes = Array(sample.text.utf8)
        var count = 0
        for position in bytes.indices {
            // The neighbour in the alphabet changes the last bit, which is a stray one in a part's last letter.
            let place = Self.letters.firstIndex(of: bytes[position]) ?? 0
            let others = [1, 2, 16, 32, 63].map { Self.letters[(place ^ $0) % 64] } + Array("=.+".utf8)
            for other in others where other != bytes[position] {
                var changed = bytes
                changed[position] = other
                let text = String(decoding: changed, as: UTF8.self)
                if try verifier.accepts(text) { Issue.record("genuine all the same: \(text)") }
                count += 1
            }
        }
        #expect(count > 1000)
        #expect(try verifier.accepts(sample.text))
    }

    @Test(arguments: samples)
    func `a letter more or less makes it another token`(sample: Sample) throws {
        var verifier = sample.verifier
        let bytes = Array(sample.text.utf8)
        for position in bytes.indices {
            var shorter = bytes
            shorter.remove(at: position)
            var longer = bytes
            longer.insert(UInt8(ascii: "A"), at: position)
            for changed in [shorter, longer] {
                let text = String(decoding: changed, as: UTF8.self)
                if try verifier.accepts(text) { Issue.record("genuine all the same: \(text)") }
            }
        }
        for suffix in ["A", "=", "\n", " ", ".", "\0"] { #expect(try !verifier.accepts(sample.text + suffix)) }
    }
}
