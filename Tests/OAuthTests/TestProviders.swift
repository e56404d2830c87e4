import FakeWorld
import JOSE
import Testing
import World

@testable import OAuth

/// The kinds of provider that flows have to do with.
enum TestProviders {
    static let tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47"

    static func entra() throws -> TokenEndpoint { try microsoft("https://login.example.com/\(tenant)") }

    static func adfs() throws -> TokenEndpoint { try microsoft("https://sts.contoso.com/adfs") }

    /// - Parameters:
    ///   - methods: nil where the provider does not say.
    ///   - algorithms: nil where the provider does not say.
    static func other(methods: [String]? = nil, algorithms: [String]? = nil) throws -> TokenEndpoint {
        var document: JSONObject = [
            "issuer": .string("https://idp.example"), "token_endpoint": .string("https://idp.example/token"),
        ]
        document["token_endpoint_auth_methods_supported"] = methods.map { .array($0.map { .string($0) }) }
        document["token_endpoint_auth_signing_alg_values_supported"] = algorithms.map { .array($0.map { .string($0) }) }
        return TokenEndpoint(try ProviderMetadata(document))
    }

    private static func microsoft(_ url: String) throws -> TokenEndpoint {
        let client = HTTPClient(transport: Missing(), options: TransportOptions())
        return try TokenEndpoint(try Authority(url, tenant: nil), using: client)
    }
}
