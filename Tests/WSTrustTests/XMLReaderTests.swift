import Testing
import World

@testable import WSTrust

/// What is read, and what is refused, of documents that a hostile server may send.
struct XMLReaderTests {
    private static let billionLaughs: String = {
        let levels = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }
        return "<!DOCTYPE a [<!ENTITY l0 \"lol\">\(levels.joined())]><a>&l9;</a>"
    }()

    private static func deep(_ count: Int) -> String {
        String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count)
    }

    private static func attributes(_ count: Int) -> String {
        "<a \((0..<count).map { "a\($0)=\"\"" }.joined(separator: " "))/>"
    }

    private static func namespaces(_ tags: Int) -> String {
        let tag = { (level: Int) in "<a \((0..<200).map { "xmlns:n\(level)x\($0)=\"urn:n\"" }.joined(separator: " "))>"
        }
        return (0..<tags).map(tag).joined() + String(repeating: "</a>", count: tags)
    }

    private static let refused: [(document: String, reason: String)] = [
        ("", "line 1: it is empty or cut off"),
        (" ", "line 1: it is empty or cut off"),
        ("<a b='1'", "line 1: it is no well-formed XML (libxml2's error 65)"),
        ("<a", "line 1: it is empty or cut off"),
        ("<a>\n<b\u{1}></b></a>", "line 2: a tag has no end"),
        ("hello", "line 1: it is empty or cut off"),
        ("{\"a\": 1}", "line 1: it is empty or cut off"),
        ("<a>", "line 1: it is empty or cut off"),
        ("<a>\n<b>\n</a>", "line 3: an end tag is not that of the start tag before"),
        ("<a></a><b/>", "line 1: it is empty or cut off"),
        ("<a></a>text", "line 1: it is empty or cut off"),
        ("<a b=\"1\" b=\"2\"/>", "line 1: a tag has the same attribute twice"),
        ("<a xmlns:x=\"urn:n\" xmlns:y=\"urn:n\" x:b=\"1\" y:b=\"2\"/>", "line 1: a tag has the same attribute twice"),
        ("<a b=\"<\"/>", "line 1: it is no well-formed XML (libxml2's error 38)"),
        ("<a b=c/>", "line 1: it is no well-formed XML (libxml2's error 39)"),
        ("<x:a/>", "line 1: it uses a namespace prefix that is not declared"),
        ("<a x:b=\"1\"/>", "line 1: it uses a namespace prefix that is not declared"),
        ("<a>\n\n&hunter2;</a>", "line 3: it uses an entity, and none is declared"),
        ("<a b=\"&hunter2;\"/>", "line 1: it uses an entity, and none is declared"),
        ("<a>\u{1}</a>", "line 1: it is no well-formed XML (libxml2's error 9)"),
        ("<a>&#1;</a>", "line 1: it is no well-formed XML (libxml2's error 9)"),
        ("<a>&#xD800;</a>", "line 1: it is no well-formed XML (libxml2's error 9)"),
        ("<a>\u{0}</a>", "it is not in UTF-8, and no other encoding is read"),
        ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>", "it is not in UTF-8, and no other encoding is read"),
        ("<?xml version='1.0' encoding='utf-16'?><a/>", "it is not in UTF-8, and no other encoding is read"),
        ("<?xml version=\"1.0\" encoding = \"UTF-7\"?><a/>", "it is not in UTF-8, and no other encoding is read"),
        ("<!DOCTYPE a><a/>", "line 1: it has a document type declaration, as web pages have, and is not read"),
        (
            "\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0//EN\" \"http://127.0.0.1:9/xhtml1.dtd\">\n<html/>",
            "line 2: it has a document type declaration, as web pages have, and is not read"
        ),
        (
            "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
            "line 1: it has a document type declaration, as web pages have, and is not read"
        ),
        (
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
            "line 1: it has a document type declaration, as web pages have, and is not read"
        ),
        (
            "<!DOCTYPE a [<!ENTITY % x SYSTEM \"http://127.0.0.1:9/x\">%x;]><a/>",
            "line 1: it has a document type declaration, as web pages have, and is not read"
        ),
        (
            "<!DOCTYPE a [<!ATTLIST a b CDATA \"c\">]><a/>",
            "line 1: it has a document type declaration, as web pages have, and is not read"
        ),
        (billionLaughs, "line 1: it has a document type declaration, as web pages have, and is not read"),
        (
            "<!DOCTYPE a [<!ENTITY x \"\(String(repeating: "x", count: 50_000))\">]><a>\(String(repeating: "&x;", count: 9999))</a>",
            "line 1: it has a document type declaration, as web pages have, and is not read"
        ),
        ("<a><?php echo 1 ?></a>", "line 1: it has a processing instruction"),
        ("<?xml-stylesheet href=\"http://127.0.0.1:9/\"?><a/>", "line 1: it has a processing instruction"),
        (deep(65), "line 1: its elements are nested deeper than 64"),
        (deep(100_000), "line 1: its elements are nested deeper than 64"),
        ("<a>\(String(repeating: "<b/>", count: 20_000))</a>", "line 1: it has more than 20,000 elements"),
        (attributes(257), "line 1: a tag has more than 256 attributes"),
        (attributes(100_000), "it has a tag or comment longer than 64 kB"),
        (namespaces(3), "line 1: it has too many namespaces"),
        ("<a><!--\(String(repeating: "x", count: 100_000))--></a>", "it has a tag or comment longer than 64 kB"),
        ("<a>\(String(repeating: "x", count: 1 << 20))</a>", "it is longer than 1 MB"),
    ]

    @Test(arguments: refused) func `what no answer has is refused`(document: String, reason: String) {
        let failure = #expect(throws: Failure.self) { try XMLReader.read(Array(document.utf8)) }
        #expect(failure?.code == .protocolError)
        #expect(failure?.message == reason)
    }

    @Test(
        arguments: [
            [0xFF, 0xFE, 0x3C, 0, 0x61, 0, 0x2F, 0, 0x3E, 0], [0x3C, 0, 0x61, 0, 0x2F, 0, 0x3E, 0],
            [0x3C, 0x61, 0xE9, 0x2F, 0x3E],
            [0x4C, 0x6F, 0xA7, 0x94, 0x93],
        ] as [[UInt8]])
    func `other encodings are named as what is wrong`(document: [UInt8]) {
        let failure = #expect(throws: Failure.self) { try XMLReader.read(document) }
        #expect(failure?.message == "it is not in UTF-8, and no other encoding is read")
    }

    @Test(arguments: [
        ("<a/>", ""), ("<a>x&amp;y</a>", "x&y"), ("<a>&lt;&gt;&quot;&apos;&#65;&#x42;</a>", "<>\"'AB"),
        ("<a><![CDATA[<b>&amp;]]></a>", "<b>&amp;"), ("<a>x<!-- y -->z</a>", "xz"), ("<a>x<b>y</b>z</a>", "xz"),
        ("<a>\r\nx\ry</a>", "\nx\ny"), ("<a>&#13;</a>", "\r"), ("\u{FEFF}<a>é</a>", "é"),
        ("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a>é\u{1F600}</a>\n<!-- end -->", "é\u{1F600}"),
        ("<?xml version='1.0' encoding='UTF-8' standalone='yes'?><a>x</a>", "x"),
    ])
    func `text is what was meant by it`(document: String, text: String) throws {
        #expect(Array(try XMLReader.read(Array(document.utf8)).text.utf8) == Array(text.utf8))
    }

    /// libxml2 complains, and reads on.
    @Test func `a namespace need be no URI`() throws {
        let root = try XMLReader.read(Array("<a xmlns='not a uri' xmlns:x='neither is [this]'><x:b/></a>".utf8))
        #expect(root.name == XMLElement.Name("a", in: "not a uri"))
        #expect(root.children.map(\.name) == [XMLElement.Name("b", in: "neither is [this]")])
        // What is really wrong behind it counts.
        #expect(throws: Failure.self) { try XMLReader.read(Array("<a xmlns='not a uri'><x:b/></a>".utf8)) }
        #expect(throws: Failure.self) { try XMLReader.read(Array("<a xmlns='not a uri'><b></a>".utf8)) }
    }

    @Test func `what fits is read`() throws {
        #expect(try XMLReader.read(Array(Self.deep(64).utf8)).children.count == 1)
        #expect(try XMLReader.read(Array(Self.attributes(256).utf8)).attributes.count == 256)
        let many = "<a>\(String(repeating: "<b/>", count: 19_999))</a>"
        #expect(try XMLReader.read(Array(many.utf8)).children.count == 19_999)
        let long = "<a>\(String(repeating: "x", count: (1 << 20) - 7))</a>"
        #expect(try XMLReader.read(Array(long.utf8)).text.utf8.count == (1 << 20) - 7)
    }

    @Test(arguments: [
        ("&amp;", "&"), ("&#38;#38;", "&#38;"), ("&amp;#38;", "&#38;"), ("a&amp;\u{301}", "a&\u{301}"),
        ("&lt;x&gt;", "<x>"),
        ("a\tb\nc", "a b c"), ("&#9;&#10;&#13;", "\t\n\r"), ("&quot;'", "\"'"), ("", ""),
    ])
    func `an attribute's value is what was meant by it`(written: String, value: String) throws {
        let element = try XMLReader.read(Array("<a b=\"\(written)\" c=''/>".utf8))
        #expect(element.attribute("b").map { Array($0.utf8) } == Array(value.utf8))
        #expect(element.attribute("c") == "")
        #expect(element.attribute("d") == nil)
    }

    @Test func `names have their namespaces`() throws {
        let root = try XMLReader.read(
            Array(
                """
                <a xmlns="urn:one" xmlns:p="urn:two" p:x="1" x="2"><p:b>p:c</p:b><b xmlns="" xmlns:p="urn:three">p:c</b>
                <b>c</b></a>
                """.utf8))
        #expect(root.name == XMLElement.Name("a", in: "urn:one"))
        let odd = try XMLReader.read(Array("<a xmlns='urn:x&amp;y' xmlns:p='urn:x&#38;z' p:b=''/>".utf8))
        #expect(odd.name.namespace == "urn:x&y")
        #expect(odd.attributes[0].name.namespace == "urn:x&z")
        #expect(odd.scope.namespace(of: "p") == "urn:x&z")
        #expect(root.attribute("x") == "2")
        #expect(root.attribute(XMLElement.Name("x", in: "urn:two")) == "1")
        #expect(root.children.map(\.name.namespace) == ["urn:two", "", "urn:one"])
        #expect(
            root.children.map { $0.name(of: $0.text)?.namespace } == ["urn:two", "urn:three", "urn:one"])
        #expect(root.name(of: "q:c") == nil)
        #expect(root.children[1].name(of: "c")?.namespace == "")
    }

    /// Each element is cut out and compared with what stands there; many chunks, and characters across their ends.
    @Test(arguments: ["", "\u{FEFF}", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<!-- <r> -->\n"], [1, 7, 4093])
    func `an element's bytes are where it says they are`(start: String, width: Int) throws {
        let pieces = (0..<900).map { index in
            let filler = String(repeating: index % 2 == 0 ? "é" : "\u{1F600}\r\n", count: index % width)
            return switch index % 4 {
            case 0:
                "<p:e xmlns:p='urn:p' a='>/&gt;\(filler.filter { $0 != "\r\n" })' \n>\(filler)&amp;<!--</p:e>--></p:e  >"
            case 1: "<e/>"
            case 2: "<e\tb=\"/\"\r\n/>"
            default: "<e><![CDATA[</e>]]><f>\(filler)</f></e>"
            }
        }
        let document = Array((start + "<r>\(pieces.joined(separator: "\n\u{1F600}"))</r>").utf8.prefix(1 << 20))
        guard document.last == UInt8(ascii: ">") else { return }
        let root = try XMLReader.read(document)
        #expect(root.children.map { String(decoding: document[$0.range], as: UTF8.self) } == pieces)
        #expect(root.range == (start.utf8.count..<document.count))
    }
}
