import Synchronization
import Testing
import World

@testable import Platform

/// The listener is driven over real sockets: it serves in a thread of its own, the tests are the browser.
struct LoopbackListenerTests {
    private let listener: any RedirectListener

    init() throws { listener = try LoopbackListening().listen(port: nil) }

    private var port: Int { listener.port }

    /// What came to the flow, and how `serve` ended.
    private struct Outcome {
        var requests: [RedirectRequest] = []
        var isAnswered = false
        /// How long the listener served, on its own thread's clock.
        var milliseconds = 0
    }

    /// Serves while `browse` runs, each on a thread of its own; a request with a `code` is final.
    private func serving(
        milliseconds: Int = 20_000, _ browse: @escaping @Sendable () throws -> Void
    ) async throws -> Outcome {
        let requests = Mutex<[RedirectRequest]>([])
        let listener = listener
        let serving = ThreadWork {
            let start = SystemClock().ticks
            let isAnswered = try listener.serve(until: start + milliseconds) { request in
                requests.withLock { $0.append(request) }
                let isFinal = request.parameters.contains { $0.name == "code" }
                return RedirectReply(status: isFinal ? 200 : 400, page: isFinal ? "<p>done" : "<p>no", isFinal: isFinal)
            }
            return (isAnswered, SystemClock().ticks - start)
        }
        try await onThread(browse)
        let (isAnswered, time) = try await serving.value
        return Outcome(requests: requests.withLock { $0 }, isAnswered: isAnswered, milliseconds: time)
    }

    private func get(_ target: String, host: String? = nil, method: String = "GET") -> String {
        "\(method) \(target) HTTP/1.1\r\nHost: \(host ?? "localhost:\(port)")\r\n\r\n"
    }

    private func answer(to request: String) throws -> String? {
        try LoopbackClient.answer(to: request, port: port)
    }

