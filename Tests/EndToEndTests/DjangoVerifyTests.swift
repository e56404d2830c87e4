import Foundation
import TestSupport
import Testing

/// Id tokens of a provider whose access tokens are opaque.
@Suite(.requires(DjangoProvider.requirement))
struct DjangoVerifyTests {
    @Test func `an id token is good for the client with its nonce, and an access token is none`() async throws {
        let provider = try await DjangoProvider()
        let tokenctl = try Tokenctl()
        let run = try await tokenctl.run(
            [
                "auth-code", "--issuer", provider.announcement.issuer, "--client-id", "person-browser", "--scope",
                "openid api.read", "--redirect-uri", "http://127.0.0.1/callback", "-o", "json",
            ], environment: ["BROWSER": DjangoProvider.browser])
        try #require(run.status == 0, "\(run.stderr)")
        let report = try TokenReport(run)
        let idToken = try #require(report.idToken)
        let payload = try #require(Data(base64URL: String(idToken.split(separator: ".")[1])))
        let claims = try #require(try JSONSerialization.jsonObject(with: payload) as? [String: Any])
        let nonce = try #require(claims["nonce"] as? String)
        let options = ["--issuer", provider.announcement.issuer, "--audience", "person-browser"]
        let companions = ["--nonce", nonce, "--access-token", "pass:\(report.accessToken)"]
        let good = try await tokenctl.verify(options + companions, idToken)
        #expect(good.status == 0, "\(good.stderr)")
        for (more, check) in [
            (["--nonce", nonce.uppercased() + "x"], "nonce"), (["--access-token", "pass:\(nonce)"], "at_hash"),
            (["--user-token"], "kind"),
        ] {
            let run = try await tokenctl.verify(options + more, idToken)
            #expect(run.status == 30, "\(more): \(run.stderr)")
            #expect(run.stderr.contains(": \(check): "), "\(run.stderr)")
        }
        var letters = Array(idToken)
        letters[letters.count - 50] = letters[letters.count - 50] == "A" ? "B" : "A"
        let changed = try await tokenctl.verify(options + companions, String(letters))
        #expect(changed.status == 30, "\(changed.stderr)")
        #expect(changed.stderr.contains(": signature: "), "\(changed.stderr)")
        let opaque = try await tokenctl.verify(options, report.accessToken)
        #expect(opaque.status == 65, "\(opaque.stderr)")
        #expect(!opaque.stderr.contains(report.accessToken))
    }
}
