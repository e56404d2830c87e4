import JOSE
import Testing

@testable import TokenctlSandbox

struct DeviceCodeTests {
    private static func settings(_ change: (inout DeviceSettings) -> Void) -> ProviderSettings {
        var settings = ProviderSettings()
        change(&settings.device)
        return settings
    }

    @Test func `a device code comes with what the person needs`() async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.deviceCode()
            #expect(answer.status == 200)
            let code = try #require(answer.body["user_code"]?.stringValue)
            #expect(code.count == 9)
            #expect(code.allSatisfy { $0.isUppercase || $0.isNumber })
            #expect(answer.body["verification_uri"]?.stringValue == "\(sandbox.base)/device")
            #expect(answer.body["verification_uri_complete"] == nil)
            #expect(answer.body["expires_in"] == .integer(900))
            #expect(answer.body["interval"] == .integer(5))
            let message = try #require(answer.body["message"]?.stringValue)
            #expect(message.contains(code))
            #expect(message.contains("\(sandbox.base)/device"))
        }
    }

    @Test func `tokens come once the code is approved, and only once`() async throws {
        try await Sandbox.serve { sandbox in
            let device = try await sandbox.deviceCode()
            let pending = try await sandbox.poll(device)
            #expect(try pending.errorCode() == 70016)
            #expect(pending.body["error"]?.stringValue == "authorization_pending")
            #expect(pending.status == 400)

            let approved = try await sandbox.decide("approve", device, user: "bob")
            #expect(approved.body["status"]?.stringValue == "approved")
            let answer = try await sandbox.poll(device)
            #expect(try answer.claims("id_token")["oid"]?.stringValue == Contoso.bob.id)
            #expect(answer.body["refresh_token"] != nil)
            let again = try await sandbox.poll(device).errorCode()
            #expect(again == 54005)
        }
    }

    @Test func `approving consents to what was asked for`() async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            let device = try await sandbox.deviceCode(scope: "api://orders/Orders.Write")
            _ = try await sandbox.decide("approve", device, user: "noconsent")
            let scope = try await sandbox.poll(device).body["scope"]?.stringValue
            #expect(scope == "api://orders/Orders.Write")
        }
    }

    @Test func `a person with a second factor is let through`() async throws {
        try await Sandbox.serve(ProviderSettings()) { sandbox in
            let device = try await sandbox.deviceCode(scope: "User.Read offline_access")
            _ = try await sandbox.decide("approve", device, user: "mfa")
            let answer = try await sandbox.poll(device)
            #expect(try answer.claims("access_token")["amr"] == .strings(["pwd", "mfa"]))
            let token = try #require(answer.body["refresh_token"]?.stringValue)
            let status = try await sandbox.token(sandbox.refreshRequest(token)).status
            #expect(status == 200)
        }
    }

    @Test func `a declined code says so`() async throws {
        try await Sandbox.serve { sandbox in
            let device = try await sandbox.deviceCode()
            _ = try await sandbox.decide("decline", device)
            let answer = try await sandbox.poll(device)
            #expect(answer.body["error"]?.stringValue == "authorization_declined")
            #expect(try answer.errorCode() == 70017)
            let late = try await sandbox.decide("approve", device).errorCode()
            #expect(late == 70019)
        }
    }

    @Test(arguments: [("locked", 50053), ("disabled", 50057), ("expired", 50055), ("nobody", 50034)])
    func `who cannot sign in cannot approve`(user: String, code: Int) async throws {
        try await Sandbox.serve { sandbox in
            let device = try await sandbox.deviceCode()
            let refusal = try await sandbox.decide("approve", device, user: user).errorCode()
            #expect(refusal == code)
            let answer = try await sandbox.poll(device).body["error"]?.stringValue
            #expect(answer == "authorization_pending")
        }
    }

    @Test func `an expired code is refused on both sides`() async throws {
        try await Sandbox.serve(Self.settings { $0.lifetime = 0 }) { sandbox in
            let device = try await sandbox.deviceCode()
            let poll = try await sandbox.poll(device)
            #expect(poll.body["error"]?.stringValue == "expired_token")
            #expect(try poll.errorCode() == 70020)
            let approval = try await sandbox.decide("approve", device).errorCode()
            #expect(approval == 70019)
        }
    }

    @Test(arguments: ["unknown", ""])
    func `a code that was not given out is refused`(code: String) async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.token([
                "grant_type": "urn:ietf:params:oauth:grant-type:device_code", "client_id": Sandbox.terminalID,
                "device_code": code,
            ])
            #expect(try answer.errorCode() == (code.isEmpty ? 900_144 : 70018))
        }
    }

    @Test func `the first polls may be slowed down`() async throws {
        try await Sandbox.serve(Self.settings { $0.slowDowns = 2 }) { sandbox in
            let device = try await sandbox.deviceCode()
            for error in ["slow_down", "slow_down", "authorization_pending"] {
                let answer = try await sandbox.poll(device).body["error"]?.stringValue
                #expect(answer == error)
            }
        }
    }

    @Test func `polls that come too fast may be slowed down`() async throws {
        try await Sandbox.serve(Self.settings { $0.enforcesInterval = true }) { sandbox in
            let device = try await sandbox.deviceCode()
            for error in ["authorization_pending", "slow_down"] {
                let answer = try await sandbox.poll(device).body["error"]?.stringValue
                #expect(answer == error)
            }
        }
    }

    @Test func `errors may come with status 200`() async throws {
        try await Sandbox.serve(Self.settings { $0.sendsErrorsAs200 = true }) { sandbox in
            let device = try await sandbox.deviceCode()
            let pending = try await sandbox.poll(device)
            #expect(pending.status == 200)
            #expect(pending.body["error"]?.stringValue == "authorization_pending")
            let refused = try await sandbox.deviceCode(scope: "api://nothing/x")
            #expect(refused.status == 200)
            #expect(try refused.errorCode() == 500_011)
        }
    }

    @Test func `the complete verification URI is sent on demand`() async throws {
        try await Sandbox.serve(Self.settings { $0.sendsCompleteURI = true }) { sandbox in
            let body = try await sandbox.deviceCode().body
            let code = try #require(body["user_code"]?.stringValue)
            #expect(body["verification_uri_complete"]?.stringValue == "\(sandbox.base)/device?user_code=\(code)")
        }
    }

    @Test func `another client cannot redeem the code, and a confidential one must prove who it is`() async throws {
        try await Sandbox.serve { sandbox in
            let device = try await sandbox.deviceCode()
            let secret = ["client_id": Sandbox.daemonID, "client_secret": sandbox.secret]
            let other = try await sandbox.poll(device, secret).errorCode()
            #expect(other == 70018)
            let silent = try await sandbox.poll(device, ["client_id": Sandbox.daemonID]).errorCode()
            #expect(silent == 7_000_218)
        }
    }
}

extension Sandbox {
    func deviceCode(scope: String = "api://orders/Orders.Read openid profile offline_access") async throws -> Answer {
        try await post(
            "/organizations/oauth2/v2.0/devicecode", ["client_id": Self.terminalID, "scope": scope])
    }

    /// Asks for the tokens of a device code's answer.
    func poll(_ device: Answer, _ changes: [String: String] = [:]) async throws -> Answer {
        let request = [
            "grant_type": "urn:ietf:params:oauth:grant-type:device_code", "client_id": Self.terminalID,
            "device_code": try #require(device.body["device_code"]?.stringValue), "client_info": "1",
        ]
        return try await token(request.merging(changes) { $1 }, tenant: "organizations")
    }

    /// - Parameter decision: `approve` or `decline`.
    func decide(_ decision: String, _ device: Answer, user: String = "alice") async throws -> Answer {
        let code = try #require(device.body["user_code"]?.stringValue)
        return try await post("/sandbox/\(decision)", ["user_code": code.lowercased(), "user": user])
    }
}
