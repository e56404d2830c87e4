import FakeWorld
import JOSE
import Testing
import World

@testable import OAuth

/// The kinds of provider that flows have to do with.
enum TestProviders {
    static let tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47"

    static func entra() throws -> TokenEndpoint { try microsoft("https://login.microsoftonline.com/\(tenant)") }

    static func adfs() throws -> TokenEndpoint { try microsoft("https://sts.contoso.com/adfs") }

    /// - Parameters:
    ///   - methods: nil where the provider does not say.
    ///   - algorithms: nil where the provider does not say.
    static func other(
        methods: [String]? = nil, algorithms: [String]? = nil, tokenEndpoint: String = "https://idp.example/token"
    ) throws -> TokenEndpoint {
        var document: JSONObject = [
            "issuer": .string("https://idp.example"), "token_endpoint": .string(tokenEndpoint),
        ]
        document["token_endpoint_auth_methods_supported"] = methods.map { .array($0.map { .string($0) }) }
        document["token_endpoint_auth_signing_alg_values_supported"] = algorithms.map { .array($0.map { .string($0) }) }
        let transport = ScriptedTransport(
            .answer("https://idp.example/.well-known/openid-configuration", JSON.object(document).compact))
        return try TokenEndpoint.resolve(
            .issuer(try Issuer("https://idp.example")),
            using: HTTPClient(transport: transport, options: TransportOptions()))
    }

    private static func microsoft(_ url: String) throws -> TokenEndpoint {
        try TokenEndpoint.resolve(
            .authority(try Authority(url, tenant: nil)),
            using: HTTPClient(transport: Missing(), options: TransportOptions()))
    }
}
