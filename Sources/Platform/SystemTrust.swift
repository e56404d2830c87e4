import Glibc
import Native

/// The certificates that this machine trusts.
enum SystemTrust {
    /// A folder in which OpenSSL finds a certificate by its name's hash, reading none of the others; nil without one.
    static func directory(of handle: CurlHandle) -> String? {
        let directory = unsafe native_curl_trusted_directory(handle.library).map { unsafe String(cString: $0) }
        return directory.flatMap { isHashed($0) ? $0 : nil }
    }

    /// The same certificates as one text in PEM; empty where there are none, as in small containers.
    static func bundle(of handle: CurlHandle) -> [UInt8] {
        let builtIn = unsafe native_curl_trusted_bundle(handle.library).map { unsafe String(cString: $0) }
        for path in [builtIn].compactMap(\.self) + usualBundles {
            if let file = Descriptor(unsafe open(path, O_RDONLY | O_CLOEXEC)),
                let content = file.readToEnd(limit: 16 << 20)
            {
                return content
            }
        }
        return []
    }

    /// Where distributions keep the bundle, when it is not where libcurl was built to look.
    private static let usualBundles = [
        "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem",
        "/etc/ssl/cert.pem",
    ]

    /// Whether a folder has names like `4042bcee.0`, as `openssl rehash` makes them.
    private static func isHashed(_ path: String) -> Bool {
        guard let folder = unsafe opendir(path) else { return false }
        defer { unsafe closedir(folder) }
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { unsafe $0.prefix { $0 != 0 }.map(\.self) }
            if name.count == 10, name[8] == UInt8(ascii: "."), name[..<8].allSatisfy(isHexDigit) { return true }
        }
        return false
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool { Character(UnicodeScalar(byte)).isHexDigit }
}
