import Testing
import World

struct FormEncodingTests {
    @Test(
        arguments: [
            ("", ""), ("azAZ09-._~", "azAZ09-._~"), (" ", "+"), ("+", "%2B"), ("&=?#/%", "%26%3D%3F%23%2F%25"),
            ("a b\nc", "a+b%0Ac"), ("é€😀", "%C3%A9%E2%82%AC%F0%9F%98%80"), ("\u{0}", "%00"), ("*", "%2A"),
            ("!'()", "%21%27%28%29"), ("e\u{301}", "e%CC%81"),
        ])
    func `one value`(text: String, encoded: String) {
        #expect(FormEncoding.encode(text) == encoded)
    }

    @Test func `whole fields keep their order, and secrets go out as they are`() {
        let fields: [HTTPRequest.Field] = [.init("b", "x y"), .init("a&", Secret("s=&")), .init("b", "")]
        #expect(FormEncoding.encode(fields) == "b=x+y&a%26=s%3D%26&b=")
        #expect(FormEncoding.encode([HTTPRequest.Field]()).isEmpty)
    }
}
