import Foundation
import OAuth
import TestSupport
import Testing
import World

@testable import WSTrust

/// Assertions whose namespaces are declared outside of them.
struct BorrowedNamespacesTests {
    private static let saml = "urn:oasis:names:tc:SAML:2.0:assertion"

    /// What is declared around the assertion, the assertion, and what its start becomes; nil for what it was.
    private static let rows: [(outside: String, assertion: String, start: String?)] = [
        ("", "<Assertion xmlns='\(saml)'/>", nil),
        ("xmlns:a='urn:a'", "<s:Assertion xmlns:s='\(saml)' xmlns:a='urn:own'><a:x/></s:Assertion>", nil),
        ("xmlns:a='urn:a'", "<s:Assertion xmlns:s='\(saml)'><a:x xmlns:a='urn:own'/></s:Assertion>", nil),
        ("xmlns:a='urn:a'", "<s:Assertion xmlns:s='\(saml)'/>", nil),
        ("xmlns:a='urn:a'", "<s:Assertion xmlns:s='\(saml)' a='b'>b:c</s:Assertion>", nil),
        ("xmlns:s='\(saml)'", "<s:Assertion/>", "<s:Assertion xmlns:s=\"\(saml)\"/>"),
        ("xmlns='\(saml)'", "<Assertion\n a='1'/>", "<Assertion xmlns=\"\(saml)\"\n a='1'/>"),
        (
            "xmlns:a='urn:a'", "<s:Assertion xmlns:s='\(saml)'><s:x><a:y/></s:x></s:Assertion>",
            "<s:Assertion xmlns:a=\"urn:a\" xmlns:s='\(saml)'>"
        ),
        (
            "xmlns:a='urn:a'", "<s:Assertion xmlns:s='\(saml)' a:b='c'/>",
            "<s:Assertion xmlns:a=\"urn:a\" xmlns:s='\(saml)' a:b='c'/>"
        ),
        // One inner element has its own, a later one has not.
        (
            "xmlns:a='urn:a'", "<s:Assertion xmlns:s='\(saml)'><a:x xmlns:a='urn:own'/><a:y/></s:Assertion>",
            "<s:Assertion xmlns:a=\"urn:a\" xmlns:s='\(saml)'>"
        ),
        (
            "xmlns:xs='urn:xs'", "<s:Assertion xmlns:s='\(saml)'><s:x s:type='xs:string'/></s:Assertion>",
            "<s:Assertion xmlns:xs=\"urn:xs\" xmlns:s='\(saml)'>"
        ),
        (
            "xmlns:xs='urn:xs'", "<s:Assertion xmlns:s='\(saml)'><s:x> xs:string</s:x></s:Assertion>",
            "<s:Assertion xmlns:xs=\"urn:xs\" xmlns:s='\(saml)'>"
        ),
        (
            "xmlns='urn:d' xmlns:a='urn:a' xmlns:b='urn:b' xmlns:c='urn:c'",
            "<s:Assertion xmlns:s='\(saml)'><e:InclusiveNamespaces xmlns:e='http://www.w3.org/2001/10/xml-exc-c14n#' "
                + "PrefixList='#default b  c z'/></s:Assertion>",
            "<s:Assertion xmlns=\"urn:d\" xmlns:b=\"urn:b\" xmlns:c=\"urn:c\" xmlns:s='\(saml)'>"
        ),
        (
            "xmlns:a='urn:&amp;b'", "<s:Assertion xmlns:s='\(saml)'><a:x/></s:Assertion>",
            "<s:Assertion xmlns:a=\"urn:&amp;b\" xmlns:s='\(saml)'>"
        ),
        // The nearest declaration counts, and none where the default namespace is taken back.
        (
            "xmlns:t2='urn:b' xmlns:s='urn:other'", "<s:Assertion xmlns:s='\(saml)'><t2:x/></s:Assertion>",
            "<s:Assertion xmlns:t2=\"urn:b\" xmlns:s='\(saml)'>"
        ),
        ("xmlns=''", "<s:Assertion xmlns:s='\(saml)'><x/></s:Assertion>", nil),
        ("", "<s:Assertion xmlns:s='\(saml)' xml:lang='en'/>", nil),
    ]

