import Foundation
import Testing

@testable import TokenctlSandbox

/// Wrong answers of federation servers, on demand.
struct FederationFaultTests {
    private static let faults: [(answer: String, status: Int, piece: String)] = [
        ("503", 503, "<h2>Service Unavailable</h2>"), ("html", 200, "guest network"), ("empty", 200, ""),
        ("garbage", 200, "access_token=garbage"), ("encrypted-assertion", 200, "<xenc:EncryptedData "),
        ("wrong-namespace", 200, "xmlns:trust=\"urn:example:other\""), ("doctype", 200, "<!DOCTYPE Envelope ["),
        ("soap-1.1-fault", 500, "<faultcode "),
    ]

    @Test(arguments: faults)
    func `the answer is wrong once`(answer: String, status: Int, piece: String) async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            _ = try await sandbox.send("POST", "/sandbox/faults?answer=\(answer)&endpoint=wstrust")
            let wrong = try await sandbox.send(WSTrustMessage())
            #expect(wrong.status == status)
            #expect(piece.isEmpty ? wrong.text.isEmpty : wrong.text.contains(piece), "\(wrong.text)")
            #expect(!wrong.text.contains("<saml:Assertion ") || ["wrong-namespace", "doctype"].contains(answer))
            #expect(try await sandbox.send(WSTrustMessage()).status == 200)
        }
    }

    @Test func `there may be two assertions`() async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            _ = try await sandbox.send("POST", "/sandbox/faults?answer=two-assertions&endpoint=wstrust")
            let answer = try await sandbox.send(WSTrustMessage())
            let envelope = try #require(ParsedElement(parsing: Array(answer.text.utf8)))
            #expect(envelope.all("Assertion", RequestedTokenType.saml1.samlNamespace).count == 2)
            #expect(envelope.all("RequestedSecurityToken", WSTrustVersion.v1_3.namespace).count == 1)
        }
    }

    @Test func `an answer may break off`() async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            _ = try await sandbox.send("POST", "/sandbox/faults?answer=truncated&endpoint=mex")
            let part = try await sandbox.received("GET", "/adfs/services/trust/mex")
            #expect(part.contains("<wsdl:definitions "))
            #expect(!part.contains("</wsdl:definitions>"))
        }
    }

    @Test(arguments: Fault.Name.soap)
    func `elsewhere what only they can do is an error`(name: Fault.Name) async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            _ = try await sandbox.send("POST", "/sandbox/faults?answer=\(name.rawValue)")
            #expect(try await sandbox.token(sandbox.goodRequest()).status == 500)
        }
    }
}
