import Testing
import World

struct FormDecodingTests {
    @Test(
        arguments: [
            ("", []), ("a=1&b=2", [["a", "1"], ["b", "2"]]), ("a=1&a=2", [["a", "1"], ["a", "2"]]),
            ("&&a&", [["a", ""]]),
            ("a=b=c", [["a", "b=c"]]), ("=x", [["", "x"]]), ("a+b=c+d%2B", [["a b", "c d+"]]),
            ("%61=%C3%a9%E2%82%AC", [["a", "é€"]]), ("a=%&b=%4&c=%zz%41", [["a", "%"], ["b", "%4"], ["c", "%zzA"]]),
            ("a=%26%3D%2526", [["a", "&=%26"]]), ("a=%FF", [["a", "\u{FFFD}"]]), ("a=%00%0D%0A", [["a", "\0\r\n"]]),
            ("é=1", [["é", "1"]]),
        ])
    func `the fields of a query`(text: String, fields: [[String]]) {
        #expect(FormEncoding.decode(text).map { [$0.name, $0.value] } == fields)
    }

    @Test(arguments: ["", "a b+c%&=é\n", "😀", "\0"]) func `what is encoded is decoded`(text: String) {
        let decoded = FormEncoding.decode(FormEncoding.encode([.init(text, text)]))
        #expect(decoded.map { [$0.name, $0.value] } == [[text, text]])
    }
}
