import Testing
import World

struct PrincipalNameTests {
    @Test(arguments: [
        ("alice@FABRIKAM.EXAMPLE", "alice@fabrikam.example"), ("HTTP/web@A.TEST", "HTTP/web@a.test"),
        (#"alice\@fabrikam.example@CORP.TEST"#, "alice@fabrikam.example"), (#"a\\@A.TEST"#, #"a\@a.test"#),
        (#"a\/b@A.TEST"#, "a/b@a.test"), (#"a\nb@A.TEST"#, #"a\nb@a.test"#), ("alice", "alice"), ("alice@", "alice"),
        ("WEB01$@A.TEST", "WEB01$@a.test"), ("", ""),
    ])
    func `a realm is a domain, and an enterprise name has its own`(principal: String, username: String) {
        #expect(PrincipalName(principal).username == username)
    }

    @Test(arguments: [
        ("bob@a.test", 1), ("BOB@B.Test", 2), ("bob@c.test", 1), ("bob", 1), ("ann@c.test", 3), ("ann@a.test", 3),
        ("eve@a.test", nil), ("bo@a.test", nil), ("", nil),
    ])
    func `a user is the principal of that name, or of that name in another realm`(username: String, position: Int?) {
        let principals = ["alice@A.TEST", "bob@A.TEST", "bob@B.TEST", #"ann\@c.test@A.TEST"#, ""]
        #expect(PrincipalName.position(of: username, among: principals) == position)
    }
}
