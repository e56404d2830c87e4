import Testing

@testable import Platform

struct TerminalTextTests {
    @Test(
        arguments: [
            ("plain\n\ttext é 漢字 👩‍👩‍👧\n", "plain\n\ttext é 漢字 👩‍👩‍👧\n"), ("", ""),
            ("\u{1B}[31mred\u{1B}[0m", "[31mred[0m"), ("a\u{7}\u{8}\rb\r\nc", "ab\nc"),
            ("\u{0}\u{7F}\u{80}\u{9B}2J\u{9F}\u{A0}", "2J\u{A0}"),
            ("\u{1B}]0;title\u{1B}\\x", "]0;title\\x"),
        ])
    func `a terminal gets no control characters but line breaks and tabs`(text: String, shown: String) {
        let harmless = TerminalText.harmless(text)
        #expect(harmless.unicodeScalars.elementsEqual(shown.unicodeScalars), "\(harmless.debugDescription)")
    }
}
