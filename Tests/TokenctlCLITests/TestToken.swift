import JOSE

/// Tokens for tests, and those of Microsoft's description of access tokens.
enum TestToken {
    /// A token of that header and those claims; the signature is as long as RS256's are, and nobody's.
    static func with(
        _ claims: String, header: String = #"{"typ":"JWT","alg":"RS256"}"#,
        signature: String = String(repeating: "A", count: 342)
    ) -> String {
        [header, claims].map { Base64URL.encode(Array($0.utf8)) }.joined(separator: ".") + "." + signature
    }

    /// Entra's version 2.0 token of a user for an API, with these claims besides or in place of its own.
    static func user(_ more: String = #""scp":"access_as_user""#, aud: String = api, header: String? = nil) -> String {
        with(
            #"{"aud":"\#(aud)","iss":"https://login.microsoftonline.com/\#(tenant)/v2.0","iat":1789999000,"#
                + #""nbf":1789999000,"exp":1790003500,"azp":"\#(client)","azpacr":"1","oid":"\#(user)","sub":"x","#
                + #""tid":"\#(tenant)","ver":"2.0",\#(more)}"#,
            header: header ?? #"{"typ":"JWT","alg":"RS256"}"#)
    }

    /// Entra's version 2.0 token of an app for an API.
    static func app(_ more: String = #""roles":["Files.Read.All"]"#, aud: String = api) -> String {
        with(
            #"{"aud":"\#(aud)","iss":"https://login.microsoftonline.com/\#(tenant)/v2.0","iat":1789999000,"#
                + #""nbf":1789999000,"exp":1790002900,"azp":"\#(client)","azpacr":"1","oid":"\#(user)","#
                + #""sub":"\#(user)","tid":"\#(tenant)","ver":"2.0",\#(more)}"#)
    }

    static let api = "6e74172b-be56-4843-9ff4-e66a39bb12e3"
    static let client = "11112222-bbbb-3333-cccc-4444dddd5555"
    static let tenant = "aaaabbbb-0000-cccc-1111-dddd2222eeee"
    static let user = "690222be-ff1a-4d56-abd1-7e4f7d38e474"

    /// The version 1.0 sample, its signature cut off as it is there.
    static let version1 =
        "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiIsIng1dCI6Imk2bEdrM0ZaenhSY1ViMkMzbkVRN3N5SEpsWSIsImtpZCI6Imk2bEdrM0ZaenhS"
        + "Y1ViMkMzbkVRN3N5SEpsWSJ9.eyJhdWQiOiJlZjFkYTlkNC1mZjc3LTRjM2UtYTAwNS04NDBjM2Y4MzA3NDUiLCJpc3MiOiJodHRwczovL3N"
        + "0cy53aW5kb3dzLm5ldC9mYTE1ZDY5Mi1lOWM3LTQ0NjAtYTc0My0yOWYyOTUyMjIyOS8iLCJpYXQiOjE1MzcyMzMxMDYsIm5iZiI6MTUzNzI"
        + "zMzEwNiwiZXhwIjoxNTM3MjM3MDA2LCJhY3IiOiIxIiwiYWlvIjoiQVhRQWkvOElBQUFBRm0rRS9RVEcrZ0ZuVnhMaldkdzhLKzYxQUdyU09"
        + "1TU1GNmViYU1qN1hPM0libUQzZkdtck95RCtOdlp5R24yVmFUL2tES1h3NE1JaHJnR1ZxNkJuOHdMWG9UMUxrSVorRnpRVmtKUFBMUU9WNEt"
        + "jWHFTbENWUERTL0RpQ0RnRTIyMlRJbU12V05hRU1hVU9Uc0lHdlRRPT0iLCJhbXIiOlsid2lhIl0sImFwcGlkIjoiNzVkYmU3N2YtMTBhMy0"
        + "0ZTU5LTg1ZmQtOGMxMjc1NDRmMTdjIiwiYXBwaWRhY3IiOiIwIiwiZW1haWwiOiJBYmVMaUBtaWNyb3NvZnQuY29tIiwiZmFtaWx5X25hbWU"
        + "iOiJMaW5jb2xuIiwiZ2l2ZW5fbmFtZSI6IkFiZSAoTVNGVCkiLCJpZHAiOiJodHRwczovL3N0cy53aW5kb3dzLm5ldC83MmY5ODhiZi04NmY"
        + "xLTQxYWYtOTFhYi0yZDdjZDAxMjIyNDcvIiwiaXBhZGRyIjoiMjIyLjIyMi4yMjIuMjIiLCJuYW1lIjoiYWJlbGkiLCJvaWQiOiIwMjIyM2I"
        + "2Yi1hYTFkLTQyZDQtOWVjMC0xYjJiYjkxOTQ0MzgiLCJyaCI6IkkiLCJzY3AiOiJ1c2VyX2ltcGVyc29uYXRpb24iLCJzdWIiOiJsM19yb0l"
        + "TUVUyMjJiVUxTOXlpMmswWHBxcE9pTXo1SDNaQUNvMUdlWEEiLCJ0aWQiOiJmYTE1ZDY5Mi1lOWM3LTQ0NjAtYTc0My0yOWYyOTU2ZmQ0Mjk"
        + "iLCJ1bmlxdWVfbmFtZSI6ImFiZWxpQG1pY3Jvc29mdC5jb20iLCJ1dGkiOiJGVnNHeFlYSTMwLVR1aWt1dVVvRkFBIiwidmVyIjoiMS4wIn0"
        + ".D3H6pMUtQnoJAGq6AHd"

    /// The version 2.0 sample, in the same way.
    static let version2 =
        "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiIsImtpZCI6Imk2bEdrM0ZaenhSY1ViMkMzbkVRN3N5SEpsWSJ9.eyJhdWQiOiI2ZTc0MTcyYi1"
        + "iZTU2LTQ4NDMtOWZmNC1lNjZhMzliYjEyZTMiLCJpc3MiOiJodHRwczovL2xvZ2luLm1pY3Jvc29mdG9ubGluZS5jb20vNzJmOTg4YmYtODZ"
        + "mMS00MWFmLTkxYWItMmQ3Y2QwMTFkYjQ3L3YyLjAiLCJpYXQiOjE1MzcyMzEwNDgsIm5iZiI6MTUzNzIzMTA0OCwiZXhwIjoxNTM3MjM0OTQ"
        + "4LCJhaW8iOiJBWFFBaS84SUFBQUF0QWFaTG8zQ2hNaWY2S09udHRSQjdlQnE0L0RjY1F6amNKR3hQWXkvQzNqRGFOR3hYZDZ3TklJVkdSZ2h"
        + "OUm53SjFsT2NBbk5aY2p2a295ckZ4Q3R0djMzMTQwUmlvT0ZKNGJDQ0dWdW9DYWcxdU9UVDIyMjIyZ0h3TFBZUS91Zjc5UVgrMEtJaWpkcm1"
        + "wNjlSY3R6bVE9PSIsImF6cCI6IjZlNzQxNzJiLWJlNTYtNDg0My05ZmY0LWU2NmEzOWJiMTJlMyIsImF6cGFjciI6IjAiLCJuYW1lIjoiQWJ"
        + "lIExpbmNvbG4iLCJvaWQiOiI2OTAyMjJiZS1mZjFhLTRkNTYtYWJkMS03ZTRmN2QzOGU0NzQiLCJwcmVmZXJyZWRfdXNlcm5hbWUiOiJhYmV"
        + "saUBtaWNyb3NvZnQuY29tIiwicmgiOiJJIiwic2NwIjoiYWNjZXNzX2FzX3VzZXIiLCJzdWIiOiJIS1pwZmFIeVdhZGVPb3VZbGl0anJJLUt"
        + "mZlRtMjIyWDVyclYzeERxZktRIiwidGlkIjoiNzJmOTg4YmYtODZmMS00MWFmLTkxYWItMmQ3Y2QwMTFkYjQ3IiwidXRpIjoiZnFpQnFYTFB"
        + "qMGVRYTgyUy1JWUZBQSIsInZlciI6IjIuMCJ9.pj4N-w_3Us9DrBLfpCt"
}
