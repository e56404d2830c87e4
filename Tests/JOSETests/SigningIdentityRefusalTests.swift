import JOSE
import Testing

/// Files that are no credential, each refused with a reason of its own; and chains in any order.
@Suite(.enabled(if: OpenSSLFolder.isAvailable))
struct SigningIdentityRefusalTests {
    struct Refusal: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let script: String
        var certificate = "cert.pem"
        var key: String? = nil
        let code: JOSEError.Code
    }

    static func otherKey(_ options: String) -> String {
        """
        openssl genpkey \(options) -out k
        openssl req -new -x509 -key k -subj /CN=other -days 30 -out c || cp cert.pem c
        """
    }

    @Test(arguments: [
        Refusal(testDescription: "only a certificate", script: "", code: .noPrivateKey),
        Refusal(testDescription: "only certificates", script: "", key: "cert.pem", code: .noPrivateKey),
        Refusal(
            testDescription: "certificate and public key", script: "openssl pkey -in key.pem -pubout -out k", key: "k",
            code: .noPrivateKey),
        Refusal(testDescription: "only a key", script: "", certificate: "key.pem", code: .noCertificate),
        Refusal(
            testDescription: "PKCS#12 without a key",
            script: "openssl pkcs12 -export -nokeys -in cert.pem -passout pass: -out p", certificate: "p",
            code: .noPrivateKey),
        Refusal(
            testDescription: "PKCS#12 without a certificate",
            script: "openssl pkcs12 -export -nocerts -inkey key.pem -passout pass: -out p", certificate: "p",
            code: .noCertificate),
        Refusal(
            testDescription: "another key",
            script: "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out k", key: "k",
            code: .keyMismatch),
        Refusal(
            testDescription: "another kind of key",
            script: "openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out k", key: "k",
            code: .keyMismatch),
        Refusal(testDescription: "an empty file", script: ": > e", certificate: "e", code: .malformedKey),
        Refusal(testDescription: "text", script: "echo hello > e", certificate: "e", code: .malformedKey),
        Refusal(testDescription: "zeros", script: "head -c 4096 /dev/zero > e", certificate: "e", code: .malformedKey),
        Refusal(
            testDescription: "PEM cut short", script: "head -c 300 cert.pem > e", certificate: "e", key: "key.pem",
            code: .malformedKey),
        Refusal(
            testDescription: "DER cut short",
            script: "openssl x509 -in cert.pem -outform DER | head -c 200 > e", certificate: "e", key: "key.pem",
            code: .malformedKey),
        Refusal(
            testDescription: "DER with more behind it",
            script: "openssl x509 -in cert.pem -outform DER > e; echo x >> e", certificate: "e", key: "key.pem",
            code: .malformedKey),
        Refusal(
            testDescription: "certificate block that holds no certificate",
            script: "sed 's/PRIVATE KEY/CERTIFICATE/' key.pem > e", certificate: "e", key: "key.pem",
            code: .malformedCertificate),
        Refusal(
            testDescription: "key block that holds no key", script: "sed 's/CERTIFICATE/PRIVATE KEY/' cert.pem > e",
            key: "e", code: .malformedKey),
        Refusal(
            testDescription: "encrypted key block that holds no key",
            script: "sed 's/PRIVATE/ENCRYPTED PRIVATE/' key.pem > e", key: "e", code: .malformedKey),
        Refusal(
            testDescription: "Ed448", script: otherKey("-algorithm ED448"), certificate: "c", key: "k",
            code: .unsupportedKey),
        Refusal(
            testDescription: "X25519", script: otherKey("-algorithm X25519"), certificate: "c", key: "k",
            code: .unsupportedKey),
        Refusal(
            testDescription: "secp256k1", script: otherKey("-algorithm EC -pkeyopt ec_paramgen_curve:secp256k1"),
            certificate: "c", key: "k", code: .unsupportedKey),
        Refusal(
            testDescription: "a curve spelt out in parameters",
            script: otherKey(
                "-algorithm EC -pkeyopt ec_paramgen_curve:secp224r1 -pkeyopt ec_param_enc:explicit"),
            certificate: "c", key: "k", code: .unsupportedKey),
        Refusal(
            testDescription: "RSA for PSS only", script: otherKey("-algorithm RSA-PSS"), certificate: "c", key: "k",
            code: .unsupportedKey),
        Refusal(
            testDescription: "OpenSSH's own format",
            script:
                "(echo '-----BEGIN OPENSSH PRIVATE KEY-----'; echo AAAA; echo '-----END OPENSSH PRIVATE KEY-----') > k",
            key: "k", code: .unsupportedKey),
    ])
    func `what is no credential is refused with its own reason`(refusal: Refusal) throws {
        let folder = try OpenSSLFolder()
        try folder.run(
            [SigningIdentityTests.keys[1], SigningIdentityTests.certificate, refusal.script].joined(separator: "\n"))
        let error = #expect(throws: JOSEError(refusal.code, "")) {
            try SigningIdentity(
                certificate: folder.read(refusal.certificate), key: refusal.key.map(folder.read), password: nil)
        }
        #expect(error?.message.isEmpty == false)
    }

    static let authority = """
        ext() { printf 'basicConstraints=critical,CA:%s\\nsubjectKeyIdentifier=hash\\nauthorityKeyIdentifier=keyid\\n' $1; }
        key() { openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out $1.key; }
        issue() {
            key $2; openssl req -new -key $2.key -subj /CN=$3 -out $2.csr; ext $4 > $2.ext
            openssl x509 -req -in $2.csr -CA $1.pem -CAkey $1.key -CAcreateserial -days 9 -extfile $2.ext -out $2.pem
        }
        key root; openssl req -new -x509 -key root.key -subj /CN=root -days 9 -out root.pem
        issue root middle middle TRUE
        issue root impostor middle TRUE
        issue middle leaf leaf FALSE
        """

    @Test(arguments: [
        "leaf.pem middle.pem root.pem leaf.key", "root.pem leaf.key middle.pem leaf.pem",
        "impostor.pem root.pem middle.pem leaf.key leaf.pem",
    ])
    func `a chain in any order starts at the leaf, and strangers are left out`(files: String) throws {
        let folder = try OpenSSLFolder()
        try folder.run(Self.authority + "\ncat \(files) > all")
        let identity = try SigningIdentity(certificate: folder.read("all"), key: nil, password: nil)
        #expect(identity.chain.map(\.subject) == ["CN=leaf", "CN=middle", "CN=root"])
    }
}