    @Test(arguments: rows)
    func `what is missing is declared, and no other byte changes`(
        outside: String, assertion: String, start: String?
    ) throws {
        let document = IssuedAnswer.envelope(assertion, type: nil)
            .replacing("<t:RequestedSecurityToken>", with: "<t:RequestedSecurityToken \(outside)>")
        let xml = try IssuedAnswer.read(document).assertion.xml
        guard let start else {
            #expect(xml == assertion)
            return
        }
        #expect(xml.hasPrefix(start))
        // Without what was added, it is what it was.
        let added = start.split(whereSeparator: \.isWhitespace).filter {
            $0.hasPrefix("xmlns") && !assertion.contains($0)
        }
        #expect(!added.isEmpty)
        #expect(added.reduce(xml) { $0.replacing(" " + String($1).trimmingEnd, with: "") } == assertion)
        // Alone it means what it meant.
        let alone = try XMLReader.read(Array(xml.utf8))
        #expect(alone.name == XMLElement.Name("Assertion", in: Self.saml))
    }

    private struct Case: Encodable {
        let assertion: String
        let moved: [String]
    }

    private struct Signed: Decodable {
        let certificate: String
        let envelopes: [String]
    }

    private static func assertion(_ prefix: String) -> String {
        let p = prefix.isEmpty ? "" : prefix + ":"
        return """
            <\(p)Assertion xmlns\(prefix.isEmpty ? "" : ":" + prefix)="\(saml)" xmlns:xs="http://www.w3.org/2001/XMLSchema" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ID="_1" Version="2.0"><\(p)Conditions><\(p)Audience>urn:x\
            </\(p)Audience></\(p)Conditions>
            <\(p)Attribute Name="upn"><\(p)AttributeValue xsi:type="xs:string">ann &amp; é</\(p)AttributeValue></\(p)Attribute>\
            </\(p)Assertion>
            """
    }

    /// signxml signs each assertion; cut out of the envelope that took its declarations, its signature still holds.
    @Test(.requires(.python)) func `digests stay as they are`() async throws {
        let cases = [
            Case(assertion: Self.assertion("saml"), moved: []),
            Case(assertion: Self.assertion("saml"), moved: ["saml"]),
            Case(assertion: Self.assertion("saml"), moved: ["saml", "xsi", "xs"]),
            Case(assertion: Self.assertion("saml"), moved: ["xs"]),
            Case(assertion: Self.assertion(""), moved: ["", "xsi", "xs"]),
        ]
        let signed = try await PythonReader.run(Self.program, "sign", ["cases": cases], giving: Signed.self)
        #expect(signed.envelopes.count == cases.count)
        for (envelope, row) in zip(signed.envelopes, cases) {
            let xml = try IssuedAnswer.read(envelope).assertion.xml
            let verdict = try await Self.verdict(on: xml, certificate: signed.certificate)
            #expect(verdict.values == ["upn": "ann & é"], "\(row.moved)")
            // A byte that is another one is found out.
            await #expect(throws: PythonReader.Refusal.self) {
                try await Self.verdict(on: xml.replacing("ann", with: "bob"), certificate: signed.certificate)
            }
        }
    }

    private static let program = "saml_in_envelope.py"

    private static func verdict(on assertion: String, certificate: String) async throws -> Verdict {
        try await PythonReader.run(
            program, "verify", ["assertion": assertion, "certificate": certificate], giving: Verdict.self)
    }

    private struct Verdict: Decodable {
        let values: [String: String]
    }
}

extension String {
    fileprivate var trimmingEnd: String {
        hasSuffix("/>") ? String(dropLast(2)) : hasSuffix(">") ? String(dropLast()) : self
    }
}
