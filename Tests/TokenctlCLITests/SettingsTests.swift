import ArgumentParser
import FakeWorld
import OAuth
import Testing
import World

@testable import TokenctlCLI

struct SettingsTests {
    private static func environment(_ variables: [String: String]) -> Environment { Environment { variables[$0] } }

    private static let publicCloud = "https://login.microsoftonline.com"

    static let providers: [(arguments: [String], environment: [String: String], token: String)] = [
        (["--tenant", "t"], [:], "\(publicCloud)/t"),
        (["--tenant", "t"], ["TOKENCTL_TENANT": "x", "AZURE_TENANT_ID": "y"], "\(publicCloud)/t"),
        ([], ["TOKENCTL_TENANT": "x", "AZURE_TENANT_ID": "y"], "\(publicCloud)/x"),
        ([], ["TOKENCTL_TENANT": "", "AZURE_TENANT_ID": "y"], "\(publicCloud)/y"),
        (["--authority", "https://a/t"], ["AZURE_TENANT_ID": "y"], "https://a/t"),
        (["--authority", "https://a"], ["AZURE_TENANT_ID": "y", "TOKENCTL_CLOUD": "china"], "https://a/y"),
        (["--authority", "https://a", "--tenant", "t"], ["TOKENCTL_AUTHORITY": "https://b/u"], "https://a/t"),
        (
            ["--cloud", "usgov", "--tenant", "t"], ["TOKENCTL_AUTHORITY": "https://b"],
            "https://login.microsoftonline.us/t"
        ),
        (["--tenant", "t"], ["TOKENCTL_CLOUD": "china"], "https://login.partner.microsoftonline.cn/t"),
        (["--tenant", "t"], ["TOKENCTL_AUTHORITY": "https://b/u"], "https://b/t"),
        ([], ["TOKENCTL_AUTHORITY": "https://b/u"], "https://b/u"),
        (
            ["--tenant", "t"],
            ["TOKENCTL_AUTHORITY": "https://b", "TOKENCTL_CLOUD": "china", "AZURE_AUTHORITY_HOST": "https://c"],
            "https://b/t"
        ),
        (
            ["--tenant", "t"], ["TOKENCTL_CLOUD": "usgov", "AZURE_AUTHORITY_HOST": "https://c"],
            "https://login.microsoftonline.us/t"
        ),
        (
            ["--tenant", "t"], ["AZURE_AUTHORITY_HOST": "https://login.microsoftonline.us/"],
            "https://login.microsoftonline.us/t"
        ),
        (
            ["--tenant", "t"], ["AZURE_AUTHORITY_HOST": "login.microsoftonline.us"],
            "https://login.microsoftonline.us/t"
        ),
        (["--tenant", "t", "--cloud", "govfr"], [:], "https://login.sovcloud-identity.fr/t"),
        (
            ["--authority", "https://x.ciamlogin.com"], [:], "https://x.ciamlogin.com/x.onmicrosoft.com"
        ),
        (["--authority", "https://x.ciamlogin.com"], ["AZURE_TENANT_ID": "y"], "https://x.ciamlogin.com/y"),
        (["--tenant", "t"], ["TOKENCTL_AUTHORITY": "https://a/dstsv2/u"], "https://a/dstsv2/t"),
        (
            ["--authority", "https://x.b2clogin.com/t/p"], ["TOKENCTL_TENANT": "y"], "https://x.b2clogin.com/t/p"
        ),
        (["--authority", "a.example:8443/t"], [:], "https://a.example:8443/t"),
        (["--authority", "a.example"], ["AZURE_TENANT_ID": "y"], "https://a.example/y"),
        ([], ["TOKENCTL_AUTHORITY": "a.example/t", "AZURE_TENANT_ID": "y"], "https://a.example/t"),
        (["--authority", "https://a/common", "--tenant", "t"], [:], "https://a/t"),
        (["--authority", "https://a/common"], ["TOKENCTL_TENANT": "x"], "https://a/common"),
        ([], ["AZURE_AUTHORITY_HOST": "https://a/u", "AZURE_TENANT_ID": "y"], "https://a/y"),
        ([], ["AZURE_AUTHORITY_HOST": "https://a/common", "AZURE_TENANT_ID": "y"], "https://a/y"),
        ([], ["AZURE_AUTHORITY_HOST": "https://a/u", "TOKENCTL_TENANT": "x", "AZURE_TENANT_ID": "y"], "https://a/x"),
        ([], ["AZURE_AUTHORITY_HOST": "a/u"], "https://a/u"),
        (
            [], ["AZURE_AUTHORITY_HOST": "https://x.b2clogin.com/t/p", "AZURE_TENANT_ID": "y"],
            "https://x.b2clogin.com/t/p"
        ),
        (["--tenant", "t", "--cloud", "Public"], [:], "\(publicCloud)/t"),
        (["--tenant", "t", "--cloud", "AzureUSGovernment"], [:], "https://login.microsoftonline.us/t"),
        (["--tenant", "t", "--cloud", "azurecloud"], [:], "\(publicCloud)/t"),
        (["--tenant", "t"], ["TOKENCTL_CLOUD": "AzureChinaCloud"], "https://login.partner.microsoftonline.cn/t"),
        (["--tenant", "t"], ["TOKENCTL_ISSUER": "https://i"], "\(publicCloud)/t"),
        (
            ["--cloud", "china"], ["TOKENCTL_ISSUER": "https://i", "TOKENCTL_TENANT": "x"],
            "https://login.partner.microsoftonline.cn/x"
        ),
    ]

