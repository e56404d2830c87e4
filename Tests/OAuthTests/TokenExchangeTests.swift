import FakeWorld
import JOSE
import Synchronization
import Testing
import World

@testable import OAuth

struct TokenExchangeTests {
    private static let url = "https://login.microsoftonline.com/\(TestProviders.tenant)/oauth2/v2.0/token"

    private func redeem(
        _ transport: ScriptedTransport, assertion: @escaping @Sendable () -> Secret
    ) throws -> TokenResponse {
        let clock = FakeClock()
        let policy = RetryPolicy(clock: clock, randomness: CountingRandomness()) { _ in }
        let exchange = TokenExchange(
            clientID: "app", endpoint: try TestProviders.entra(),
            http: HTTPClient(transport: transport, options: TransportOptions(), retries: policy),
            credential: .assertion(assertion), authMethod: nil, claims: nil)
        return try exchange.redeem(
            [.init("grant_type", "client_credentials")], in: .fake(clock: clock, transport: transport))
    }

    @Test func `the client assertion is made anew for each try`() throws {
        let transport = ScriptedTransport(
            .answer(Self.url, "", status: 503), .answer(Self.url, "", status: 429),
            .answer(Self.url, #"{"access_token":"t"}"#))
        let count = Mutex(0)
        let response = try redeem(transport) {
            count.withLock { count in
                count += 1
                return Secret("assertion \(count)")
            }
        }
        #expect(response.accessToken == "t")
        #expect(
            transport.requests.map { $0.form["client_assertion"] } == ["assertion 1", "assertion 2", "assertion 3"])
        #expect(Set(transport.requests.map { $0.headerValues["client-request-id"] }).count == 1)
    }

    /// An assertion of a payload, as a workload's own provider would sign it.
    private static func assertion(_ payload: String) -> String {
        [#"{"alg":"RS256"}"#, payload, "signature"].map { Base64URL.encode(Array($0.utf8)) }.joined(separator: ".")
    }

    private func refusal(_ number: Int, assertion: String) -> Failure? {
        let body = #"{"error":"invalid_client","error_description":"AADSTS\#(number): No.","error_codes":[\#(number)]}"#
        return #expect(throws: Failure.self) {
            try redeem(ScriptedTransport(.answer(Self.url, body, status: 401))) { Secret(assertion) }
        }
    }

    @Test(arguments: [70021, 700_211, 700_212, 700_213])
    func `where no federated credential matches, what the assertion says is shown, and not the assertion`(
        number: Int
    ) throws {
        let assertion = Self.assertion(
            #"{"iss":"https://token.actions.example","sub":"repo:o/r:ref:refs/heads/main","aud":["api://AzureADTokenExchange"]}"#
        )
        let failure = try #require(refusal(number, assertion: assertion))
        let hint = try #require(failure.hint)
        #expect(
            hint.hasSuffix(
                "; the assertion has iss 'https://token.actions.example', sub 'repo:o/r:ref:refs/heads/main', "
                    + #"aud '["api://AzureADTokenExchange"]'"#))
        #expect(failure.message.contains("AADSTS\(number)"))
        for part in assertion.split(separator: ".") { #expect(!(failure.message + hint).contains(part)) }
    }

    @Test func `a claim that the assertion lacks is shown as empty`() throws {
        let hint = try #require(refusal(70021, assertion: Self.assertion(#"{"sub":"s"}"#))?.hint)
        #expect(hint.hasSuffix("the assertion has iss '', sub 's', aud ''"))
    }

    @Test(arguments: ["opaque", "a.b.c", "", assertion("not JSON")])
    func `an assertion that cannot be read is not spoken of`(assertion: String) throws {
        let hint = try #require(refusal(700_213, assertion: assertion)?.hint)
        #expect(hint == EntraError.known[700_213]?.hint)
    }

    @Test(arguments: [700_027, 7_000_215, 50126])
    func `other errors do not show it`(number: Int) throws {
        let hint = try #require(refusal(number, assertion: Self.assertion(#"{"iss":"i","sub":"s","aud":"a"}"#))?.hint)
        #expect(!hint.contains("assertion has"))
    }
}
