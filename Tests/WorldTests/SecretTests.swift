import Testing
import World

struct SecretTests {
    private struct Holder {
        let secret = Secret("hunter2")
        let optional: Secret? = Secret("hunter2")
        let list = [Secret("hunter2")]
        let field = HTTPRequest.Field("client_secret", Secret("hunter2"))
    }

    @Test func `a secret is in nothing that prints, reflects or dumps it`() {
        let secret = Secret("hunter2")
        var texts = ["\(secret)", String(reflecting: secret), "\(Holder())", String(reflecting: Holder())]
        for value in [secret as Any, Holder(), [secret], ["k": secret]] {
            var text = ""
            dump(value, to: &text)
            texts.append(text)
            texts.append(String(describing: Mirror(reflecting: value).children.map { $0 }))
        }
        for text in texts {
            #expect(!text.contains("hunter2"))
            #expect(!text.isEmpty)
        }
        #expect(Mirror(reflecting: secret).children.isEmpty)
        #expect("\(secret)" == "[secret]")
    }

    @Test func `the value itself is there for the wire`() { #expect(Secret("hunter2").reveal() == "hunter2") }

    @Test func `a request names all of its secrets, and only those`() throws {
        let request = HTTPRequest(
            post: [.init("a", "plain"), .init("b", Secret("in the form"))], to: try WebURL("https://x"),
            headers: [.init("c", Secret("in a header")), .init("d", "plain")], encodedSecrets: [Secret("encoded")])
        #expect(
            Set(request.secrets.map { $0.reveal() }) == [
                "in the form", "in a header", "encoded", "in+the+form", "in+a+header", "in%20the%20form",
                "in%20a%20header",
            ])
        #expect(HTTPRequest(get: try WebURL("https://x")).secrets.isEmpty)
    }

    @Test(arguments: ["hunter2", "\u{301}hunter2", "\u{200D}hunter2", "hunter2\u{600}", "\u{FE0F}"])
    func `a secret is found whatever it makes with its neighbours`(secret: String) {
        for (before, after) in [("<p>", "</p>"), ("a", "b"), ("", ""), ("\u{1F468}", "\u{1F469}")] {
            let text = before + secret + after
            #expect(text.replacing(Secret(secret), with: "[secret]") == before + "[secret]" + after)
        }
        #expect("abc".replacing(Secret(""), with: "[secret]") == "abc")
    }
}
