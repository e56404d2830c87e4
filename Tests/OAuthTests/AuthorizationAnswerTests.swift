import FakeWorld
import Testing
import World

@testable import OAuth

/// What comes back from the browser: the one answer that belongs to the request, or someone else's.
struct AuthorizationAnswerTests {
    private static let document = #"{"issuer":"https://idp.example","token_endpoint":"https://idp.example/token","#

    private func read(_ parameters: String, namesIssuer: Bool = false) throws -> (AuthorizationAnswer, String) {
        let transport = ScriptedTransport(
            .answer(
                SigningIssuer.discovery,
                Self.document + #""authorization_endpoint":"https://idp.example/authorize?own=1","#
                    + #""authorization_response_iss_parameter_supported":\#(namesIssuer)}"#))
        let signIn = try SignIn(try SigningIssuer.request(), client: SigningIssuer.client(transport))
        let request = try AuthorizationRequest(
            signIn, redirectURI: "http://localhost:1", wishes: SignInWishes(loginHint: "ann"), isPasted: false,
            in: .fake(transport: transport))
        let fields = FormEncoding.decode(parameters.replacing("STATE", with: request.state))
        return (AuthorizationAnswer(fields, to: request, at: signIn.metadata), request.url.description)
    }

    @Test func `the request has PKCE, a state and a nonce, and keeps the page's own query`() throws {
        let (_, url) = try read("")
        let fields = FormEncoding.decode(try #require(url.split(separator: "?").last))
        let value = { (name: String) in fields.filter { $0.name == name }.map(\.value) }
        #expect(value("own") == ["1"])
        #expect(value("code_challenge_method") == ["S256"])
        #expect(value("code_challenge").first?.count == 43)
        #expect(value("response_type") == ["code"])
        #expect(value("login_hint") == ["ann"])
        #expect(value("state").first?.isEmpty == false)
        #expect(value("nonce").first?.isEmpty == false)
        #expect(value("state") != value("nonce"))
    }

    @Test(arguments: ["state=STATE&code=c", "code=c&state=STATE&iss=https://idp.example&session_state=x"])
    func `a code with the right state is taken`(parameters: String) throws {
        guard case .code(let code) = try read(parameters).0 else {
            Issue.record("no code")
            return
        }
        #expect(code.reveal() == "c")
    }

    @Test(
        arguments: [
            ("", false), ("code=c", false), ("state=other&code=c", false), ("state=STATE&state=STATE&code=c", false),
            ("state=STATE", false), ("state=STATE&code=", false), ("state=STATE&code=a&code=b", false),
            ("state=STATE&code=c&iss=https://evil.example", false), ("state=STATE&code=c", true),
            ("state=other&error=access_denied", false),
        ])
    func `what does not belong to the request is a stranger's`(parameters: String, namesIssuer: Bool) throws {
        guard case .stranger = try read(parameters, namesIssuer: namesIssuer).0 else {
            Issue.record("\(parameters) was believed")
            return
        }
    }

    @Test(arguments: [("access_denied", Failure.Code.denied), ("login_required", .interactionRequired)])
    func `an error with the right state is the provider's answer`(error: String, code: Failure.Code) throws {
        guard case .refusal(let failure) = try read("state=STATE&error=\(error)&error_description=why").0 else {
            Issue.record("no refusal")
            return
        }
        #expect(failure.code == code)
        #expect(failure.message.contains("why"))
    }

    @Test func `B2C policies are part of every address`() throws {
        let authority = try Authority("https://x.b2clogin.com/x.onmicrosoft.com/B2C_1_SignIn", tenant: nil)
        #expect(
            authority.configurationEndpoint().description
                == "https://x.b2clogin.com/x.onmicrosoft.com/b2c_1_signin/v2.0/.well-known/openid-configuration")
    }
}
