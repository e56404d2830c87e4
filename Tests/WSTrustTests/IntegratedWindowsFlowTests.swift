import FakeWorld
import OAuth
import Testing
import World

@testable import WSTrust

struct IntegratedWindowsFlowTests {
    private static let user = "fred@fabrikam.example"
    private static let steps: [ScriptedTransport.Step] = [
        FederatedDomain.realm(of: user, FederatedDomain.federated),
        .answer("\(FederatedDomain.server)/mex", FederatedDomain.metadata),
    ]
    private static let endpoint = "\(FederatedDomain.server)/13/windowstransport"

    private func flow(
        _ transport: ScriptedTransport, username: String? = nil, tickets: TicketSource = .cache
    ) -> IntegratedWindowsFlow {
        IntegratedWindowsFlow(
            client: FederatedDomain.client(over: transport), username: username, tickets: tickets)
    }

    @Test func `the name in the ticket is who signs in, and no password goes anywhere`() throws {
        let kerberos = FakeKerberos(.success("fred@FABRIKAM.EXAMPLE"))
        let transport = ScriptedTransport(
            Self.steps + [.answer(Self.endpoint, FederatedDomain.answer)] + FederatedDomain.tokens)
        let token = try flow(transport).run(FederatedDomain.request(), in: .fake(kerberos: kerberos))
        #expect(token.account?.username == Self.user)
        #expect(kerberos.questions == ["cache for anybody in 30000 ms", "sts.fabrikam.example in 30000 ms"])
        #expect(transport.requests.map(\.logsInByKerberos) == [false, false, true, false, false])
        guard case .document(let envelope, _) = transport.requests[2].body else {
            Issue.record("no document was sent")
            return
        }
        #expect(!envelope.contains("UsernameToken"))
    }

    @Test func `a name that was given comes before the ticket's`() throws {
        let kerberos = FakeKerberos(.success("svc-fred@CORP.LOCAL"))
        let transport = ScriptedTransport(
            Self.steps + [.answer(Self.endpoint, FederatedDomain.answer)] + FederatedDomain.tokens)
        let keytab = TicketSource.keytab(path: "/k", principal: "svc-fred")
        let token = try flow(transport, username: Self.user, tickets: keytab)
            .run(FederatedDomain.request(), in: .fake(kerberos: kerberos))
        #expect(token.account?.username == Self.user)
        #expect(kerberos.questions.first == "\(keytab) for \(Self.user) in 30000 ms")
    }

    @Test func `an enterprise name is a user name already`() throws {
        let kerberos = FakeKerberos(.success(#"fred\@fabrikam.example@CORP.TEST"#))
        let transport = ScriptedTransport(
            Self.steps + [.answer(Self.endpoint, FederatedDomain.answer)] + FederatedDomain.tokens)
        let token = try flow(transport).run(FederatedDomain.request(), in: .fake(kerberos: kerberos))
        #expect(token.account?.username == Self.user)
    }

    @Test(arguments: [
        ("Managed", "managed_user", true), ("Unknown", "unknown_user_type", true), ("Managed", "", false),
    ])
    func `who is not federated is told so, and where the name was from`(
        kind: String, word: String, isOfTicket: Bool
    ) {
        let transport = ScriptedTransport(FederatedDomain.realm(of: Self.user, #"{"account_type": "\#(kind)"}"#))
        let flow = flow(transport, username: isOfTicket ? nil : Self.user)
        let failure = #expect(throws: Failure.self) {
            try flow.run(
                FederatedDomain.request(), in: .fake(kerberos: FakeKerberos(.success("fred@FABRIKAM.EXAMPLE"))))
        }
        #expect(failure?.message.contains(word) == true)
        #expect(failure?.hint?.contains("--username") == isOfTicket, "\(failure?.hint ?? "")")
    }

    @Test func `without a ticket nothing is asked`() throws {
        let missing = Failure(.interactionRequired, "no ticket", hint: "kinit")
        let transport = ScriptedTransport()
        #expect(throws: missing) {
            try flow(transport).run(FederatedDomain.request(), in: .fake(kerberos: FakeKerberos(.failure(missing))))
        }
        #expect(transport.requests.isEmpty)
    }

    @Test func `without a ticket for the federation server nothing is sent to it`() throws {
        let unknown = Failure(.refused, "no such service")
        let transport = ScriptedTransport(Self.steps)
        let kerberos = FakeKerberos(.success("fred@FABRIKAM.EXAMPLE"), service: .failure(unknown))
        #expect(throws: unknown) { try flow(transport).run(FederatedDomain.request(), in: .fake(kerberos: kerberos)) }
        #expect(transport.isExhausted)
    }

    @Test func `a ticket that the federation server does not take is told from a password`() throws {
        let transport = ScriptedTransport(Self.steps + [.answer(Self.endpoint, "", status: 401)])
        let kerberos = FakeKerberos(.success("fred@FABRIKAM.EXAMPLE"))
        let failure = #expect(throws: Failure.self) {
            try flow(transport).run(FederatedDomain.request(), in: .fake(kerberos: kerberos))
        }
        #expect(failure?.code == .badCredentials)
        #expect(failure?.message.contains("Kerberos ticket") == true, "\(failure?.message ?? "")")
        #expect(failure?.message.contains("sts.fabrikam.example") == true)
    }
}
