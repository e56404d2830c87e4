import JOSE
import Testing
import World

@testable import OAuth

struct ClaimRuleTests {
    /// A token that says all sorts of things.
    private static let claims = #"""
        {"scp":"User.Read Mail.Send","roles":["Reader","Two Words"],"tid":"72F988BF-86f1-41af-91ab-2d7cd011db47",
        "appid":"a","azpacr":"1","acr":"1","amr":["pwd","mfa"],"n":1.50,"big":9007199254740993,"t":true,"nothing":null,
        "list":[1,true,"x"],"sentence":"one two","object":{"a":1},"empty":"","aud":["x","y"],"K":"\u212a","groups":["g1"]}
        """#

    static let kept = [
        "scp", "scope=User.Read", "sentence=one two", "scp=User.Read", "scp=Mail.Send User.Read", "roles=Reader",
        "roles=Two Words", "appid=a", "azp=a",
        "appidacr=1", "tid=72f988bf-86f1-41af-91ab-2d7cd011db47", "acr=1", "amr=mfa", "n=1.50", "t=true",
        "big=9007199254740993", "list=1", "list=true", "list=x", "object={\"a\":1}", "empty=", "aud=y", "groups=g1",
    ]
    static let broken = [
        "scp=User", "sentence=one", "scp=user.read", "scp=User.Read Files.Read", "scp=", "roles=Two", "roles=reader",
        "appid=b",
        "n=1.5",
        "big=9007199254740992", "t=1", "t=True", "nothing", "nothing=null", "absent", "absent=", "list=2", "K=K",
        "tid=72f988bf", "groups=g2", "empty=x", "acr=1 ",
    ]

    private func failure(_ rule: String, _ claims: String = claims) throws -> CheckFailure? {
        try ClaimRule(rule).failure(of: TokenClaims(of: TokenText.unsigned(claims)))
    }

    @Test(arguments: kept)
    func `a token that says so keeps the rule`(rule: String) throws {
        #expect(try failure(rule) == nil)
    }

    @Test(arguments: broken)
    func `a token that says otherwise breaks it for certain`(rule: String) throws {
        let failure = try #require(try failure(rule))
        #expect(failure.isCertain)
        #expect(failure.check == rule.split(separator: "=")[0])
    }

    @Test func `the claim that is named comes before the other version's`() throws {
        let both = #"{"azp":"evil","appid":"good","azpacr":"0","appidacr":"1"}"#
        #expect(try failure("azp=good", both) != nil)
        #expect(try failure("appid=good", both) == nil)
        #expect(try failure("azpacr=1", both) != nil)
        #expect(try failure("azp=good", #"{"appid":"good"}"#) == nil)
    }

    @Test func `any claim that did not fit into the token cannot be judged`() throws {
        let failure = try #require(try failure("wids=a", #"{"_claim_names":{"wids":"src1"}}"#))
        #expect(!failure.isCertain)
    }

    static let overages = [
        #"{"hasgroups":true}"#, #"{"_claim_names":{"groups":"src1"}}"#, #"{"hasgroups":true,"groups":[]}"#,
        #"{"hasgroups":"true"}"#, #"{"groups:src1":{}}"#,
    ]

    @Test(arguments: overages)
    func `groups that did not fit into the token cannot be judged`(claims: String) throws {
        let failure = try #require(try failure("groups=g1", claims))
        #expect(!failure.isCertain)
        #expect(failure.words.contains("getMemberObjects"))
        #expect(try self.failure("roles=g1", claims)?.isCertain == true)
    }

    @Test(arguments: ["", "=", "=x"])
    func `a rule without a name is no rule`(text: String) {
        #expect(throws: Failure(.usage, "")) { try ClaimRule(text) }
    }
}
