import JOSE
import Testing

@testable import TokenctlSandbox

struct DiscoveryTests {
    private static let tid = Contoso.tenant.id

    @Test(arguments: [Contoso.tenant.id, "contoso.example", "CONTOSO.example", "C0C0C0C0-0000-4000-8000-000000000001"])
    func `endpoints name the tenant's GUID, however it is asked for`(name: String) async throws {
        try await Sandbox.serve { sandbox in
            let document = try await sandbox.get("/\(name)/v2.0/.well-known/openid-configuration").body
            let tenant = "\(sandbox.base)/\(Self.tid)"
            #expect(document["issuer"]?.stringValue == "\(tenant)/v2.0")
            #expect(document["token_endpoint"]?.stringValue == "\(tenant)/oauth2/v2.0/token")
            #expect(document["jwks_uri"]?.stringValue == "\(tenant)/discovery/v2.0/keys")
            #expect(document["device_authorization_endpoint"]?.stringValue == "\(tenant)/oauth2/v2.0/devicecode")
            #expect(document["authorization_endpoint"]?.stringValue == "\(tenant)/oauth2/v2.0/authorize")
            #expect(document["response_types_supported"] == .strings(["code"]))
            #expect(document["response_modes_supported"] == .strings(["query", "fragment", "form_post"]))
            #expect(document["authorization_response_iss_parameter_supported"] == nil)
        }
    }

    @Test func `version 1 has its own issuer and endpoints`() async throws {
        try await Sandbox.serve { sandbox in
            let document = try await sandbox.get("/\(Self.tid)/.well-known/openid-configuration").body
            #expect(document["issuer"]?.stringValue == "\(sandbox.base)/\(Self.tid)/")
            #expect(document["token_endpoint"]?.stringValue == "\(sandbox.base)/\(Self.tid)/oauth2/token")
            #expect(document["jwks_uri"]?.stringValue == "\(sandbox.base)/\(Self.tid)/discovery/keys")
        }
    }

    @Test func `an open tenant has a placeholder in its issuer`() async throws {
        try await Sandbox.serve { sandbox in
            let document = try await sandbox.get("/common/v2.0/.well-known/openid-configuration").body
            #expect(document["issuer"]?.stringValue == "\(sandbox.base)/{tenantid}/v2.0")
            #expect(document["token_endpoint"]?.stringValue == "\(sandbox.base)/common/oauth2/v2.0/token")
        }
    }

    @Test func `an unknown tenant has no document`() async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.get("/northwind.example/v2.0/.well-known/openid-configuration")
            #expect(answer.status == 400)
            #expect(try answer.errorCode() == 90002)
        }
    }

    @Test func `behind a proxy the document speaks of the proxy`() async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.send(
                "GET", "/contoso.example/v2.0/.well-known/openid-configuration",
                headers: ["X-Forwarded-Proto": "https", "X-Forwarded-Host": "localhost:8443"])
            #expect(answer.body["issuer"]?.stringValue == "https://localhost:8443/\(Self.tid)/v2.0")
        }
    }

    @Test func `two keys are published, whose certificates hold them`() async throws {
        try await Sandbox.serve { sandbox in
            let keys = try #require(
                try await sandbox.get("/\(Self.tid)/discovery/v2.0/keys").body["keys"]?.arrayValue)
            #expect(keys.count == 2)
            for key in keys {
                #expect(key["issuer"]?.stringValue == "\(sandbox.base)/\(Self.tid)/v2.0")
                #expect(key["kid"] == key["x5t"])
                let signing = try #require(sandbox.keys.all.first { $0.id == key["kid"]?.stringValue })
                #expect(try PublicKey(jwk: try #require(key.objectValue)) == signing.certificate.publicKey)
                #expect(key["x5c"] == .strings([Base64.encode(signing.certificate.der)]))
            }
            let version1 = try await sandbox.get("/\(Self.tid)/discovery/keys").body["keys"]?.arrayValue
            #expect(version1?.first?["kid"] != nil)
            #expect(version1?.first?["issuer"] == nil)
        }
    }

    @Test(arguments: [
        ("https://login.microsoftonline.com/common/oauth2/v2.0/authorize", "https://login.microsoftonline.com/common"),
        (
            "https://LOGIN.windows.net/contoso.example/oauth2/v2.0/authorize",
            "https://LOGIN.windows.net/contoso.example"
        ),
        ("https://localhost:8443/contoso.example/oauth2/v2.0/authorize", "https://localhost:8443/contoso.example"),
    ])
    func `a known instance leads to its tenant's document`(endpoint: String, tenant: String) async throws {
        try await Sandbox.serve { sandbox in
            let body = try await sandbox.get(Self.instance(endpoint)).body
            #expect(
                body["tenant_discovery_endpoint"]?.stringValue == "\(tenant)/v2.0/.well-known/openid-configuration")
            let metadata = try #require(body["metadata"]?.arrayValue)
            #expect(metadata.contains { $0["preferred_cache"]?.stringValue == "login.windows.net" })
            #expect(metadata.contains { $0["aliases"] == .strings(["localhost"]) })
        }
    }

    @Test(arguments: [
        "https://evil.example/common/oauth2/v2.0/authorize", "https://login.microsoftonline.com.evil.example/common",
        "login.microsoftonline.com", "ftp://localhost/common", "https://localhost/",
    ])
    func `an unknown instance is refused`(endpoint: String) async throws {
        try await Sandbox.serve { sandbox in
            let answer = try await sandbox.get(Self.instance(endpoint))
            #expect(answer.body["error"]?.stringValue == "invalid_instance")
            #expect(try answer.errorCode() == 50049)
        }
    }

    private static func instance(_ endpoint: String) -> String {
        "/common/discovery/instance?api-version=1.1&authorization_endpoint=\(endpoint)"
    }
}
