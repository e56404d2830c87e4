import JOSE
import Testing

/// Public keys read from files, as `openssl` writes them.
@Suite(.enabled(if: OpenSSLFolder.isAvailable))
struct PublicKeyFileTests {
    static let keys = SigningIdentityTests.keys + ["openssl genpkey -algorithm ED25519 -out key.pem"]
    static let files = [
        ("SubjectPublicKeyInfo PEM", "openssl pkey -in key.pem -pubout -out f"),
        ("SubjectPublicKeyInfo DER", "openssl pkey -in key.pem -pubout -outform DER -out f"),
        ("certificate PEM", "\(SigningIdentityTests.certificate); cp cert.pem f"),
        ("certificate DER", "\(SigningIdentityTests.certificate); openssl x509 -in cert.pem -outform DER -out f"),
        ("private key", "cp key.pem f"),
    ]

    @Test(arguments: files, keys)
    func `the public half is found`(file: (name: String, script: String), makeKey: String) throws {
        let folder = try OpenSSLFolder()
        try folder.run(makeKey + "\n" + file.script)
        let key = try PrivateKey(parsing: folder.read("key.pem"))
        #expect(try PublicKey(parsing: folder.read("f")) == key.publicKey)
        #expect(try PrivateKey.generate(key.kind).publicKey != key.publicKey)
    }

    @Test(arguments: ["PEM", "DER"])
    func `the PKCS 1 form of an RSA key is read`(form: String) throws {
        let folder = try OpenSSLFolder()
        try folder.run(
            SigningIdentityTests.keys[0] + "\nopenssl rsa -in key.pem -RSAPublicKey_out -outform \(form) -out f")
        let key = try PrivateKey(parsing: folder.read("key.pem"))
        #expect(try PublicKey(parsing: folder.read("f")) == key.publicKey)
    }

    @Test func `a public key is no private key`() throws {
        let folder = try OpenSSLFolder()
        try folder.run(SigningIdentityTests.keys[1] + "\nopenssl pkey -in key.pem -pubout -out f")
        let file = try folder.read("f")
        #expect(throws: JOSEError(.noPrivateKey, "")) { try PrivateKey(parsing: file) }
    }

    @Test func `what openssl reports of a certificate is what is read`() throws {
        let folder = try OpenSSLFolder()
        try folder.run(
            """
            \(SigningIdentityTests.keys[1])
            \(SigningIdentityTests.certificate)
            openssl x509 -in cert.pem -outform DER -out der
            openssl x509 -in cert.pem -noout -fingerprint -sha1 | sed 's/.*=//; s/://g' | tr A-F a-f > sha1
            openssl x509 -in cert.pem -noout -fingerprint -sha256 | sed 's/.*=//; s/://g' | tr A-F a-f > sha256
            date -u -d "$(openssl x509 -in cert.pem -noout -enddate | sed 's/.*=//')" +%s > end
            """)
        func line(_ name: String) throws -> String { String(decoding: try folder.read(name).dropLast(), as: UTF8.self) }
        func hex(_ bytes: [UInt8]) -> String {
            bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
        let certificate = try Certificate(der: folder.read("der"))
        #expect(try hex(certificate.sha1Thumbprint) == line("sha1"))
        #expect(try hex(certificate.sha256Thumbprint) == line("sha256"))
        #expect(try String(certificate.notAfter) == line("end"))
        #expect(certificate.notAfter - certificate.notBefore == 30 * 86_400)
        #expect(try certificate.pem == line("cert.pem") + "\n")
    }
}
