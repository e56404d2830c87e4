import Native
import World

/// One request and its answer.
struct CurlTransfer {
    let request: HTTPRequest
    let options: TransportOptions
    let tickets: ChosenCache

    /// Token endpoints say what they have to in a few kilobytes, federation servers' metadata in a hundred.
    private static let longestAnswer = 1 << 20

    init(_ request: HTTPRequest, options: TransportOptions, tickets: ChosenCache) {
        self.request = request
        self.options = options
        self.tickets = tickets
    }

    /// Reading the one certificate that is needed is ten times faster than reading all that the system trusts.
    ///
    /// Some machines have certificates in the bundle that are not in the folder. A handshake that fails has sent
    /// nothing of the request, so it can be tried again with the bundle.
    func run(on handle: CurlHandle) throws(Failure) -> HTTPResponse {
        if request.logsInByKerberos, unsafe !native_curl_has_gssapi(handle.library) {
            throw Failure(
                .unavailable, "cannot log in to \(request.url.host) by Kerberos: this machine's libcurl has no GSS-API",
                hint: "install another build of libcurl: Debian's libcurl4 has it")
        }
        if request.url.isSecure, let directory = SystemTrust.directory(of: handle) {
            let answer = attempt(on: handle) { setTrust(in: directory, on: handle) }
            guard case .failure(let failure) = answer, failure.isDistrust else { return try response(from: answer) }
        }
        return try response(from: attempt(on: handle) { setFullTrust(on: handle) })
    }

    private func response(from answer: Result<HTTPResponse, CurlFailure>) throws(Failure) -> HTTPResponse {
        switch answer {
        case .success(let response): return response
        case .failure(let failure): throw failure.failure
        }
    }

    private func attempt(on handle: CurlHandle, setTrust: () -> Void) -> Result<HTTPResponse, CurlFailure> {
        let answer = CurlAnswer(limit: Self.longestAnswer, isSentOnce: request.isSentOnce)
        var rejection = native_tls_rejection()
        var errorText = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
        let headers = HeaderList(request.allHeaders, library: handle)
        handle.reset()
        handle.set(CURLOPT_URL, request.url.description)
        handle.set(CURLOPT_PATH_AS_IS, 1)
        handle.set(CURLOPT_PROTOCOLS_STR, request.url.isSecure ? "https" : "http")
        handle.set(CURLOPT_USERAGENT, "tokenctl/\(World.version)")
        handle.set(CURLOPT_TIMEOUT_MS, options.timeoutMilliseconds)
        handle.set(CURLOPT_NOSIGNAL, 1)
        unsafe handle.set(CURLOPT_HTTPHEADER, pointer: headers.first)
        switch request.body {
        case .none: break
        case .form(let fields): handle.post(FormEncoding.encode(fields))
        case .document(let text, _): handle.post(text)
        }
        if request.logsInByKerberos { setKerberos(on: handle) }
        let proxy = setProxy(on: handle)
        setTrust()
        unsafe native_tls_watch(handle.library, handle.easy, &rejection)
        let code = unsafe errorText.withUnsafeMutableBufferPointer { text in
            unsafe handle.set(CURLOPT_ERRORBUFFER, pointer: text.baseAddress)
            return request.logsInByKerberos
                ? tickets.whileDefault { answer.receive(from: handle) } : answer.receive(from: handle)
        }
        guard code == CURLE_OK else {
            let issuer = unsafe withUnsafeBytes(of: rejection.issuer) { unsafe Self.text($0) }
            let detail = unsafe errorText.withUnsafeBytes { unsafe Self.text($0) }
            return .failure(
                CurlFailure(
                    code: code, host: request.url.hostAndEffectivePort, proxy: proxy, issuer: issuer, detail: detail,
                    systemError: Int32(handle.long(CURLINFO_OS_ERRNO)),
                    timeoutMilliseconds: options.timeoutMilliseconds, isTooLong: answer.isTooLong))
        }
        let status = handle.long(CURLINFO_RESPONSE_CODE)
        return .success(HTTPResponse(status: status, headers: answer.headers, body: answer.body))
    }

    /// Nothing is left to libcurl's own reading of the environment.
    private func setProxy(on handle: CurlHandle) -> String? {
        let proxy = options.proxies.proxy(for: request.url)
        handle.set(CURLOPT_PROXY, proxy ?? "")
        handle.set(CURLOPT_NOPROXY, options.proxies.exceptions ?? "")
        handle.set(CURLOPT_PROXYAUTH, native_curl_proxy_auth)
        return proxy
    }

    /// The ticket goes with the first request, for it was asked for; it says nothing to anybody but that server.
    ///
    /// Without the empty name libcurl logs in nowhere. Tickets are never handed on: that is its default.
    private func setKerberos(on handle: CurlHandle) {
        handle.set(CURLOPT_HTTPAUTH, native_curl_negotiate)
        handle.set(CURLOPT_USERPWD, ":")
    }

    private func setTrust(in directory: String, on handle: CurlHandle) {
        handle.set(CURLOPT_CAPATH, directory)
        unsafe handle.set(CURLOPT_CAINFO, pointer: nil)
        if let additional = options.additionalTrust { handle.set(CURLOPT_CAINFO_BLOB, bytes: additional) }
    }

    /// libcurl reads either its default bundle or another: for both, they are joined.
    private func setFullTrust(on handle: CurlHandle) {
        guard let additional = options.additionalTrust else { return }
        handle.set(CURLOPT_CAINFO_BLOB, bytes: SystemTrust.bundle(of: handle) + [UInt8(ascii: "\n")] + additional)
    }

    /// The text up to the first zero byte.
    private static func text(_ bytes: UnsafeRawBufferPointer) -> String {
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
}

extension HTTPRequest {
    /// libcurl would send a request again whose connection, used before, ends without an answer.
    ///
    /// A password would count twice for who locks accounts, and a code works once only.
    fileprivate var isSentOnce: Bool {
        if case .none = body { false } else { true }
    }

    /// With what the body is; libcurl itself says so of a form.
    fileprivate var allHeaders: [Field] {
        if case .document(_, let type) = body { headers + [.init("Content-Type", type)] } else { headers }
    }
}
