import JOSE
import Testing
import World

@testable import OAuth

struct ClaimsChallengeTests {
    private static let json = #"{"access_token":{"nbf":{"essential":true, "value":"1604106651?>"}}}"#
    private static let base64 = Base64.encode(Array(json.utf8))
    private static let base64URL = Base64URL.encode(Array(json.utf8))

    static let forms = [
        json, " \(json)\n", base64, base64URL, base64.filter { $0 != "=" },
        #"Bearer realm="", error="insufficient_claims", claims="\#(base64)""#,
        #"WWW-Authenticate: Bearer realm="", error="insufficient_claims", claims="\#(base64URL)""#,
        #"www-authenticate: bearer Claims = \#(base64URL), error="insufficient_claims""#,
        #"Negotiate abc==, Bearer authorization_uri="https://x/?claims=1", claims="\#(base64)", Basic realm="x""#,
        #"Bearer realm="a, claims=\"bm8\"", claims="\#(base64)""#,
        #"Bearer claims="\#(json.replacing("\"", with: "\\\""))""#,
    ]

    @Test(arguments: forms)
    func `claims are taken byte for byte from whatever holds them`(text: String) throws {
        #expect(try ClaimsChallenge(text).json == Self.json)
    }

    @Test(
        arguments: [
            "", "   ", "{", "[1]", "{}x", "not base64!", "bm8", "W10", "file", #"Bearer realm="x""#,
            #"Bearer error="invalid_token""#, #"Bearer claims="bm8""#, "=\"", "Bearer claims=\"",
        ])
    func `what holds none is refused`(text: String) {
        #expect(throws: Failure(.badData, "")) { try ClaimsChallenge(text) }
    }

    @Test func `a challenge without capabilities is sent as it came`() throws {
        #expect(try ClaimsRequest(challenge: ClaimsChallenge(Self.json)).text == Self.json)
        #expect(ClaimsRequest().text == nil)
    }

    @Test(
        arguments: [
            (nil, #"{"access_token":{"xms_cc":{"values":["CP1"]}}}"#),
            (#"{"id_token":{"a":null}}"#, #"{"id_token":{"a":null},"access_token":{"xms_cc":{"values":["CP1"]}}}"#),
            (
                #"{"access_token":{"nbf":{"value":"1"}}}"#,
                #"{"access_token":{"nbf":{"value":"1"},"xms_cc":{"values":["CP1"]}}}"#
            ),
            (#"{"access_token":null}"#, #"{"access_token":{"xms_cc":{"values":["CP1"]}}}"#),
            (#"{"access_token":{"xms_cc":{"values":["x"]}}}"#, #"{"access_token":{"xms_cc":{"values":["CP1"]}}}"#),
        ] as [(String?, String)])
    func `capabilities join the challenge at every depth`(challenge: String?, text: String) throws {
        let request = ClaimsRequest(
            challenge: try challenge.map { try ClaimsChallenge($0) }, capabilities: ["cp1", "CP1"])
        #expect(request.text == text)
    }
}
