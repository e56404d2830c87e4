import JOSE
import Testing

@testable import TokenCache

/// What is taken out is only what surely has not the word; all else is as it was.
struct RowSieveTests {
    private static let padding = String(repeating: "p", count: 9000)

    private static func text(_ rows: String, before: String = "", after: String = #","Other":{"a":[1,{"b":"}"}]}"#)
        -> String
    {
        #"{\#(before)"AccessToken": {\#(rows)}\#(after),"padding":"\#(padding)"}"#
    }

    private static func sift(_ text: String, for word: String = "Orders.Read") throws -> String {
        let sieve = try #require(RowSieve(section: "AccessToken", members: ["target", "asked_target"], word: word))
        return String(decoding: sieve.sift(Array(text.utf8)), as: UTF8.self)
    }

    private static let row = #""k":{"target":"x orders.READ y","secret":"\"{,"}"#
    private static let other = #""n":{"target":"Mail.Read","secret":"Orders.Read","more":[{"target":"Orders.Read"}]}"#

    @Test(arguments: [
        ([other], []), ([row], [row]), ([other, row], [row]), ([row, other], [row]), ([other, row, other], [row]),
        ([row, other, other, row], [row, row]), ([], []),
    ])
    func `rows without the word go, the others stay as they are`(rows: [String], kept: [String]) throws {
        for separator in [",", " ,\n ", ", "] {
            let sifted = try Self.sift(Self.text(rows.joined(separator: separator)))
            #expect(try JSON(parsing: sifted) == JSON(parsing: Self.text(kept.joined(separator: ","))))
        }
    }

    @Test(arguments: [
        #""k":{"asked_target":"Orders.Read","target":"z"}"#, #""k":{"target":"Orders\u002eRead"}"#,
        #""k":{"tar\u0067et":"Orders.Read"}"#, #""k":{"target":"Order\#u{212A}.Read"}"#,
        #""k":{"target":"Orders.Read","target":"none"}"#, #""k":{ "target" : "Orders.Read" }"#,
    ])
    func `what may have the word stays`(row: String) throws {
        let text = Self.text(row)
        #expect(try JSON(parsing: Self.sift(text)) == JSON(parsing: text))
    }

    @Test(arguments: [
        "", "[]", "null", "{", #"{"AccessToken":[]}"#, #"{"AccessToken":{"k":1}}"#, #"{"AccessToken":{"k":{"target""#,
        #"{"AccessToken":{"k":{"target":"x"}}"#, #"{"AccessToken":{"k":{"target":"x"},}}"#,
        #"{"AccessToken":{"k":{"target":"x\"#, #"{"AccessToken" {"k":{}}}"#, #"{AccessToken:{"k":{"target":"x"}}}"#,
    ])
    func `a text that is not understood stays as it is`(text: String) throws {
        let long = text + String(repeating: " ", count: 9000)
        #expect(try Self.sift(long) == long)
    }

    @Test func `what is behind the text is not lost, so that damage is seen`() throws {
        let damaged = Self.text(Self.other) + "garbage"
        #expect(try Self.sift(damaged).hasSuffix("garbage"))
    }

    @Test func `both of two sections of one name are sifted`() throws {
        let text = Self.text(Self.other, before: #""AccessToken":{\#(Self.row)},"#)
        let expected = Self.text("", before: #""AccessToken":{\#(Self.row)},"#)
        #expect(try JSON(parsing: Self.sift(text)) == JSON(parsing: expected))
    }

    @Test func `a small file is not worth it`() throws {
        let small = #"{"AccessToken":{"k":{"target":"x"}}}"#
        #expect(try Self.sift(small) == small)
    }

    @Test(arguments: ["", "Grüße", "\u{212A}elvin"])
    func `for a word whose case bytes do not show there is no sieve`(word: String) {
        #expect(RowSieve(section: "AccessToken", members: ["target"], word: word) == nil)
    }
}
