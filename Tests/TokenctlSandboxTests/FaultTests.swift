import Foundation
import JOSE
import Testing

@testable import TokenctlSandbox

/// Wrong answers on demand.
struct FaultTests {
    private func fault(_ query: String, _ sandbox: Sandbox) async throws -> Answer {
        try await sandbox.send("POST", "/sandbox/faults?\(query)")
    }

    private static let errors: [(answer: String, status: Int, code: Int, error: String)] = [
        ("429", 429, 90055, "temporarily_unavailable"), ("500", 500, 50000, "server_error"),
        ("502", 502, 90006, "temporarily_unavailable"), ("503", 503, 90033, "temporarily_unavailable"),
        ("504", 504, 90006, "temporarily_unavailable"), ("408", 408, 9_002_313, "invalid_request"),
        ("599", 599, 50000, "server_error"), ("transient", 400, 90033, "temporarily_unavailable"),
        ("error-200", 200, 70000, "invalid_grant"),
    ]

    @Test(arguments: errors)
    func `an error is answered once, in Entra's words`(
        answer: String, status: Int, code: Int, error: String
    ) async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            let listed = try await fault("answer=\(answer)&retry-after=7", sandbox)
            #expect(listed.body.arrayValue?.count == 1)
            let wrong = try await sandbox.token(sandbox.goodRequest())
            #expect(wrong.status == status)
            #expect(try wrong.errorCode() == code)
            #expect(wrong.body["error"]?.stringValue == error)
            #expect(wrong.headers["retry-after"] == "7")
            #expect(wrong.headers["x-ms-request-id"] == wrong.body["trace_id"]?.stringValue)
            let right = try await sandbox.token(sandbox.goodRequest())
            #expect(right.status == 200)
            #expect(right.headers["retry-after"] == nil)
        }
    }

    private static let bodies: [(answer: String, type: String?, text: String)] = [
        ("html", "text/html", "guest network"), ("empty", nil, ""), ("no-token", "application/json", "expires_in"),
    ]

    @Test(arguments: bodies)
    func `an answer may be no token`(answer: String, type: String?, text: String) async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            _ = try await fault("answer=\(answer)", sandbox)
            let wrong = try await sandbox.token(sandbox.goodRequest())
            #expect(wrong.status == 200)
            #expect(wrong.headers["content-type"]?.hasPrefix(type ?? "") != false)
            #expect(text.isEmpty ? wrong.text.isEmpty : wrong.text.contains(text))
            #expect(wrong.body["access_token"] == nil)
        }
    }

    @Test func `an answer may be no JSON`() async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            _ = try await fault("answer=garbage", sandbox)
            let answer = try await sandbox.received("POST", "/common/oauth2/v2.0/token")
            #expect(answer.hasPrefix("HTTP/1.1 200 "))
            #expect(answer.contains("\r\nContent-Type: application/json"))
            #expect(answer.hasSuffix("\r\n\r\naccess_token=garbage&token_type=Bearer"))
        }
    }

    @Test func `an answer may break off`() async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            let path = "/common/v2.0/.well-known/openid-configuration"
            let whole = try await sandbox.get(path)
            _ = try await fault("answer=truncated&endpoint=discovery", sandbox)
            let part = try await sandbox.received("GET", path)
            #expect(part.firstRange(of: "Content-Length: \(whole.text.utf8.count)\r\n") != nil)
            let body = try #require(part.firstRange(of: "\r\n\r\n").map { part[$0.upperBound...] })
            #expect(body.count == whole.text.count / 2)
            #expect(whole.text.hasPrefix(body))
        }
    }

    @Test func `an answer may be late`() async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            _ = try await fault("answer=slow&delay=700", sandbox)
            let started = ContinuousClock.now
            let answer = try await sandbox.token(sandbox.goodRequest())
            #expect(answer.status == 200)
            #expect(ContinuousClock.now - started >= .milliseconds(700))
        }
    }

    @Test func `there may be no answer`() async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            _ = try await fault("answer=silent", sandbox)
            let answered = try await withThrowingTaskGroup(of: Bool.self) { group in
                group.addTask { try await sandbox.token(sandbox.goodRequest()).status > 0 }
                group.addTask {
                    try await Task.sleep(for: .seconds(1))
                    return false
                }
                defer { group.cancelAll() }
                return try await group.next()
            }
            #expect(answered == false)
        }
    }

    @Test(arguments: Fault.Place.allCases)
    func `it is one endpoint's, or any's`(place: Fault.Place) async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            let requests: [(Fault.Place, () async throws -> Int)] = [
                (.token, { try await sandbox.token(sandbox.goodRequest()).status }),
                (.devicecode, { try await sandbox.deviceCode().status }),
                (.discovery, { try await sandbox.get("/common/v2.0/.well-known/openid-configuration").status }),
                (.discovery, { try await sandbox.get("/common/discovery/keys").status }),
                (.me, { try await sandbox.get("/v1.0/me").status }),
                (.realm, { try await sandbox.get("/common/userrealm/fred@fabrikam.example").status }),
                (.mex, { try await sandbox.get("/adfs/services/trust/mex").status }),
                (.wstrust, { try await sandbox.send(WSTrustMessage()).status }),
            ]
            for (endpoint, request) in requests {
                _ = try await fault("answer=503&endpoint=\(place)", sandbox)
                let status = try await request()
                #expect((status == 503) == (place == endpoint || place == .all))
                _ = try await sandbox.send("DELETE", "/sandbox/faults")
            }
        }
    }

    @Test func `Graph words its errors differently`() async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            _ = try await fault("answer=429&endpoint=me", sandbox)
            let answer = try await sandbox.get("/v1.0/me")
            #expect(answer.status == 429)
            #expect(answer.body["error"]?["code"]?.stringValue == "TooManyRequests")
        }
    }

    @Test func `an option may name the endpoint`() throws {
        let fault = try Fault(option: "two-assertions:3@wstrust")
        #expect(fault.kind == .known(.twoAssertions))
        #expect(fault.count == 3)
        #expect(fault.place == .wstrust)
        #expect(try Fault(option: "503@mex").place == .mex)
    }

    @Test func `they come in order, each as often as was asked, and can be called off`() async throws {
        var settings = ProviderSettings()
        settings.faults = [try Fault(option: "503:2"), try Fault(option: "html")]
        try await Sandbox.serve(settings) { sandbox in
            _ = try await fault("answer=500", sandbox)
            var statuses: [Int] = []
            for _ in 1...5 { statuses.append(try await sandbox.token(sandbox.goodRequest()).status) }
            #expect(statuses == [503, 503, 200, 500, 200])
            let listed = try await fault("answer=no-token&count=3&endpoint=me&retry-after=1&delay=2", sandbox)
            #expect(
                listed.body
                    == .array([
                        .object([
                            "answer": .string("no-token"), "count": .integer(3), "endpoint": .string("me"),
                            "retry_after": .string("1"), "delay": .integer(2),
                        ])
                    ]))
            let same = try await sandbox.get("/sandbox/faults").body
            #expect(same == listed.body)
            let none = try await sandbox.send("DELETE", "/sandbox/faults").body
            #expect(none == .array([]))
        }
    }

    @Test(arguments: [
        ("answer=399", "399"), ("answer=600", "600"), ("answer=magic", "magic"), ("count=1", "answer"),
        ("answer=500&count=0", "count"), ("answer=500&count=x", "count"), ("answer=slow&delay=60001", "delay"),
        ("answer=500&endpoint=moon", "moon"), ("answer=500&colour=red", "colour"),
        ("answer=500&retry-after=a%0d%0ab", "retry-after"),
    ])
    func `what is wrong with a wish is named`(query: String, name: String) async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            let answer = try await fault(query, sandbox)
            #expect(answer.status == 400)
            #expect(answer.body["error_description"]?.stringValue?.contains(name) == true)
            let none = try await sandbox.get("/sandbox/faults").body
            #expect(none == .array([]))
        }
    }

    @Test(arguments: ["", "magic", "500:", "500:0", "500:x", ":1", "500@", "500@moon", "500@token:2", "@token"])
    func `what is wrong with an option is an error`(option: String) {
        #expect(throws: SandboxError.self) { try Fault(option: option) }
    }
}