    /// Ends the serving, with one more request.
    private func finish() throws { #expect(try answer(to: get("/?code=end"))?.hasSuffix("<p>done") == true) }

    @Test func `a query is handed over decoded, and the page comes with headers that keep it private`() async throws {
        let outcome = try await serving {
            let page = try answer(to: get("/callback?code=a%2Bb+c&state=%C3%A9&code=2&empty=&alone"))
            #expect(page == donePage)
        }
        let request = try #require(outcome.requests.first)
        #expect(outcome.isAnswered)
        #expect(request.method == "GET")
        #expect(request.path == "/callback")
        #expect(request.parameters.map(\.name) == ["code", "state", "code", "empty", "alone"])
        #expect(request.parameters.map(\.value) == ["a+b c", "é", "2", "", ""])
    }

    private let donePage = """
        HTTP/1.1 200 OK\r
        Content-Type: text/html; charset=utf-8\r
        Content-Length: 7\r
        Connection: close\r
        Cache-Control: no-store\r
        Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r
        Referrer-Policy: no-referrer\r
        X-Content-Type-Options: nosniff\r
        \r
        <p>done
        """

    @Test func `a posted form is handed over, however slowly it comes`() async throws {
        let outcome = try await serving {
            let client = try LoopbackClient(port: port)
            let head = "POST /r?x=1 HTTP/1.1\r\nhost: 127.0.0.1:\(port)\r\nContent-Length: 18\r\n"
            let type = "Content-Type: Application/X-WWW-Form-Urlencoded; charset=utf-8\r\n"
            for byte in "\(head)\(type)\r\nstate=s&code=%2526".unicodeScalars {
                client.send(String(byte))
                SystemClock().sleep(milliseconds: 1)
            }
            #expect(client.receive()?.hasPrefix("HTTP/1.1 200 OK\r\n") == true)
        }
        let request = try #require(outcome.requests.first)
        #expect(request.method == "POST")
        #expect(request.path == "/r")
        #expect(request.parameters.map(\.name) == ["state", "code"])
        #expect(request.parameters.map(\.value) == ["s", "%26"])
    }

    @Test func `idle and half-finished connections hold nobody up`() async throws {
        let outcome = try await serving {
            let idle = try (0..<8).map { _ in try LoopbackClient(port: port) }
            let unfinished = try LoopbackClient(port: port)
            unfinished.send("GET /?code=never HTTP/1.1\r\nHost: local")
            try finish()
            withExtendedLifetime(idle) {}
        }
        #expect(outcome.requests.count == 1)
        #expect(outcome.isAnswered)
    }

    @Test func `with more connections than it keeps, the newest is served`() async throws {
        let outcome = try await serving {
            let idle = try (0..<80).map { _ in try LoopbackClient(port: port) }
            try finish()
            #expect(idle.first?.isClosed == true)
        }
        #expect(outcome.isAnswered)
    }

    @Test func `it goes on until an answer is final`() async throws {
        let outcome = try await serving {
            for _ in 0..<3 { #expect(try answer(to: get("/?state=wrong"))?.hasSuffix("<p>no") == true) }
            try finish()
        }
        #expect(outcome.requests.count == 4)
        #expect(outcome.isAnswered)
    }

    @Test func `what is no redirect is refused without asking anyone`() async throws {
        let outcome = try await serving {
            for (request, status) in refusedRequests {
                let answer = try answer(to: request)
                #expect(answer?.hasPrefix("HTTP/1.1 \(status) ") == true, "\(request.prefix(80).debugDescription)")
            }
            #expect(try answer(to: get("/", method: "HEAD"))?.contains("\r\nAllow: GET, POST\r\n") == true)
            try finish()
        }
        #expect(outcome.requests.map(\.path) == ["/"])
    }

    private var refusedRequests: [(String, Int)] {
        let own = "Host: localhost:\(port)\r\n"
        let form = "Content-Type: application/x-www-form-urlencoded\r\n"
        let long = String(repeating: "a", count: 17_000)
        return [
            (get("/?code=1", host: "evil.example:\(port)"), 403),
            (get("/?code=1", host: "localhost:\(port + 1)"), 403),
            (get("/?code=1", host: "localhost"), 403),
            (get("/?code=1", host: "localhost:\(port).evil.example"), 403),
            (get("/favicon.ico?code=1"), 404),
            (get("/?code=1", method: "HEAD"), 405),
            (get("/?code=1", method: "OPTIONS"), 405),
            (get("/?code=1", method: "get"), 405),
            ("GET /?code=1 HTTP/1.1\r\n\r\n", 400),
            ("GET /?code=1 HTTP/1.1\r\n\(own)\(own)\r\n", 400),
            ("GET /?code=1 HTTP/1.1\r\n\(own)Folded: a\r\n b\r\n\r\n", 400),
            ("GET /?code=1 HTTP/1.1\r\nHost : localhost:\(port)\r\n\r\n", 400),
            ("GET /?code=1\r\n\(own)\r\n", 400),
            ("GET http://localhost:\(port)/?code=1 HTTP/1.1\r\n\(own)\r\n", 400),
            ("GET /?code=1 HTTP/3\r\n\(own)\r\n", 400),
            ("\r\n\r\n", 400),
            ("\u{16}\u{3}\u{1}\r\n\r\n", 400),
            (get("/?code=\(long)"), 431),
            ("GET /?code=1 HTTP/1.1\r\n\(own)Cookie: \(long)", 431),
            ("POST / HTTP/1.1\r\n\(own)\(form)Content-Length: 65537\r\n\r\n", 413),
            ("POST / HTTP/1.1\r\n\(own)\(form)Content-Length: 99999999999999999999\r\n\r\n", 413),
            ("POST / HTTP/1.1\r\n\(own)\(form)Content-Length: -1\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\n\(own)\(form)Content-Length: 6\r\nContent-Length: 7\r\n\r\ncode=1", 400),
            ("POST / HTTP/1.1\r\n\(own)\(form)Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411),
            ("POST / HTTP/1.1\r\n\(own)Content-Type: text/plain\r\nContent-Length: 6\r\n\r\ncode=1", 415),
        ]
    }

    @Test func `a refusal arrives although most of the request was not read`() async throws {
        let outcome = try await serving {
            let body = String(repeating: "b", count: 300_000)
            let head = "POST / HTTP/1.1\r\nHost: evil.example\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
            #expect(try answer(to: head + body)?.hasPrefix("HTTP/1.1 403 Forbidden\r\n") == true)
            try finish()
        }
        #expect(outcome.isAnswered)
    }

    @Test func `the last page arrives whole, however long it is and however late it is read`() async throws {
        let page = String(repeating: "long ", count: 1_000_000)
        let listener = listener
        let client = try LoopbackClient(port: port)
        client.send(get("/?code=1"))
        let serving = ThreadWork {
            try listener.serve(until: nil) { _ in RedirectReply(status: 200, page: page, isFinal: true) }
        }
        let answer = try await onThread {
            SystemClock().sleep(milliseconds: 200)
            return client.receive()
        }
        #expect(answer?.hasSuffix("\r\n\r\n\(page)") == true)
        #expect(try await serving.value)
    }

    @Test func `a browser that does not read its page holds the end up for two seconds at most`() async throws {
        let listener = listener
        let client = try LoopbackClient(port: port)
        client.send(get("/?code=1"))
        let (isAnswered, time) = try await onThread {
            let start = SystemClock().ticks
            let isAnswered = try listener.serve(until: nil) { _ in
                RedirectReply(status: 200, page: String(repeating: "x", count: 20_000_000), isFinal: true)
            }
            return (isAnswered, SystemClock().ticks - start)
        }
        #expect(isAnswered)
        #expect((1_900..<60_000).contains(time), "without a bound it would be for ever")
        withExtendedLifetime(client) {}
    }

    @Test func `the time runs out, whatever is connected`() async throws {
        let outcome = try await serving(milliseconds: 300) {
            let client = try LoopbackClient(port: port)
            client.send("GET /")
            #expect(client.receive()?.isEmpty == true)
        }
        #expect(!outcome.isAnswered)
        #expect(outcome.requests.isEmpty)
        #expect((300..<5_000).contains(outcome.milliseconds))
    }

    @Test func `a connection that says nothing for ten seconds is closed`() async throws {
        let outcome = try await serving(milliseconds: 60_000) {
            let start = SystemClock().ticks
            let idle = try LoopbackClient(port: port)
            while !idle.isClosed, SystemClock().ticks - start < 30_000 { SystemClock().sleep(milliseconds: 50) }
            #expect((9_900..<20_000).contains(SystemClock().ticks - start))
            try finish()
        }
        #expect(outcome.isAnswered)
    }

    @Test func `a port that is taken is named`() throws {
        let failure = try #require(throws: Failure.self) { try LoopbackListening().listen(port: port) }
        #expect(failure.code == .unavailable)
        #expect(failure.message == "cannot listen on port \(port) of 127.0.0.1: Address already in use")
    }

    @Test(arguments: [-1, 65_536]) func `a number that is no port is refused`(number: Int) throws {
        #expect(throws: Failure(.usage, "")) { try LoopbackListening().listen(port: number) }
    }

    @Test func `a port can be opened again as soon as it was closed`() throws {
        var first: (any RedirectListener)? = try LoopbackListening().listen(port: nil)
        let port = try #require(first?.port)
        let client = try LoopbackClient(port: port)
        first = nil
        #expect(try LoopbackListening().listen(port: port).port == port)
        withExtendedLifetime(client) {}
    }
}
