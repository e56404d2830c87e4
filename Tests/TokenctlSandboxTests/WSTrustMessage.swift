import Foundation
import Testing

@testable import TokenctlSandbox

/// A request for a security token, as a client writes it, with whatever is to be wrong in it.
struct WSTrustMessage {
    var version = WSTrustVersion.v1_3
    var login = SecurityTokenRequest.Login.password
    /// What the path of the domain's server starts with.
    var path = ""
    var username = "fred@fabrikam.example"
    var password = "fred-password"
    /// Seconds after the sandbox's now.
    var created = 0
    var expires = 600
    var tokenType: String?
    /// Texts to be replaced in the finished message.
    var changes: [(from: String, to: String)] = []

    func address(at base: String) -> String {
        "\(base)\(path)/adfs/services/trust/\(version.rawValue)/\(login.rawValue)"
    }

    func text(at base: String) -> String {
        let security = """
            <o:Security s:mustUnderstand="1" xmlns:o="\(SOAP.security)" xmlns:u="\(SOAP.utility)"><u:Timestamp>\
            <u:Created>\(Timestamp.iso8601(Sandbox.now + created))</u:Created>\
            <u:Expires>\(Timestamp.iso8601(Sandbox.now + expires))</u:Expires></u:Timestamp><o:UsernameToken>\
            <o:Username>\(username)</o:Username><o:Password>\(password)</o:Password></o:UsernameToken></o:Security>
            """
        let message = """
            <s:Envelope xmlns:s="\(SOAP.envelope)" xmlns:a="\(SOAP.addressing)"><s:Header>\
            <a:Action s:mustUnderstand="1">\(version.requestAction)</a:Action><a:MessageID>urn:uuid:7</a:MessageID>\
            <a:ReplyTo><a:Address>\(SOAP.addressing)/anonymous</a:Address></a:ReplyTo>\
            <a:To s:mustUnderstand="1">\(address(at: base))</a:To>\(login == .password ? security : "")</s:Header><s:Body>\
            <t:RequestSecurityToken xmlns:t="\(version.namespace)"><p:AppliesTo xmlns:p="\(SOAP.policy)">\
            <a:EndpointReference><a:Address>\(Federation.audience)</a:Address></a:EndpointReference></p:AppliesTo>\
            <t:KeyType>\(version.bearer)</t:KeyType><t:RequestType>\(version.issue)</t:RequestType>\
            \(tokenType.map { "<t:TokenType>\($0)</t:TokenType>" } ?? "")</t:RequestSecurityToken></s:Body></s:Envelope>
            """
        return changes.reduce(message) { $0.replacing($1.from, with: $1.to) }
    }
}

extension Sandbox {
    func send(
        _ message: WSTrustMessage, type: String = "application/soap+xml; charset=utf-8",
        headers: [String: String] = [:]
    ) async throws -> Answer {
        try await send(
            "POST", String(message.address(at: base).dropFirst(base.count)),
            headers: ["Content-Type": type].merging(headers) { $1 }, body: Data(message.text(at: base).utf8))
    }

    /// The assertion in the answer to a good request.
    func samlAssertion(_ message: WSTrustMessage = WSTrustMessage()) async throws -> String {
        let answer = try await send(message)
        try #require(answer.status == 200, "\(answer.text)")
        let prefix = message.version == .v1_3 ? "trust" : "t"
        let start = try #require(answer.text.firstRange(of: "<\(prefix):RequestedSecurityToken>")?.upperBound)
        let end = try #require(answer.text.firstRange(of: "</\(prefix):RequestedSecurityToken>")?.lowerBound)
        return String(answer.text[start..<end])
    }

    func assertionGrant(_ xml: String, saml2: Bool = false, _ changes: [String: String] = [:]) -> [String: String] {
        passwordRequest([
            "grant_type": "urn:ietf:params:oauth:grant-type:saml\(saml2 ? "2" : "1_1")-bearer", "username": "",
            "password": "", "assertion": Data(xml.utf8).base64EncodedString(),
        ]).merging(changes) { $1 }.filter { !$0.value.isEmpty }
    }
}
