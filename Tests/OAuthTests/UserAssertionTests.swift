import JOSE
import Testing
import World

@testable import OAuth

struct UserAssertionTests {
    private static let now = 1_790_000_000

    /// What is said of a token; nil where it may be sent.
    private func refusal(of text: String, clientID: String = AssertionText.api) -> Failure? {
        do {
            let assertion = try UserAssertion(Secret(text))
            try assertion.check(for: clientID)
            try assertion.checkTime(now: Self.now)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        arguments: [
            AssertionText.user(), AssertionText.user(["aud": .string("api://\(AssertionText.api)")]),
            AssertionText.user(["aud": .string("API://\(AssertionText.api.uppercased())")]),
            AssertionText.user(["aud": .string("https://api.contoso.com")]),
            AssertionText.user(["aud": .array([.string("other"), .string(AssertionText.api)])]),
            AssertionText.user(["aud": .null]), AssertionText.user(["exp": .null, "nbf": .null]),
            AssertionText.user(["roles": .array([.string("Admin")])]),
            AssertionText.user(["azp": .null, "appid": .string("the-client")]),
            AssertionText.user(["nbf": .integer(now + 200)]), "EwBQA8l6BAAUO-_9",
            AssertionText.jwt("{}", header: #"{"alg":"dir","enc":"A256GCM"}"#) + ".AAAA.AAAA",
        ])
    func `a token that may do is sent on`(text: String) {
        #expect(refusal(of: text) == nil)
    }

    static let hopeless: [(text: String, word: String)] = [
        ("", "no token has"), (" ", "white space"), ("a b", "white space"),
        (AssertionText.user() + "\n", "white space"),
        ("abc\u{E9}", "no token has"), ("a.b", "neither"), ("a.b.c.d", "neither"), ("abc+/", "neither"),
        ("a.b.c", "base64url"), ("...", "neither"), ("..", "JSON"), (AssertionText.jwt("[]"), "JSON object"),
        (AssertionText.jwt("{}", header: "x"), "JSON"), (AssertionText.user(signature: ""), "not signed"),
        (AssertionText.user(signature: "a+b"), "base64url"), (AssertionText.jwt("{}") + ".a.b", "neither"),
        (AssertionText.user(["aud": .string("https://graph.microsoft.com")]), "Microsoft Graph"),
        (AssertionText.user(["aud": .string("https://graph.microsoft.com/")]), "Microsoft Graph"),
        (AssertionText.user(["aud": .string("00000003-0000-0000-C000-000000000000")]), "Microsoft Graph"),
        (AssertionText.user(["scp": .null, "azp": .null, "nonce": .string("n")]), "id token"),
        (AssertionText.user(["scp": .null, "azp": .null]), "id token"),
        (AssertionText.user(["idtyp": .string("app")]), "app's own"),
        (AssertionText.user(["scp": .null, "roles": .array([])]), "app's own"),
        (AssertionText.user(["scp": .null, "sub": .string("o-1")]), "app's own"),
        (AssertionText.user(["aud": .string("99999999-bbbb-3333-cccc-4444dddd5555")]), "AADSTS500131"),
        (AssertionText.user(["aud": .string("api://99999999-bbbb-3333-cccc-4444dddd5555")]), "AADSTS500131"),
        (AssertionText.user(["nbf": .integer(now + 400)]), "valid only in 400 s"),
    ]

    @Test(arguments: hopeless)
    func `a hopeless one is refused with the reason, and not shown`(text: String, word: String) throws {
        let failure = try #require(refusal(of: text))
        #expect(failure.code == .badData)
        #expect(failure.message.contains(word), "\(failure.message)")
        #expect(text.count < 8 || !failure.message.contains(text))
    }

    @Test(arguments: [JSON.integer(now), .integer(now - 3600), .number("1789999999.5"), .integer(0)])
    func `an expired one is told from the others`(exp: JSON) {
        #expect(refusal(of: AssertionText.user(["exp": exp])) == Failure(.expired, ""))
    }

    @Test func `it tells whose it is, and from where`() throws {
        let assertion = try UserAssertion(Secret(AssertionText.user()))
        #expect(assertion.tenant == AssertionText.tenant)
        #expect(assertion.client == "the-client")
        #expect(assertion.audience == AssertionText.api)
        #expect(assertion.account?.homeAccountID == "o-1.\(AssertionText.tenant)")
        #expect(assertion.account?.username == "ann@contoso.com")
        #expect(!assertion.isOpaque)
        #expect(try UserAssertion(Secret("opaque")).isOpaque)
        let foreign = try UserAssertion(Secret(AssertionText.user(["tid": .string("../common")])))
        #expect(foreign.tenant == nil, "only a GUID gets into an address")
    }
}
