import FakeWorld
import JOSE
import Testing
import World

@testable import OAuth

struct ClientAuthenticationTests {
    private static let secret = ClientCredential.secret(Secret("s3cret"))
    private static let assertion = ClientCredential.assertion { () throws(Failure) in Secret("a.b.c") }

    private func proof(
        _ credential: ClientCredential, at endpoint: TokenEndpoint, method: ClientAuthMethod? = nil,
        clientID: String = "app"
    ) throws -> HTTPRequest {
        let authentication = ClientAuthentication(
            clientID: clientID, credential: credential, endpoint: endpoint, method: method)
        let proof = try authentication.proof(now: 1_000_000, randomness: CountingRandomness())
        return HTTPRequest(
            post: proof.form, to: endpoint.url, headers: proof.headers, encodedSecrets: proof.encodedSecrets)
    }

    static let choices: [(methods: [String]?, method: ClientAuthMethod)] = [
        (nil, .clientSecretBasic), (["client_secret_basic"], .clientSecretBasic),
        (["client_secret_post"], .clientSecretPost),
        (["client_secret_post", "client_secret_basic"], .clientSecretBasic),
        (["private_key_jwt", "client_secret_post"], .clientSecretPost),
    ]

    @Test(arguments: choices)
    func `a secret goes the way that the provider takes`(methods: [String]?, method: ClientAuthMethod) throws {
        let request = try proof(Self.secret, at: try TestProviders.other(methods: methods))
        switch method {
        case .clientSecretBasic:
            #expect(request.headerValues == ["Authorization": "Basic YXBwOnMzY3JldA=="])
            #expect(request.form.isEmpty)
        case .clientSecretPost:
            #expect(request.form == ["client_id": "app", "client_secret": "s3cret"])
            #expect(request.headers.isEmpty)
        case .privateKeyJWT: Issue.record("a secret signs nothing")
        }
    }

    @Test func `Entra and AD FS get the secret in the form`() throws {
        for endpoint in [try TestProviders.entra(), try TestProviders.adfs()] {
            #expect(try proof(Self.secret, at: endpoint).form == ["client_id": "app", "client_secret": "s3cret"])
        }
    }

    @Test func `whoever insists gets the way that was asked for`() throws {
        let basic = try proof(Self.secret, at: try TestProviders.entra(), method: .clientSecretBasic)
        #expect(basic.headerValues.keys.contains("Authorization"))
        let post = try proof(Self.secret, at: try TestProviders.other(), method: .clientSecretPost)
        #expect(post.form.keys.contains("client_secret"))
        let jwt = try proof(Self.assertion, at: try TestProviders.other(), method: .privateKeyJWT)
        #expect(jwt.form["client_assertion"] == "a.b.c")
    }

    @Test(
        arguments: [
            ("app", "secret", "app:secret"), ("a:b", "c d", "a%3Ab:c+d"), ("é", "€", "%C3%A9:%E2%82%AC"),
            ("app", "%+&~", "app:%25%2B%26~"), ("app", "a\nb", "app:a%0Ab"),
        ])
    func `Basic encodes both parts as a form first, as RFC 6749 wants`(id: String, secret: String, pair: String) throws
    {
        let request = try proof(.secret(Secret(secret)), at: try TestProviders.other(), clientID: id)
        let header = try #require(request.headerValues["Authorization"])
        #expect(header == "Basic " + Base64.encode(Array(pair.utf8)))
    }

    @Test func `every form of a secret that is sent is known as a secret`() throws {
        let request = try proof(.secret(Secret("a b")), at: try TestProviders.other())
        let secrets = Set(request.secrets.map { $0.reveal() })
        let encoded = Base64.encode(Array("app:a+b".utf8))
        #expect(secrets.isSuperset(of: ["a b", "a+b", encoded]))
        let post = try proof(.secret(Secret("a b")), at: try TestProviders.entra())
        #expect(Set(post.secrets.map { $0.reveal() }).isSuperset(of: ["a b", "a+b"]))
    }

    @Test func `a ready-made assertion is passed on`() throws {
        #expect(
            try proof(Self.assertion, at: try TestProviders.entra()).form == [
                "client_id": "app", "client_assertion": "a.b.c",
                "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ])
    }

    @Test func `what does not go together is a usage error that tells the way out`() throws {
        let key = ClientCredential.key(AssertionKey(key: try .generate(.p256), chain: []))
        let refusals: [(ClientCredential, [String]?, ClientAuthMethod?)] = [
            (Self.secret, nil, .privateKeyJWT), (key, nil, .clientSecretBasic), (key, nil, .clientSecretPost),
            (Self.assertion, nil, .clientSecretPost), (Self.secret, ["private_key_jwt"], nil),
            (key, ["client_secret_basic"], nil), (Self.assertion, nil, nil), (Self.secret, ["tls_client_auth"], nil),
            (Self.secret, [], nil),
        ]
        for (credential, methods, method) in refusals {
            let endpoint = try TestProviders.other(methods: methods)
            let error = #expect(throws: Failure(.usage, "")) { try proof(credential, at: endpoint, method: method) }
            #expect(error?.message.contains("s3cret") == false)
            #expect(method != nil || error?.hint?.contains("--auth-method") == true)
        }
    }
}