    @Test(arguments: providers)
    func `a flag is nearer than a variable, and a variable nearer than the default`(
        arguments: [String], environment: [String: String], token: String
    ) throws {
        let provider = try ProviderOptions.parse(arguments).provider(in: Self.environment(environment))
        guard case .authority(let authority) = provider else {
            Issue.record("\(provider)")
            return
        }
        #expect(authority.tokenEndpoint.description == token + "/oauth2/v2.0/token")
    }

    @Test(
        arguments: [
            (
                ["--issuer", "https://i"],
                ["TOKENCTL_ISSUER": "https://j", "TOKENCTL_TENANT": "t", "AZURE_AUTHORITY_HOST": "https://a"],
                "https://i"
            ),
            ([], ["TOKENCTL_ISSUER": "https://j/", "TOKENCTL_TENANT": "t"], "https://j/"),
        ] as [([String], [String: String], String)])
    func `an issuer is kept as it was given`(arguments: [String], environment: [String: String], issuer: String) throws
    {
        let provider = try ProviderOptions.parse(arguments).provider(in: Self.environment(environment))
        #expect(provider == .issuer(try Issuer(issuer)))
    }

    @Test(
        arguments: [
            ([], [:], true), (["--no-instance-discovery"], [:], false),
            ([], ["TOKENCTL_NO_INSTANCE_DISCOVERY": "1"], false),
            ([], ["TOKENCTL_NO_INSTANCE_DISCOVERY": "true"], false),
            ([], ["TOKENCTL_NO_INSTANCE_DISCOVERY": "0"], true), ([], ["TOKENCTL_NO_INSTANCE_DISCOVERY": ""], true),
            ([], ["TOKENCTL_NO_INSTANCE_DISCOVERY": "Yes"], false),
            ([], ["TOKENCTL_NO_INSTANCE_DISCOVERY": "Off"], true),
            (["--no-instance-discovery"], ["TOKENCTL_NO_INSTANCE_DISCOVERY": "0"], false),
        ] as [([String], [String: String], Bool)])
    func `the caller can answer for a host`(arguments: [String], environment: [String: String], asks: Bool) throws {
        let options = try ProviderOptions.parse(["--authority", "https://login.contoso.com/t"] + arguments)
        guard case .authority(let authority) = try options.provider(in: Self.environment(environment)) else {
            Issue.record("no authority")
            return
        }
        #expect(authority.needsInstanceDiscovery == asks)
    }

