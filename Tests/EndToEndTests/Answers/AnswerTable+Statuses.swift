import Testing

extension AnswerTable {
    /// HTTP statuses without a body that explains them.
    static let statuses = AnswerTable(
        "statuses",
        [
            OddAnswer("400, empty", .http(400), status: 77, says: "HTTP 400", "empty body"),
            OddAnswer(
                "401, empty", .http(401), status: 22, says: "HTTP 401", "empty body", "hint: check the client id"),
            OddAnswer(
                "401 with a challenge alone", .http(401, "", #"WWW-Authenticate: Basic realm="idp""#), status: 22,
                says: "HTTP 401"),
            OddAnswer("403, empty", .http(403), status: 22, says: "HTTP 403", "empty body"),
            OddAnswer("403 with the page of a firewall", .page(403), status: 22, says: "HTTP 403", "web page"),
            OddAnswer(
                "404 with a page", .page(404), status: 76, says: "HTTP 404", "web page", "may not be the provider's"),
            OddAnswer("405", .http(405, "{}", "Allow: GET"), status: 76, says: "HTTP 405"),
            OddAnswer("407", .page(407), status: 76, says: "HTTP 407"),
            OddAnswer("410", .http(410), status: 76, says: "HTTP 410"),
            OddAnswer("413", .http(413), status: 76, says: "HTTP 413"),
            OddAnswer("417", .http(417), status: 76, says: "HTTP 417"),
            OddAnswer("501", .http(501), status: 69, says: "HTTP 501"),
            OddAnswer("505", .http(505), status: 69, says: "HTTP 505"),
            OddAnswer("599", .http(599, "?"), status: 69, says: "HTTP 599"),
            OddAnswer(
                "999, to be read as of the server: RFC 9110 section 15", .http(999), status: 69, says: "HTTP 999"),
            OddAnswer("201 with a token", .http(201, tokenBody), status: 76, says: "HTTP 201"),
            OddAnswer("204", .http(204), status: 76, says: "HTTP 204", "empty body"),
            OddAnswer("206 with a token", .http(206, tokenBody), status: 76, says: "HTTP 206"),
            OddAnswer("304", .http(304), status: 76, says: "HTTP 304"),
            OddAnswer(
                "200 with the page of a captive portal", .page(200), status: 76, says: "web page", "sign-in portal"),
        ]
            + [301, 302, 303, 307, 308].map { status in
                OddAnswer(
                    "\(status), not followed", .http(status, "", "Location: /elsewhere?\u{1B}[31mred"), status: 76,
                    says: "/elsewhere", "not followed")
            } + [OddAnswer("302 to nowhere", .http(302), status: 76, says: "HTTP 302")])

    private static let tokenBody = #"{"access_token":"\#(OddAnswer.token)","expires_in":3599}"#
}
