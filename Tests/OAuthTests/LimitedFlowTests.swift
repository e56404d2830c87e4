import Testing
import World

@testable import OAuth

/// Which authorities a flow takes.
struct LimitedFlowTests {
    private static let id = "72f988bf-86f1-41af-91ab-2d7cd011db47"
    private static let all: [LimitedFlow] = [.clientCredentials, .deviceCode, .password, .integratedWindows]

    static let rows: [(url: String, flows: [LimitedFlow])] = [
        ("https://login.microsoftonline.com/\(id)", all), ("https://login.microsoftonline.com/contoso.com", all),
        ("https://login.microsoftonline.us/\(id)", all), ("https://login.contoso.com/\(id)", all),
        ("https://login.microsoftonline.com/organizations", [.deviceCode, .password, .integratedWindows]),
        ("https://login.microsoftonline.com/common", []), ("https://login.microsoftonline.com/Consumers", []),
        ("https://login.microsoftonline.com/\(Authority.personalAccounts)", [.clientCredentials]),
        ("https://sts.contoso.com/adfs", [.clientCredentials, .deviceCode, .password]),
        ("https://contoso.b2clogin.com/a/b2c_1_a", [.clientCredentials, .password]),
        ("https://contoso.ciamlogin.com", [.clientCredentials, .deviceCode, .password]),
        ("https://dsts.core.example/dstsv2/\(id)", all),
        ("https://dsts.core.example/dstsv2/organizations", [.deviceCode, .password, .integratedWindows]),
    ]

    @Test(arguments: rows)
    func `what the provider would refuse is refused at once`(url: String, flows: [LimitedFlow]) throws {
        let provider = Provider.authority(try Authority(url, tenant: nil))
        for flow in Self.all {
            guard !flows.contains(flow) else {
                #expect(throws: Never.self, "\(flow)") { try flow.check(provider) }
                continue
            }
            let error = #expect(throws: Failure(.usage, ""), "\(flow)") { try flow.check(provider) }
            #expect(error?.hint != nil, "\(flow)")
        }
    }

    static let ways: [(flow: LimitedFlow, url: String, hint: String)] = [
        (.clientCredentials, "https://login.microsoftonline.com/common", "give the tenant's id or domain"),
        (.deviceCode, "https://login.microsoftonline.com/consumers", "--tenant organizations"),
        (.deviceCode, "https://login.microsoftonline.com/common", "tokenctl auth-code"),
        (.deviceCode, "https://contoso.b2clogin.com/a/b2c_1_a", "sign in with tokenctl auth-code"),
        (.password, "https://login.microsoftonline.com/common", "--tenant organizations"),
        (.integratedWindows, "https://sts.contoso.com/adfs", "leave out --issuer and --authority (TOKENCTL_AUTHORITY"),
        (.integratedWindows, "https://contoso.b2clogin.com/a/b2c_1_a", "--tenant organizations"),
    ]

    @Test(arguments: ways)
    func `the way out is told`(flow: LimitedFlow, url: String, hint: String) throws {
        let provider = Provider.authority(try Authority(url, tenant: nil))
        let error = #expect(throws: Failure(.usage, "")) { try flow.check(provider) }
        #expect(error?.hint?.contains(hint) == true, "\(error?.hint ?? "no hint")")
    }

    @Test func `of other providers only they themselves know`() throws {
        let provider = Provider.issuer(try Issuer("https://idp.example/common"))
        for flow in Self.all where flow != .integratedWindows { try flow.check(provider) }
        #expect(throws: Failure(.usage, "")) { try LimitedFlow.integratedWindows.check(provider) }
    }
}