    @Test(arguments: ["n", "f", "never", "disabled", " 0", "0 ", "2", "true;"])
    func `a word that nobody knows is no trust`(word: String) throws {
        let options = try ProviderOptions.parse(["--authority", "https://login.contoso.com/t"])
        let error = #expect(throws: Failure(.usage, "")) {
            try options.provider(in: Self.environment(["TOKENCTL_NO_INSTANCE_DISCOVERY": word]))
        }
        #expect(error?.message.contains("TOKENCTL_NO_INSTANCE_DISCOVERY") == true)
    }

    @Test(
        arguments: [
            (["--authority", "https://fs.contoso.com", "--tenant", "adfs"], [:]),
            ([], ["AZURE_AUTHORITY_HOST": "https://fs.contoso.com", "AZURE_TENANT_ID": "adfs"]),
            ([], ["AZURE_AUTHORITY_HOST": "https://fs.contoso.com/adfs", "AZURE_TENANT_ID": "y"]),
        ] as [([String], [String: String])])
    func `AD FS can be given as Azure's tools have it`(arguments: [String], environment: [String: String]) throws {
        let provider = try ProviderOptions.parse(arguments).provider(in: Self.environment(environment))
        #expect(provider == .authority(try Authority("https://fs.contoso.com/adfs", tenant: nil)))
    }

    static let contradictions: [(arguments: [String], environment: [String: String])] = [
        (["--issuer", "https://i", "--tenant", "t"], [:]),
        (["--issuer", "https://i", "--authority", "https://a"], [:]),
        (["--issuer", "https://i", "--cloud", "public"], [:]),
        (["--cloud", "public", "--authority", "https://a/t"], [:]),
        (["--tenant", "t"], ["TOKENCTL_AUTHORITY": "https://a/adfs"]),
        (["--tenant", "t"], ["TOKENCTL_AUTHORITY": "https://a/u/b2c_1_p"]),
        (["--authority", "https://a/t", "--tenant", "u"], [:]),
        ([], [:]), ([], ["TOKENCTL_CLOUD": "mars", "TOKENCTL_TENANT": "t"]), ([], ["TOKENCTL_ISSUER": "nonsense"]),
    ]

    @Test(arguments: contradictions)
    func `what contradicts itself is a usage error`(arguments: [String], environment: [String: String]) throws {
        let options = try ProviderOptions.parse(arguments)
        #expect(throws: Failure(.usage, "")) { try options.provider(in: Self.environment(environment)) }
    }

    static let clientIDs: [(arguments: [String], environment: [String: String], id: String?)] = [
        (["--client-id", "a"], ["TOKENCTL_CLIENT_ID": "b"], "a"),
        ([], ["TOKENCTL_CLIENT_ID": "b", "AZURE_CLIENT_ID": "c"], "b"),
        ([], ["TOKENCTL_CLIENT_ID": "", "AZURE_CLIENT_ID": "c"], "c"), ([], [:], nil), (["--client-id", ""], [:], nil),
        (["--client-id", "ABCDEF00-0000-0000-0000-000000000000"], [:], "abcdef00-0000-0000-0000-000000000000"),
        (["--client-id", "MyApp"], [:], "MyApp"),
    ]

    @Test(arguments: clientIDs)
    func `the client id`(arguments: [String], environment: [String: String], id: String?) throws {
        let options = try CredentialOptions.parse(arguments)
        guard let id else {
            #expect(throws: Failure(.usage, "")) { try options.clientID(in: Self.environment(environment)) }
            return
        }
        #expect(try options.clientID(in: Self.environment(environment)) == id)
    }

    static let scopes: [(arguments: [String], variable: String?, text: String)] = [
        (["--scope", "b a", "--scope", "c"], "x", "a b c"), ([], "y x", "x y"), ([], nil, ""),
        (["--resource", "https://graph.microsoft.com"], "x", "https://graph.microsoft.com/.default"),
        // Entra takes the trailing slash for part of the resource's name.
        (["--resource", "https://management.core.windows.net/"], nil, "https://management.core.windows.net//.default"),
        (["--resource", "r", "--scope", "a"], nil, "a r/.default"), (["--scope", " "], "x", "x"),
    ]

    @Test(arguments: scopes)
    func `the scopes`(arguments: [String], variable: String?, text: String) throws {
        let environment = Environment { $0 == "TOKENCTL_SCOPE" ? variable : nil }
        #expect(try TokenOptions.parse(arguments).scopes(in: environment).text == text)
    }

    @Test(
        arguments: [
            ([], nil, 30), ([], "5", 5), (["--timeout", "7"], "5", 7), (["--timeout", "0"], nil, nil), ([], "0", nil),
            ([], "x", nil), (["--timeout", "1.5"], nil, nil), (["--timeout", "99999999999999999999"], nil, nil),
        ] as [([String], String?, Int?)])
    func `the time-out`(arguments: [String], variable: String?, seconds: Int?) throws {
        let options = try NetworkOptions.parse(arguments)
        let environment = Environment { $0 == "TOKENCTL_TIMEOUT" ? variable : nil }
        guard let seconds else {
            #expect(throws: Failure(.usage, "")) { try options.timeoutSeconds(in: environment) }
            return
        }
        #expect(try options.timeoutSeconds(in: environment) == seconds)
    }

    @Test(
        arguments: [
            ([], [:], true), (["--non-interactive"], ["TOKENCTL_NON_INTERACTIVE": "0"], false),
            ([], ["CI": "true"], false),
            ([], ["CI": "1"], false), ([], ["CI": "false"], true), ([], ["CI": ""], true),
            ([], ["CI": "true", "TOKENCTL_NON_INTERACTIVE": "0"], true), ([], ["TOKENCTL_NON_INTERACTIVE": "1"], false),
            ([], ["CI": "0", "TOKENCTL_NON_INTERACTIVE": "yes"], false), ([], ["TOKENCTL_NON_INTERACTIVE": "No"], true),
        ] as [([String], [String: String], Bool)])
    func `whether a person may be asked`(arguments: [String], environment: [String: String], isAllowed: Bool) throws {
        let interaction = try MessageOptions.parse(arguments).interaction(in: Self.environment(environment))
        #expect(interaction == (isAllowed ? .allowed : .forbidden))
    }

    @Test(
        arguments: [
            ("/x", ["TOKENCTL_CONFIG_DIR": "/y"], "/x"),
            (nil, ["TOKENCTL_CONFIG_DIR": "/y", "XDG_CONFIG_HOME": "/z"], "/y"),
            (nil, ["XDG_CONFIG_HOME": "/z", "HOME": "/h"], "/z/tokenctl"),
            (nil, ["XDG_CONFIG_HOME": "relative", "HOME": "/h"], "/h/.config/tokenctl"),
            (nil, ["XDG_CONFIG_HOME": "", "HOME": "/h"], "/h/.config/tokenctl"), (nil, ["HOME": ""], nil),
            (nil, [:], nil),
        ] as [(String?, [String: String], String?)])
    func `the folder of the program's own files`(given: String?, environment: [String: String], path: String?) throws {
        #expect(try ConfigDirectory.path(given: given, in: Self.environment(environment)) == path)
    }

    @Test(
        arguments: [
            ([], [:], 300, 30), (["--min-ttl", "10"], [:], 300, 30), (["--min-ttl", "900"], [:], 900, 30),
            (["--lock-timeout", "0"], [:], 300, 0), (["--lock-timeout", "90"], [:], 300, 90),
        ] as [([String], [String: String], Int, Int)])
    func `the cache's policy`(
        arguments: [String], environment: [String: String], minimumLifetime: Int, lockTimeout: Int
    ) throws {
        let policy = try CacheOptions.parse(arguments).policy(patience: 30, ignoresCachedTokens: false)
        #expect(policy.minimumLifetime == minimumLifetime)
        #expect(policy.lockTimeout == lockTimeout)
        #expect(!policy.ignoresCachedTokens)
    }

    static let trust: [(arguments: [String], environment: [String: String], path: String?)] = [
        ([], [:], nil), (["--ca-file", "/a"], ["SSL_CERT_FILE": "/b"], "/a"),
        ([], ["SSL_CERT_FILE": "/b", "CURL_CA_BUNDLE": "/c"], "/b"), ([], ["CURL_CA_BUNDLE": "/c"], "/c"),
        ([], ["REQUESTS_CA_BUNDLE": "/b"], "/b"),
    ]

    @Test(arguments: trust)
    func `additional trust`(arguments: [String], environment: [String: String], path: String?) throws {
        let text = "-----BEGIN CERTIFICATE-----\n"
        let files = FakeFiles(["/a": text + "/a", "/b": text + "/b", "/c": text + "/c"])
        let options = try NetworkOptions.parse(arguments).transportOptions(
            in: .fake(files: files, environment: environment))
        #expect(options.additionalTrust.map { String(decoding: $0, as: UTF8.self) } == path.map { text + $0 })
    }

    @Test func `additional trust that is missing or no PEM is refused`() throws {
        let world = World.fake(files: FakeFiles(["/der": "\u{30}\u{2}"]))
        #expect(throws: Failure(.noInput, "")) {
            try NetworkOptions.parse(["--ca-file", "/none"]).transportOptions(in: world)
        }
        #expect(throws: Failure(.badData, "")) {
            try NetworkOptions.parse(["--ca-file", "/der"]).transportOptions(in: world)
        }
    }
}
