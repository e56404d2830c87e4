import Glibc
import Native

/// The certificates that this machine trusts.
enum SystemTrust {
    /// Where distributions keep them, after the place that libcurl was built for.
    private static let places = [
        "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem",
        "/etc/ssl/cert.pem",
    ]

    /// In PEM; empty where there are none, as in small containers.
    static func bundle(of handle: CurlHandle) -> [UInt8] {
        let builtIn = unsafe native_curl_trust(handle.library).map { unsafe String(cString: $0) }
        for place in [builtIn].compactMap(\.self) + places {
            if let file = Descriptor(unsafe open(place, O_RDONLY | O_CLOEXEC)),
                let content = file.readToEnd(limit: 16 << 20)
            {
                return content
            }
        }
        return []
    }
}
