import Native
import World

/// Why a request had no answer, in words that name the host, the port and the reason.
struct CurlFailure: Error {
    let code: CURLcode
    /// With the port, always.
    let host: String
    let proxy: String?
    /// The issuer of the certificate that was not trusted; empty when that was not the trouble.
    let issuer: String
    /// libcurl's own words.
    let detail: String
    let systemError: Int32
    let timeoutMilliseconds: Int
    let isTooLong: Bool

    /// The server's certificate was not trusted; the request was not sent.
    var isDistrust: Bool { code == CURLE_PEER_FAILED_VERIFICATION }

    var failure: Failure {
        if isTooLong { return Failure(.protocolError, "\(host) sends more than a megabyte") }
        if code == CURLE_OPERATION_TIMEDOUT {
            return Failure(
                .tryAgain, "\(server) did not answer within \((timeoutMilliseconds + 999) / 1000) s",
                hint: "try again, or allow more time with --timeout SECONDS", isRetryable: true)
        }
        if isNoHTTP {
            return Failure(
                .protocolError, "\(server) does not speak HTTP as it should: \(reason)",
                hint: "the address may not be the provider's")
        }
        return Failure(.unavailable, "cannot reach \(server): \(reason)", hint: hint, isRetryable: true)
    }

    /// Something answered, and not in a way that HTTP allows.
    private var isNoHTTP: Bool {
        switch code {
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING: true
        case CURLE_OUT_OF_MEMORY: true
        case CURLE_RECV_ERROR: detail.contains("chunked-encoding") || detail.contains("response headers")
        default: false
        }
    }

    private var server: String { proxyHost.map { "\(host) through the proxy \($0)" } ?? host }

    /// Without the user name and password that a proxy's URL may hold.
    private var proxyHost: String? {
        // A host that is excepted from the proxy was tried directly, and libcurl's words tell.
        let name = host.prefix { $0 != ":" }
        guard let proxy, !detail.hasPrefix("Failed to connect to \(name) port") else { return nil }
        let address = proxy.firstRange(of: "://").map { proxy[$0.upperBound...] } ?? proxy[...]
        return (address.split(separator: "@").last ?? address).split(separator: "/").first.map(String.init)
    }

    private var reason: String {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: "the host name is unknown"
        case CURLE_COULDNT_RESOLVE_PROXY: "the proxy's host name is unknown"
        case CURLE_COULDNT_CONNECT where systemError != 0: Posix.describe(systemError)
        case CURLE_COULDNT_CONNECT: "no connection"
        case CURLE_PEER_FAILED_VERIFICATION where !issuer.isEmpty: "\(verdict) (issued by \(issuer))"
        case CURLE_PEER_FAILED_VERIFICATION: verdict
        case CURLE_SSL_CONNECT_ERROR: "the TLS handshake failed: \(tlsReason)"
        // The last is what comes of it where libcurl may not send the request again.
        case CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE, CURLE_ABORTED_BY_CALLBACK:
            "the connection was closed before the whole answer"
        // What libcurl makes of a line that it has no room for.
        case CURLE_OUT_OF_MEMORY: "a line of the headers is too long"
        default: detail.isEmpty ? "libcurl's error \(code.rawValue)" : detail
        }
    }

    /// "wrong version number", out of OpenSSL's "OpenSSL/3.0: error:0A00010B:SSL routines::wrong version number".
    private var tlsReason: String {
        detail.contains("SSL routines::") ? detail.split(separator: ":").last.map(String.init) ?? detail : detail
    }

    /// "unable to get local issuer certificate", out of libcurl's sentence.
    private var verdict: String {
        let prefix = "SSL certificate problem: "
        let text = detail.hasPrefix(prefix) ? String(detail.dropFirst(prefix.count)) : detail
        return "its certificate is not trusted: \(text)"
    }

    private var hint: String? {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: "check the address for typing errors, and the network"
        case CURLE_PEER_FAILED_VERIFICATION where detail.contains("issuer") || detail.contains("self-signed"):
            "if you trust that issuer, give its certificate with --ca-file PATH"
        case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: "check HTTPS_PROXY, ALL_PROXY and NO_PROXY"
        case CURLE_SSL_CONNECT_ERROR where detail.contains("wrong version number"):
            "the server may not speak TLS on that port"
        case CURLE_COULDNT_CONNECT where proxyHost != nil, CURLE_RECV_ERROR where proxyHost != nil:
            "check HTTPS_PROXY, ALL_PROXY and NO_PROXY"
        default: nil
        }
    }
}
