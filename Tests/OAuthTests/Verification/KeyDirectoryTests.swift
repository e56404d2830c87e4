import FakeWorld
import JOSE
import Synchronization
import Testing
import World

@testable import OAuth

struct KeyDirectoryTests {
    private static let issuer = SigningIssuer.identifier

    /// What is kept between runs, in memory.
    private final class KeptKeys: KeyRepository {
        private let state = Mutex<[String: PublishedKeys]>([:])

        func keys(of source: KeySource) -> PublishedKeys? { state.withLock { $0[source.name] } }
        func keep(_ keys: PublishedKeys, of source: KeySource) { state.withLock { $0[source.name] = keys } }
    }

    private let kept = KeptKeys()
    private let warnings = Remarks()
    private let first: SigningIssuer
    private let second: SigningIssuer

    init() throws {
        first = try SigningIssuer()
        second = try SigningIssuer()
    }

    /// A run of the program, which asks for these and nothing else.
    private func run(_ steps: [ScriptedTransport.Step]) -> (directory: KeyDirectory, transport: ScriptedTransport) {
        let transport = ScriptedTransport(steps)
        let warnings = warnings
        let http = HTTPClient(transport: transport, options: TransportOptions())
        let directory = KeyDirectory(repository: kept, http: http) { warnings.add($0) }
        return (directory, transport)
    }

    private func judge(
        _ token: String, at now: Int, _ steps: [ScriptedTransport.Step]
    ) throws -> SignatureVerdict {
        var (directory, transport) = run(steps)
        defer { #expect(transport.isExhausted, "what was to be asked was not") }
        return try directory.judge(
            CompactJWS(parsing: token), by: KeySource(.issuer(try Issuer(Self.issuer))), now: now
        ).verdict
    }

    private func isSigned(_ verdict: SignatureVerdict) -> Bool {
        if case .signed = verdict { true } else { false }
    }

    private func fetching(_ issuer: SigningIssuer) -> [ScriptedTransport.Step] {
        [SigningIssuer.metadata, issuer.keySet]
    }

    private static let outOfReach: [ScriptedTransport.Step] = [
        .failure(SigningIssuer.discovery, Failure(.unavailable, "no route to idp.example"))
    ]

    @Test func `keys are asked for once a day`() throws {
        let token = try first.idToken()
        #expect(isSigned(try judge(token, at: 1000, fetching(first))))
        #expect(isSigned(try judge(token, at: 1000 + 86_399, [])))
        #expect(isSigned(try judge(token, at: 1000 + 86_400, fetching(first))))
        // A clock that was set back does not make keys young.
        #expect(isSigned(try judge(token, at: 500, fetching(first))))
    }

    @Test func `a thousand tokens cost one fetch`() throws {
        var (directory, transport) = run(fetching(first))
        let token = try CompactJWS(parsing: first.idToken())
        let source = KeySource(.issuer(try Issuer(Self.issuer)))
        for _ in 0..<1000 { #expect(isSigned(try directory.judge(token, by: source, now: 1000).verdict)) }
        #expect(transport.requests.count == 2)
    }

    @Test func `the first unknown key has keys fetched at once, the next ones every five minutes`() throws {
        let known = try first.idToken()
        let unknown = try second.idToken(kid: "k2")
        #expect(isSigned(try judge(known, at: 1000, fetching(first))))
        #expect(try judge(unknown, at: 1001, fetching(first)) == .unknownKey)
        #expect(try judge(unknown, at: 1300, []) == .unknownKey)
        #expect(isSigned(try judge(known, at: 1300, [])))
        #expect(try judge(unknown, at: 1301, fetching(first)) == .unknownKey)
    }

    @Test func `keys that were fetched for an unknown one are not fetched twice`() throws {
        #expect(try judge(try second.idToken(kid: "k2"), at: 1000, fetching(first)) == .unknownKey)
        #expect(try judge(try second.idToken(kid: "k2"), at: 1299, []) == .unknownKey)
    }

    @Test func `a key that was rolled over is found`() throws {
        #expect(isSigned(try judge(try first.idToken(), at: 1000, fetching(first))))
        let rolled = try second.idToken(kid: "k2")
        let keySet = second.keySet(kid: "k2")
        #expect(isSigned(try judge(rolled, at: 1001, [SigningIssuer.metadata, keySet])))
        #expect(isSigned(try judge(rolled, at: 1002, [])))
    }

    @Test func `old keys do while new ones cannot be had, and it is said`() throws {
        let token = try first.idToken()
        #expect(isSigned(try judge(token, at: 1000, fetching(first))))
        #expect(warnings.lines.isEmpty)
        #expect(isSigned(try judge(token, at: 200_000, Self.outOfReach)))
        #expect(warnings.lines.count == 1)
        #expect(warnings.lines.first?.contains("no route to idp.example") == true)
    }

    @Test func `a server out of reach is asked once for many tokens`() throws {
        var (directory, transport) = run(Self.outOfReach + fetching(first))
        let token = try CompactJWS(parsing: first.idToken())
        let source = KeySource(.issuer(try Issuer(Self.issuer)))
        for now in [1000, 1001, 1299] {
            #expect(throws: Failure(.unavailable, "")) { try directory.judge(token, by: source, now: now) }
        }
        #expect(transport.requests.count == 1)
        #expect(isSigned(try directory.judge(token, by: source, now: 1300).verdict))
    }

    @Test func `an unknown key, and nobody to ask, is judged by the last good keys, and asked for once in a while`()
        throws
    {
        #expect(isSigned(try judge(try first.idToken(), at: 1000, fetching(first))))
        let unknown = try second.idToken(kid: "k2")
        #expect(try judge(unknown, at: 1001, Self.outOfReach) == .unknownKey)
        #expect(warnings.lines.count == 1)
        #expect(try judge(unknown, at: 1300, []) == .unknownKey)
        #expect(try judge(unknown, at: 1301, Self.outOfReach) == .unknownKey)
    }

    @Test func `whoever blocks the issuer does not keep a key alive for ever`() throws {
        let token = try first.idToken()
        #expect(isSigned(try judge(token, at: 1000, fetching(first))))
        #expect(isSigned(try judge(token, at: 1000 + 30 * 86_400 - 1, Self.outOfReach)))
        #expect(throws: Failure(.unavailable, "")) { try judge(token, at: 1000 + 30 * 86_400, Self.outOfReach) }
    }
}
