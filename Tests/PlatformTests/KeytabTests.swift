import Testing
import World

@testable import Platform

/// Which of a keytab's principals a name means.
struct KeytabTests {
    private let keytab = Keytab(
        path: "k",
        principals: ["HTTP/web@A.TEST", "alice@A.TEST", "alice@B.TEST", "Bob@A.TEST", "bob@B.TEST", #"c\@d@A.TEST"#])

    @Test(arguments: [
        (nil, "HTTP/web@A.TEST"), ("alice@B.TEST", "alice@B.TEST"), ("ALICE@b.test", "alice@B.TEST"),
        ("Bob", "Bob@A.TEST"), ("bob", "bob@B.TEST"), ("http/web", "HTTP/web@A.TEST"), (#"c\@d"#, #"c\@d@A.TEST"#),
    ])
    func `a name without its realm or in another case means the one that it fits`(name: String?, means: String) throws {
        #expect(try keytab.principal(named: name) == means)
    }

    @Test(arguments: [
        ("alice", "alice@A.TEST, alice@B.TEST"), ("BOB", "Bob@A.TEST, bob@B.TEST"), ("eve", "HTTP/web@A.TEST"),
        ("alice@C.TEST", "HTTP/web@A.TEST"), ("c", "HTTP/web@A.TEST"), ("", "HTTP/web@A.TEST"),
    ])
    func `a name that means none or several is refused, and the choice is told`(name: String, choice: String) {
        let failure = #expect(throws: Failure(.usage, "")) { try keytab.principal(named: name) }
        #expect(failure?.hint?.hasPrefix("it has keys of \(choice)") == true, "\(String(describing: failure))")
    }

    @Test(arguments: [
        ("alice@A.TEST", "kinit alice@A.TEST"), ("WEB01$@A.TEST", "kinit 'WEB01$@A.TEST'"),
        (#"c\@d@A.TEST"#, #"kinit 'c\@d@A.TEST'"#),
    ])
    func `a command in a hint is as a shell takes it`(principal: String, command: String) {
        #expect(KerberosTicket.kinit(principal) == command)
        #expect(KerberosError(-1_765_328_352, text: "expired").failure(to: "x", for: principal).hint == command)
    }
}
