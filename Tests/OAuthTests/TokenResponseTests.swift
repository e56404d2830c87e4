import OAuth
import Testing
import World

struct TokenResponseTests {
    private func response(_ body: String, status: Int = 200) throws -> TokenResponse {
        try TokenResponse(
            HTTPResponse(status: status, headers: [("client-request-id", "echo")], body: Array(body.utf8)),
            correlationID: "sent")
    }

    @Test func `a whole answer is read`() throws {
        let response = try response(
            """
            {"token_type":"Bearer","scope":"a b","expires_in":3599,"ext_expires_in":7199,"refresh_in":1800,
             "access_token":"t","correlation_id":"c","unknown":{"x":[1]}}
            """)
        #expect(response.accessToken == "t")
        #expect(response.tokenType == "Bearer")
        #expect(response.expiresIn == 3599)
        #expect(response.extendedExpiresIn == 7199)
        #expect(response.refreshIn == 1800)
        #expect(response.scope == "a b")
        #expect(response.correlationID == "c")
    }

    @Test func `the smallest answer is enough`() throws {
        let response = try response(#"{"access_token":"t"}"#)
        #expect(response.tokenType == "Bearer")
        #expect(response.expiresIn == 600)
        #expect(response.extendedExpiresIn == 600)
        #expect(response.refreshIn == nil)
        #expect(response.scope == nil)
        #expect(response.correlationID == "echo")
    }

    @Test func `an error that is null is none`() throws {
        #expect(try response(#"{"access_token":"t","error":null}"#).accessToken == "t")
    }

    static let lifetimes: [(json: String, seconds: Int?)] = [
        ("3599", 3599), ("0", 0), (#""3599""#, 3599), ("null", 600), ("3599.7", 3599), ("3.599e3", 3599),
        ("99999999999", 315_360_000), (#""99999999999""#, 315_360_000), ("1e300", 315_360_000),
        ("99999999999999999999", 315_360_000), ("-1", nil), (#""-1""#, nil), (#""soon""#, nil), (#""""#, nil),
        ("true", nil), ("[3599]", nil), ("{}", nil), ("-1e300", nil),
    ]

    @Test(arguments: lifetimes)
    func `a lifetime is a number or a text, not negative, and ten years at most`(json: String, seconds: Int?) throws {
        let body = #"{"access_token":"t","expires_in":\#(json)}"#
        guard let seconds else {
            #expect(throws: Failure(.protocolError, "")) { try response(body) }
            return
        }
        #expect(try response(body).expiresIn == seconds)
    }

    static let tokens = [
        #""""#, #"" ""#, #""   ""#, "null", "17", #"["t"]"#, #""a\nb""#, #""a\u0000b""#, #""a\u007fb""#, #""tökén""#,
        #""a\tb""#, #""\ud83d\ude00""#,
    ]

    @Test(arguments: tokens)
    func `an access token that is blank or not printable ASCII is a protocol error`(json: String) {
        #expect(throws: Failure(.protocolError, "")) { try response(#"{"access_token":\#(json),"expires_in":3599}"#) }
    }

    @Test(arguments: ["t", "a b", "!~", "eyJ.eyJ.sig-_", "a/b+c=="])
    func `any printable ASCII is a token`(token: String) throws {
        #expect(try response(#"{"access_token":"\#(token)"}"#).accessToken == token)
    }

    @Test(arguments: [
        ("Bearer", true), ("bearer", true), ("BEARER", true), ("DPoP", false), ("mac", false), ("", false),
    ])
    func `only bearer tokens are of use`(type: String, isGood: Bool) throws {
        let body = #"{"access_token":"t","token_type":"\#(type)"}"#
        if isGood {
            #expect(try response(body).tokenType == "Bearer")
        } else {
            #expect(throws: Failure(.protocolError, "")) { try response(body) }
        }
    }

    @Test(arguments: ["17", "true", "[]", #"["Bearer"]"#, "{}"])
    func `a type is a text`(json: String) {
        #expect(throws: Failure(.protocolError, "")) { try response(#"{"access_token":"t","token_type":\#(json)}"#) }
    }

    @Test func `a type that is null is none`() throws {
        #expect(try response(#"{"access_token":"t","token_type":null}"#).tokenType == "Bearer")
    }

    @Test(arguments: [("DPoP", true), ("N_A", true), ("x y", false), (String(repeating: "x", count: 21), false)])
    func `a type is named where it looks like one`(type: String, isNamed: Bool) {
        let error = #expect(throws: Failure.self) { try response(#"{"access_token":"t","token_type":"\#(type)"}"#) }
        #expect(error?.message.contains(type) == isNamed)
    }

    @Test(arguments: [200, 400])
    func `an error is an error, whatever the status and whatever else there is`(status: Int) {
        let error = #expect(throws: Failure(.badCredentials, "")) {
            try response(#"{"error":"invalid_client","access_token":"t"}"#, status: status)
        }
        #expect(error?.answer?.error == "invalid_client")
    }

    static let nonsense: [(body: String, status: Int, code: Failure.Code)] = [
        ("<html><body>Sign in</body></html>", 200, .protocolError), ("", 200, .protocolError),
        (#"{"access_token":"t","expires_in":3"#, 200, .protocolError), ("[]", 200, .protocolError),
        (#""t""#, 200, .protocolError), ("{}", 200, .protocolError), (#"{"id_token":"x"}"#, 200, .protocolError),
        (#"{"access_token":"t"}"#, 302, .protocolError), (#"{"access_token":"t"}"#, 404, .protocolError),
        ("\u{FEFF}{\"access_token\":\"t\"}", 200, .protocolError),
    ]

    @Test(arguments: nonsense)
    func `what is no answer is a protocol error`(body: String, status: Int, code: Failure.Code) {
        let error = #expect(throws: Failure(code, "")) { try response(body, status: status) }
        #expect(error?.message.hasPrefix("cannot get a token: ") == true)
    }
}
