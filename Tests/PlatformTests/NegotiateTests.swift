import Glibc
import TestSupport
import Testing
import World

@testable import Platform

/// What libcurl sends to a web server that people log in to by Kerberos.
@Suite(.requires(KerberosRealm.requirement), .requires(RequestRecorder.requirement), .serialized)
struct NegotiateTests {
    /// Posts a document in a process of its own.
    ///
    /// - Parameter keytab: who asks gets a ticket by it first.
    private func post(
        to path: String, of server: RequestRecorder, by realm: KerberosRealm, keytab: String? = nil,
        logsIn: Bool = true, status: Int
    ) async {
        await #expect(processExitsWith: .success) {
            [
                address = server.base + path as String, variables = realm.variables() as [String: String],
                keytab = keytab as String?, logsIn = logsIn as Bool, status = status as Int
            ] in
            for (name, value) in variables { unsafe setenv(name, value, 1) }
            let tickets = ChosenCache()
            if let keytab {
                _ = try SystemKerberos(chosen: tickets).logIn(
                    from: .keytab(path: keytab, principal: nil), for: nil, within: 30_000)
            }
            let request = HTTPRequest(
                post: "<a/>", type: "application/soap+xml", to: try WebURL(address), secrets: [],
                logsInByKerberos: logsIn)
            let answer = try CurlTransport(tickets: tickets).send(request, options: TransportOptions())
            #expect(answer.status == status)
            #expect(String(decoding: answer.body, as: UTF8.self) == "said")
        }
    }

    /// A SPNEGO token begins with an application's tag, RFC 4178 section 4.2; in NTLM's place `TlRMTVNT` would stand.
    private static let token = "Negotiate YI"

    @Test func `the document goes out once, with a ticket of the cache or of a keytab`() async throws {
        let realm = try await KerberosRealm()
        let server = try await RequestRecorder()
        await post(to: "/", of: server, by: realm, keytab: realm.keytab("people"), status: 200)
        try await realm.kinit()
        await post(to: "/", of: server, by: realm, status: 200)
        let requests = try server.requests
        #expect(requests.map(\.body) == ["<a/>", "<a/>"])
        #expect(requests.allSatisfy { $0.authorization?.hasPrefix(Self.token) == true })
    }

    @Test func `a server that still says no is not tried in another way`() async throws {
        let realm = try await KerberosRealm()
        try await realm.kinit()
        let server = try await RequestRecorder()
        let offers = ["/Negotiate", "/Negotiate/NTLM", "/NTLM", "/Basic", "/Basic/NTLM", "/Negotiate%20AAAA"]
        for offer in offers { await post(to: offer, of: server, by: realm, status: 401) }
        let requests = try server.requests
        #expect(requests.map(\.path) == offers)
        #expect(requests.allSatisfy { $0.authorization?.hasPrefix(Self.token) == true })
    }

    @Test func `whoever has no ticket or does not log in by Kerberos sends none`() async throws {
        let realm = try await KerberosRealm()
        let server = try await RequestRecorder()
        for path in ["/Negotiate", "/NTLM", "/Basic"] { await post(to: path, of: server, by: realm, status: 401) }
        try await realm.kinit()
        await post(to: "/Negotiate", of: server, by: realm, logsIn: false, status: 401)
        let requests = try server.requests
        #expect(requests.count == 4)
        #expect(requests.allSatisfy { $0.authorization == nil })
    }
}
