import OAuth
import Testing

struct ScopesTests {
    @Test(
        arguments: [
            (["b a", "c"], "a b c"), (["a a", "a"], "a"), ([" \t a\n b "], "a b"), ([], ""), (["", " "], ""),
            (["user.read openid Mail.Read"], "Mail.Read openid user.read"),
        ])
    func `scopes are sorted by code point, and each stands once`(texts: [String], text: String) {
        #expect(Scopes(texts).text == text)
        #expect(Scopes(texts).isEmpty == text.isEmpty)
    }

    @Test(
        arguments: [
            ("a b c", "b", true), ("a b c", "c a", true), ("a", "a b", false), ("A.Read", "a.read", true),
            ("a.read", "A.READ", true), ("a", "a openid profile offline_access", true), ("", "openid", true),
            ("a", "", true), ("", "a", false), ("a.readwrite", "a.read", false), ("a", "a email", false),
        ])
    func `a token will do when its scopes include those that are wanted`(held: String, wanted: String, will: Bool) {
        #expect(Scopes(held).include(Scopes(wanted)) == will)
    }
}
