import Native
import World

/// Reads a document that a server sent: small, in UTF-8, without a document type declaration.
enum XMLReader {
    /// As much as any answer may have.
    static let longestDocument = 1 << 20

    /// - Throws: `protocolError`, with line and reason; `unavailable` where libxml2 is missing.
    static func read(_ document: [UInt8]) throws(Failure) -> XMLElement {
        guard document.count <= longestDocument else { throw malformed("it is longer than 1 MB") }
        guard !document.contains(0), String(validating: document, as: UTF8.self) != nil else { throw notUTF8 }
        if let encoding = declaredEncoding(of: document), encoding.lowercased() != "utf-8" { throw notUTF8 }
        let builder = XMLTreeBuilder()
        let outcome = try parse(document, with: builder)
        switch outcome.verdict {
        case native_xml_read: break
        case native_xml_doctype:
            throw malformed("it has a document type declaration, as web pages have, and is not read", at: outcome.line)
        case native_xml_instruction: throw malformed("it has a processing instruction", at: outcome.line)
        case native_xml_too_long: throw malformed("it has a tag or comment longer than 64 kB")
        case native_xml_ended: throw malformed(builder.excess, at: outcome.line)
        case native_xml_malformed: throw malformed(words(for: outcome.code), at: outcome.line)
        default: throw malformed("libxml2 lost its place in the document")
        }
        guard let root = builder.root else { throw malformed("it is empty") }
        return root
    }

    private static func parse(
        _ document: [UInt8], with builder: XMLTreeBuilder
    ) throws(Failure) -> native_xml_outcome {
        var outcome = native_xml_outcome()
        var reader = unsafe native_xml_reader(
            context: Unmanaged.passUnretained(builder).toOpaque(),
            start: { unsafe XMLTreeBuilder.of($0)?.start($1) ?? false },
            text: { unsafe XMLTreeBuilder.of($0)?.add($1, $2) ?? false },
            end: { unsafe XMLTreeBuilder.of($0)?.end(at: $1) ?? false })
        let problem = unsafe withExtendedLifetime(builder) {
            unsafe document.withUnsafeBytes { bytes in
                unsafe native_xml_parse(
                    bytes.assumingMemoryBound(to: CChar.self).baseAddress, bytes.count, &reader, &outcome)
            }
        }
        guard let problem = unsafe problem else { return outcome }
        throw Failure(
            .unavailable, unsafe String(cString: problem),
            hint: "sudo apt-get install libxml2, or your system's package of libxml2")
    }

    private static var notUTF8: Failure { malformed("it is not in UTF-8, and no other encoding is read") }

    private static func malformed(_ reason: String, at line: Int32 = 0) -> Failure {
        Failure(.protocolError, line > 0 ? "line \(line): \(reason)" : reason)
    }

    /// What the XML declaration says: XML 1.0 section 4.3.3.
    private static func declaredEncoding(of document: [UInt8]) -> String? {
        let head = String(decoding: document.prefix(200), as: UTF8.self)
        guard let start = head.firstRange(of: "<?xml"), let end = head.firstRange(of: "?>"),
            start.upperBound < end.lowerBound
        else { return nil }
        let declaration = head[start.upperBound..<end.lowerBound]
        guard let name = declaration.firstRange(of: "encoding") else { return nil }
        let parts = declaration[name.upperBound...].split(omittingEmptySubsequences: false) { $0 == "\"" || $0 == "'" }
        return parts.count > 2 ? String(parts[1]) : ""
    }

    /// What an error of libxml2 means, in words that repeat nothing of the document.
    private static func words(for code: Int32) -> String {
        switch code {
        case 4, 5, 77: "it is empty or cut off"
        case 26, 27: "it uses an entity, and none is declared"
        case 42, 203: "a tag has the same attribute twice"
        case 73: "a tag has no end"
        case 76: "an end tag is not that of the start tag before"
        case 89: "it has a depth that no such document has"
        case 201: "it uses a namespace prefix that is not declared"
        default: "it is no well-formed XML (libxml2's error \(code))"
        }
    }
}
