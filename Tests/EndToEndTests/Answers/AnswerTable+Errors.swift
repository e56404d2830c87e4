import Testing

extension AnswerTable {
    /// OAuth errors, odd ones and those that decide the exit status.
    static let errors = AnswerTable(
        "errors",
        [
            OddAnswer("200 with an error", .token(#""error":"invalid_client""#), status: 22, says: "invalid_client"),
            OddAnswer(
                "200 with an error that is an object", .http(200, #"{"error":{"code":"Bad","message":"No."}}"#),
                status: 77, says: "Bad: No"),
            OddAnswer("200 with an error that is empty", .token(#""error":"""#), status: 77, says: "unknown_error"),
            OddAnswer("200 with an error that is a number", .token(#""error":17"#), status: 77, says: "unknown_error"),
            OddAnswer("an error that is false", .token(#""error":false"#), status: 77, says: "unknown_error"),
            OddAnswer(
                "an error that is a URL", .http(400, #"{"error":"https://idp.example/errors/17"}"#), status: 77,
                says: "https://idp.example/errors/17"),
            OddAnswer(
                "a description that is no text",
                .http(400, #"{"error":"invalid_request","error_description":{"x":[]}}"#), status: 77,
                says: "invalid_request"),
            OddAnswer(
                "a page of problem details", .http(400, #"{"type":"about:blank","title":"Bad","status":400}"#),
                status: 77, says: "HTTP 400"),
            OddAnswer(
                "control characters in a description",
                .http(
                    400,
                    #"{"error":"invalid_request","error_description":"a\u001b[31mred\u001b]0;title\u0007\u009b2J\u202etxt\u2066\r\nhint: rm -rf /\u0000\u2028tokenctl: ok\u007f"}"#
                ),
                status: 77, says: "invalid_request", neverSays: "\nhint: rm"),
            OddAnswer(
                "control characters in an error",
                .http(400, #"{"error":"x\u001b[2J\ny","timestamp":"a\nb","correlation_id":"\u001b[1m"}"#), status: 77,
                says: "x"),
            OddAnswer(
                "a description of 500 kB",
                .http(400, #"{"error":"invalid_request","error_description":"\#(veryLong)"}"#),
                status: 77, says: "invalid_request", "…"),
            OddAnswer("an error of 22 kB", .http(400, #"{"error":"\#(long)"}"#), status: 77, says: "…"),
            OddAnswer(
                "ids of 22 kB",
                .http(400, #"{"error":"invalid_request","correlation_id":"\#(long)","timestamp":"\#(long)"}"#),
                status: 77, says: "invalid_request"),
            OddAnswer(
                "a redirect of 22 kB", .http(302, "", "Location: https://x/" + long), status: 76,
                says: "https://x/"),
            OddAnswer(
                "a token type of 22 kB", .token(#""token_type":"\#(long)""#), status: 76, says: "not a bearer token"),
            OddAnswer(
                "the secret in a description",
                .http(
                    401,
                    #"{"error":"invalid_client","error_description":"got \#(OddAnswer.secret) and \#(OddAnswer.encodedSecret)"}"#
                ),
                status: 22, says: "invalid_client", "[secret]"),
            OddAnswer(
                "the secret in an error with 200", .http(200, #"{"error":"\#(OddAnswer.secret)"}"#), status: 77,
                says: "[secret]"),
            OddAnswer(
                "the secret in a redirect",
                .http(302, "", "Location: https://x/?client_secret=\(OddAnswer.encodedSecret)"), status: 76,
                says: "not followed"),
            OddAnswer(
                "the secret on a page", .http(500, "<html>\(OddAnswer.secret)", "Content-Type: text/html"),
                .http(501, "<html>\(OddAnswer.secret)"), status: 69, says: "HTTP 501", requests: 2...2),
            OddAnswer(
                "the secret as a token's type", .token(#""token_type":"\#(OddAnswer.secret)""#), status: 76,
                says: "not a bearer token"),
            OddAnswer(
                "the secret as a time to live", .token(#""expires_in":"\#(OddAnswer.secret)""#), status: 76,
                says: "expires_in"),
        ]
            + [
                #"["7000215"]"#, "[1e400]", "[-7000215]", "[99999999999999999999]", "[]", "{}", "[null]", "7000215",
                "[[7000215]]", #""7000215""#,
            ].map { codes in
                OddAnswer(
                    "error_codes \(codes)", .http(401, #"{"error":"invalid_client","error_codes":\#(codes)}"#),
                    status: 22, says: "invalid_client")
            }
            + [
                OddAnswer(
                    "a number that nobody knows", .entra(987_654_321, "invalid_request"), status: 77,
                    says: "(AADSTS987654321)", "invalid_request: No"),
                OddAnswer(
                    "a number that nobody knows, of a client", .entra(987_654_321, "invalid_client", status: 401),
                    status: 22, says: "(AADSTS987654321)"),
                OddAnswer(
                    "a number in the description alone",
                    .http(401, #"{"error":"invalid_client","error_description":"AADSTS7000222: Expired."}"#),
                    status: 22, says: "(AADSTS7000222)", "hint: "),
                OddAnswer(
                    "a number with 403", .entra(7_000_112, "unauthorized_client", status: 403), status: 21,
                    says: "(AADSTS7000112)", "hint: "),
                OddAnswer(
                    "an expired secret", .entra(7_000_222, "invalid_client", status: 401), status: 22,
                    says: "(AADSTS7000222)", "hint: "),
                OddAnswer(
                    "a wrong secret", .entra(7_000_215, "invalid_client", status: 401), status: 22,
                    says: "(AADSTS7000215)", "hint: "),
                OddAnswer(
                    "a tenant that is not there", .entra(90002, "invalid_request"), status: 77, says: "(AADSTS90002)",
                    "hint: "),
                OddAnswer(
                    "access_denied", .http(400, #"{"error":"access_denied"}"#), status: 21, says: "access_denied"),
                OddAnswer(
                    "access_denied with 403", .http(403, #"{"error":"access_denied"}"#), status: 21,
                    says: "access_denied"),
                OddAnswer(
                    "unauthorized_client", .http(400, #"{"error":"unauthorized_client"}"#), status: 22,
                    says: "unauthorized_client"),
                OddAnswer("invalid_scope", .http(400, #"{"error":"invalid_scope"}"#), status: 77, says: "--scope"),
                OddAnswer(
                    "a word of the server's own", .http(400, #"{"error":"computer_says_no"}"#), status: 77,
                    says: "computer_says_no"),
                OddAnswer(
                    "consent_required", .http(400, #"{"error":"invalid_grant","suberror":"consent_required"}"#),
                    status: 20, says: "hint: ", "consent"),
                OddAnswer(
                    "a sub-error that nobody knows", .http(400, #"{"error":"invalid_grant","suberror":"x\u001b"}"#),
                    status: 77, says: "invalid_grant"),
                OddAnswer(
                    "a request that came too often", .entra(50196, "invalid_grant"), status: 75, says: "(AADSTS50196)",
                    "loop"),
            ]
            + ["invalid_grant", "interaction_required", "access_denied", "invalid_client", "server_error"].map {
                error in
                OddAnswer(
                    "conditional access as \(error)", .entra(53003, error), status: 21, says: "(AADSTS53003)",
                    "conditional access")
            }
            + [#"{"a": 1}"#, "{", "", "🤷 \"", "' ; rm -rf / '", "$(id)"].map { claims in
                OddAnswer(
                    "claims that are the text \(claims)",
                    .entra(50079, "interaction_required", more: #","claims":\#(quoted(claims))"#), status: 20,
                    says: "(AADSTS50079)", "hint: ", "tokenctl ")
            }
            + [
                OddAnswer(
                    "claims that are an object", .entra(50079, "interaction_required", more: #","claims":{"a":1}"#),
                    status: 20, says: "(AADSTS50079)", "hint: ")
            ])

    private static let long = String(repeating: "many words ", count: 2000)
    private static let veryLong = String(repeating: "many words ", count: 45000)

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
