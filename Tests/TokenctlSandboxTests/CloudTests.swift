import JOSE
import Testing

@testable import TokenctlSandbox

/// Two clouds on one server, and names that mean the same.
struct CloudTests {
    private static var settings: ProviderSettings {
        var settings = ProviderSettings()
        settings.additionalHosts = ["login.test", "sts.test"]
        settings.otherCloudHosts = ["login.other.test", "sts.other.test"]
        return settings
    }

    private static let other = ["Host": "sts.other.test"]

    @Test func `instance discovery names each cloud's aliases`() async throws {
        try await Sandbox.serve(Self.settings) { sandbox in
            for host in ["sts.test", "sts.other.test"] {
                let body = try await sandbox.get(
                    "/common/discovery/instance?api-version=1.1&authorization_endpoint="
                        + "https://\(host)/common/oauth2/v2.0/authorize"
                ).body
                let metadata = try #require(body["metadata"]?.arrayValue)
                for aliases in [["login.test", "sts.test"], ["login.other.test", "sts.other.test"]] {
                    let cloud = metadata.first { $0["aliases"] == .strings(aliases) }
                    #expect(cloud?["preferred_network"]?.stringValue == aliases[0])
                    #expect(cloud?["preferred_cache"]?.stringValue == aliases[0])
                }
            }
        }
    }

    @Test(arguments: [("sts.test", "sts.test"), ("sts.other.test", "login.other.test")])
    func `a realm says which cloud it is of`(host: String, name: String) async throws {
        try await Sandbox.serve(Self.settings) { sandbox in
            let realm = try await sandbox.send(
                "GET", "/common/userrealm/fred@fabrikam.example?api-version=1.0", headers: ["Host": host])
            #expect(realm.body["cloud_instance_name"]?.stringValue == name)
        }
    }

    @Test func `tokens of the one cloud are worth nothing in the other`() async throws {
        try await Sandbox.serve(Self.settings) { sandbox in
            let answer = try await sandbox.token(sandbox.passwordRequest(["scope": "User.Read offline_access"]))
            let access = try #require(answer.body["access_token"]?.stringValue)
            let refresh = try #require(answer.body["refresh_token"]?.stringValue)
            let bearer = ["Authorization": "Bearer \(access)"]
            #expect(try await sandbox.send("GET", "/v1.0/me", headers: bearer).status == 200)
            #expect(
                try await sandbox.send("GET", "/v1.0/me", headers: bearer.merging(["Host": "login.test"]) { $1 }).status
                    == 200)
            #expect(try await sandbox.send("GET", "/v1.0/me", headers: bearer.merging(Self.other) { $1 }).status == 401)
            let refused = try await sandbox.token(sandbox.refreshRequest(refresh), headers: Self.other)
            #expect(try refused.errorCode() == 70000)
            #expect(try await sandbox.token(sandbox.refreshRequest(refresh)).status == 200)
        }
    }
}
