import JOSE
import Testing

struct JSONObjectTests {
    private func object(_ text: String) throws -> JSONObject { try #require(try JSON(parsing: text).objectValue) }

    @Test func `the last of several members counts, and all can be removed`() throws {
        var object = try object(#"{"a":1,"b":2,"\u0061":3}"#)
        #expect(object["a"] == .number("3"))
        object["a"] = .null
        #expect(JSON.object(object).compact == #"{"a":1,"b":2,"\u0061":null}"#)
        object["a"] = nil
        object["c"] = .integer(4)
        #expect(JSON.object(object).compact == #"{"b":2,"c":4}"#)
    }

    @Test(arguments: [
        (#"{}"#, nil), (#"{"a":1,"b":1}"#, nil), (#"{"a":1,"a":1}"#, "a"), (#"{"alg":1,"x":2,"\u0061lg":3}"#, "alg"),
        (#"{"a":{"b":1},"b":2}"#, nil),
    ])
    func `a name that stands twice is found, however it is escaped`(text: String, name: String?) throws {
        #expect(try object(text).duplicateName == name)
    }

    /// U+212A is the Kelvin sign, which Swift's strings take for the letter K.
    @Test(arguments: [("{\"\u{212A}\":1}", "K"), (#"{"\u212a":1}"#, "K"), ("{\"e\u{301}\":1}", "\u{E9}")])
    func `names that only look alike are different`(text: String, name: String) throws {
        #expect(try object(text)[name] == nil)
        #expect(JSONString(name) != (try object(text).members[0].name))
    }

    @Test func `objects are equal member by member, escapes apart`() throws {
        #expect(try object(#"{"\u0061":"\u0062"}"#) == object(#"{"a":"b"}"#))
        #expect(try object(#"{"a":1,"b":2}"#) != object(#"{"b":2,"a":1}"#))
        #expect(try object(#"{"a":1}"#) != object(#"{"a":1.0}"#))
    }
}
