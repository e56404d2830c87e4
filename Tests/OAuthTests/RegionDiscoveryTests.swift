import FakeWorld
import Synchronization
import Testing
import World

@testable import OAuth

struct RegionDiscoveryTests {
    private static let service = "http://169.254.169.254/metadata/instance/compute?api-version=2021-02-01"

    private func find(
        _ environment: [String: String], _ transport: any Transport = Missing(), timeoutSeconds: Int = 30
    ) -> (region: String?, remarks: [String]) {
        let options = TransportOptions(
            timeoutSeconds: timeoutSeconds, proxies: ProxySettings(https: "p", http: "http://127.0.0.1:1"))
        let policy = RetryPolicy(clock: FakeClock(), randomness: CountingRandomness()) { _ in }
        let remarks = Remarks()
        let region = RegionChoice.detected.region(
            in: Environment { environment[$0] },
            using: HTTPClient(transport: transport, options: options, retries: policy), remark: remarks.add)
        return (region?.name, remarks.lines)
    }

    @Test(arguments: [("westus2", "westus2"), ("West US 2", "westus2"), ("evil.example/", nil), ("Köln", nil)])
    func `REGION_NAME comes before the metadata service`(value: String, expected: String?) {
        let found = find(["REGION_NAME": value])
        #expect(found.region == expected)
        #expect(found.remarks.count == 1 && found.remarks[0].contains("REGION_NAME"))
        #expect(found.remarks[0].contains("global endpoint") == (expected == nil))
    }

    @Test func `a virtual machine asks for its location, as the service wants to be asked`() {
        let transport = ScriptedTransport(.answer(Self.service, #"{"location":"eastus","name":"vm"}"#))
        let found = find([:], transport)
        #expect(found.region == "eastus")
        #expect(found.remarks == ["the region is eastus, by http://169.254.169.254"])
        #expect(transport.requests.map(\.headerValues) == [["Metadata": "true"]])
    }

    static let failures: [ScriptedTransport.Step] = [
        .answer(service, #"{"location":"eastus"}"#, status: 404), .answer(service, "", status: 503),
        .answer(service, "", status: 429), .answer(service, "eastus"), .answer(service, "[]"), .answer(service, "{}"),
        .answer(service, #"{"location":""}"#), .answer(service, #"{"location":7}"#),
        .answer(service, #"{"location":"evil.example/"}"#), .answer(service, #"{"location":"a\nb"}"#),
        .answer(service, "", status: 302, headers: [("Location", "http://127.0.0.1/")]),
        .failure(service, Failure(.tryAgain, "no answer within 2 s")),
        .failure(service, Failure(.unavailable, "no route")),
    ]

    @Test(arguments: failures)
    func `where nobody names a region there is none, after one request and one remark`(step: ScriptedTransport.Step) {
        let transport = ScriptedTransport(step)
        let found = find([:], transport)
        #expect(found.region == nil)
        #expect(found.remarks.count == 1 && found.remarks[0].contains("global endpoint"), "\(found.remarks)")
        #expect(transport.isExhausted)
    }

    @Test(arguments: [
        ("http://127.0.0.1:4711", "http://127.0.0.1:4711"), ("http://localhost:4711/", "http://localhost:4711"),
        ("https://metadata.example", "https://metadata.example"), ("http://169.254.169.254/", "http://169.254.169.254"),
    ])
    func `another server can stand in for the metadata service`(value: String, base: String) {
        let address = "\(base)/metadata/instance/compute?api-version=2021-02-01"
        let found = find(
            ["AZURE_POD_IDENTITY_AUTHORITY_HOST": value],
            ScriptedTransport(.answer(address, #"{"location":"eastus"}"#)))
        #expect(found.region == "eastus")
    }

    @Test(arguments: ["http://metadata.example", "http://169.254.169.253", "http://169.254.169.254:81", "x"])
    func `but none that is reached in the clear beyond this machine`(value: String) {
        let found = find(["AZURE_POD_IDENTITY_AUTHORITY_HOST": value])
        #expect(found.region == nil)
        #expect(found.remarks.count == 1 && found.remarks[0].contains(value))
    }

    @Test(arguments: [(30, 2000), (1, 1000)])
    func `the service gets two seconds, or less where everything does, and no proxy`(limit: Int, expected: Int) {
        let transport = OptionsTransport()
        #expect(find([:], transport, timeoutSeconds: limit).region == "eastus")
        #expect(transport.seen.map(\.timeoutMilliseconds) == [expected])
        #expect(transport.seen.map(\.proxies) == [ProxySettings()])
    }
}

/// Keeps how it was to be reached.
private final class OptionsTransport: Transport {
    private let kept = Mutex<[TransportOptions]>([])

    var seen: [TransportOptions] { kept.withLock { $0 } }

    func send(_ request: HTTPRequest, options: TransportOptions) throws(Failure) -> HTTPResponse {
        kept.withLock { $0.append(options) }
        return HTTPResponse(status: 200, headers: [], body: Array(#"{"location":"eastus"}"#.utf8))
    }
}
