import FakeWorld
import JOSE
import OAuth
import Testing
import World

struct HTTPClientTests {
    private static let secret = #"s3/cr+et"x"#

    private func answer(_ body: String, status: Int, headers: [(name: String, value: String)] = []) throws
        -> HTTPResponse
    {
        let transport = ScriptedTransport(.answer("https://idp.example/token", body, status: status, headers: headers))
        let client = HTTPClient(transport: transport, options: TransportOptions())
        let url = try WebURL("https://idp.example/token")
        return try client.send { HTTPRequest(post: [.init("client_secret", Secret(Self.secret))], to: url) }
    }

    static let echoes = [
        #"{"error":"invalid_client","error_description":"wrong: s3/cr+et\"x"}"#,
        #"{"error":"invalid_client","error_description":"wrong: s3\/cr\u002bet\u0022x"}"#,
        #"{"error":"s3\/cr+et\"x","error_description":"no"}"#,
        #"{"error":"invalid_client","error_description":"got client_secret=s3%2Fcr%2Bet%22x"}"#,
        #"{"error":{"code":"a","message":"s3/cr+et\"x"}}"#,
    ]

    @Test(arguments: echoes, [200, 400, 401, 500])
    func `a secret that the server says back is not repeated`(body: String, status: Int) throws {
        let failure = Failure(response: try answer(body, status: status), to: "get a token")
        let told = [failure.message, failure.answer?.error, failure.answer?.description].compactMap(\.self).joined()
        #expect(!told.contains("s3"), "\(told)")
        #expect(told.contains("[secret]"))
    }

    @Test func `nor in the address of a redirect`() throws {
        let response = try answer("", status: 302, headers: [("Location", "https://x/?s3%2Fcr%2Bet%22x")])
        #expect(!Failure(response: response, to: "get a token").message.contains("s3"))
    }

    @Test func `an answer that is a token is left as it is`() throws {
        let body = #"{"access_token":"s3/cr+et", "x" : 1}"#
        #expect(try String(decoding: answer(body, status: 200).body, as: UTF8.self) == body)
    }

    static let shortSecrets: [(secret: String, description: String, told: String)] = [
        ("0", "AADSTS7000215: no", "AADSTS7000215: no"), ("abc", "abc", "abc"), ("abcd", "abcd", "[secret]"),
        ("secret", "the secret", "the [secret]"), ("a/b/", "a/b/ a%2Fb%2F", "[secret] [secret]"),
    ]

    @Test(arguments: shortSecrets)
    func `a short secret does not hide what went wrong`(secret: String, description: String, told: String) throws {
        let body = #"{"error":"invalid_client","error_description":"\#(description)","error_codes":[7000215]}"#
        let transport = ScriptedTransport(.answer("https://idp.example/token", body, status: 401))
        let client = HTTPClient(transport: transport, options: TransportOptions())
        let url = try WebURL("https://idp.example/token")
        let response = try client.send { HTTPRequest(post: [.init("client_secret", Secret(secret))], to: url) }
        let answer = Failure(response: response, to: "get a token").answer
        #expect(answer?.number == 7_000_215)
        #expect(answer?.description == told)
    }
}
