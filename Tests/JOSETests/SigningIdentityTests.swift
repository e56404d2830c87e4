import JOSE
import Testing

/// Certificate credentials in every format that the `openssl` command writes.
@Suite(.enabled(if: OpenSSLFolder.isAvailable))
struct SigningIdentityTests {
    struct Layout: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Turns `key.pem` (PKCS#8) and `cert.pem` into the files to read.
        let script: String
        var certificate = "cert.pem"
        var key: String? = nil
        var password: String? = nil
    }

    static let plain = [
        Layout(testDescription: "two PEM files", script: "", key: "key.pem"),
        Layout(testDescription: "two PEM files, swapped", script: "", certificate: "key.pem", key: "cert.pem"),
        Layout(testDescription: "one PEM file", script: "cat key.pem cert.pem > both", certificate: "both"),
        Layout(
            testDescription: "one PEM file given twice", script: "cat key.pem cert.pem > b", certificate: "b", key: "b"),
        Layout(
            testDescription: "PEM with a byte order mark, CRLF and text",
            script: #"(printf '\357\273\277'; cat cert.pem; echo hello; cat key.pem) | sed 's/$/\r/' > b"#,
            certificate: "b"),
        Layout(
            testDescription: "DER and PKCS#8 DER",
            script:
                "openssl x509 -in cert.pem -outform DER -out c; openssl pkcs8 -topk8 -nocrypt -in key.pem -outform DER -out k",
            certificate: "c", key: "k"),
        Layout(
            testDescription: "DER and traditional DER",
            script:
                "openssl x509 -in cert.pem -outform DER -out c; openssl pkey -traditional -in key.pem -outform DER -out k",
            certificate: "c", key: "k"),
        Layout(
            testDescription: "traditional PEM", script: "openssl pkey -traditional -in key.pem -out k", key: "k"),
        Layout(
            testDescription: "PKCS#12, empty password",
            script: "openssl pkcs12 -export -in cert.pem -inkey key.pem -passout pass: -out p", certificate: "p"),
        Layout(
            testDescription: "PKCS#12 unencrypted, without a MAC",
            script:
                "openssl pkcs12 -export -in cert.pem -inkey key.pem -keypbe NONE -certpbe NONE -nomac -passout pass: -out p",
            certificate: "p"),
        Layout(
            testDescription: "PEM as openssl pkcs12 -nodes writes it",
            script: """
                openssl pkcs12 -export -name friendly -in cert.pem -inkey key.pem -passout pass: -out p
                openssl pkcs12 -in p -nodes -passin pass: -out b
                """, certificate: "b"),
    ]

    static let encrypted =
        [
            ("PBES2 AES-256", "-v2 aes-256-cbc"), ("PBES2 AES-128, SHA-512", "-v2 aes-128-cbc -v2prf hmacWithSHA512"),
            ("PBES2 3DES", "-v2 des3"), ("scrypt", "-scrypt"), ("PBES1 3DES", "-v1 PBE-SHA1-3DES"),
            ("PBES1 RC2", "-v1 PBE-SHA1-RC2-40 -provider legacy -provider default"),
        ].flatMap { name, options in
            ["PEM", "DER"].map { form in
                Layout(
                    testDescription: "PKCS#8 \(form), \(name)",
                    script:
                        "openssl pkcs8 -topk8 \(options) -in key.pem -passout 'pass:pässword 1' -outform \(form) -out k",
                    key: "k", password: "pässword 1")
            }
        }
        + [("AES-128", "-aes128"), ("AES-256", "-aes256"), ("3DES", "-des3")].map { name, option in
            Layout(
                testDescription: "RFC 1421 PEM, \(name)",
                script: "openssl pkey -traditional \(option) -in key.pem -passout pass:secret -out k", key: "k",
                password: "secret")
        }
        + [
            ("AES", ""), ("old RC2 and 3DES", "-legacy"), ("3DES only", "-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES"),
            ("without a MAC", "-nomac"), ("SHA-1 MAC", "-macalg sha1"),
        ].map { name, options in
            Layout(
                testDescription: "PKCS#12, \(name)",
                script: "openssl pkcs12 -export \(options) -in cert.pem -inkey key.pem -passout 'pass:pässword' -out p",
                certificate: "p", password: "pässword")
        }

    static let keys = [
        "openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out key.pem",
        "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem",
        "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384 -out key.pem",
        "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-521 -out key.pem",
    ]
    static let certificate = "openssl req -new -x509 -key key.pem -subj /O=Contoso/CN=app -days 30 -out cert.pem"

    static let nullPassword =
        "MIIDGwIBAzCCAtUGCSqGSIb3DQEHAaCCAsYEggLCMIICvjCCAd8GCSqGSIb3DQEHAaCCAdAEggHMMIIByDCCAcQGCyqGSIb3DQEM"
        + "CgEDoIIBjDCCAYgGCiqGSIb3DQEJFgGgggF4BIIBdDCCAXAwggEVoAMCAQICFGihelwj4W43mxvgD3P7B4Ha1yI4MAoGCCqGSM49"
        + "BAMCMAwxCjAIBgNVBAMMAWEwIBcNMjYxMTIxMDQyMTQwWhgPMjEyNjEwMjgwNDIxNDBaMAwxCjAIBgNVBAMMAWEwWTATBgcqhkjO"
        + "PQIBBggqhkjOPQMBBwNCAAThWXYXd4he1r8a3tDfaSbvlca2oMS9gW1TmOhgwH4UAY6Ln1QUUnO9qS8McZx8HqCBgRLsNoHafUvg"
        + "m5EUcyxJo1MwUTAdBgNVHQ4EFgQUWTYDC6CGAdJgSzUw58nZ3iJa0S8wHwYDVR0jBBgwFoAUWTYDC6CGAdJgSzUw58nZ3iJa0S8w"
        + "DwYDVR0TAQH_BAUwAwEB_zAKBggqhkjOPQQDAgNJADBGAiEAqMefvCSk-UAVKoVhGgW9Z80LMIQNWA0Y81RDP-Nqy3cCIQCVcXMP"
        + "aj8RB-SePWoP04nZq6NXiP5ihHQPK00r_0jYVDElMCMGCSqGSIb3DQEJFTEWBBRMV1U35tXR1SCzypQR4lK5IUAXNzCB2AYJKoZI"
        + "hvcNAQcBoIHKBIHHMIHEMIHBBgsqhkiG9w0BDAoBAaCBijCBhwIBADATBgcqhkjOPQIBBggqhkjOPQMBBwRtMGsCAQEEIEpgCB8f"
        + "XXxD2Wkd-TCwyKTVMcQBxrF0fR2R-Kx1xYk9oUQDQgAE4Vl2F3eIXta_Gt7Q32km75XGtqDEvYFtU5joYMB-FAGOi59UFFJzvakv"
        + "DHGcfB6ggYES7DaB2n1L4JuRFHMsSTElMCMGCSqGSIb3DQEJFTEWBBRMV1U35tXR1SCzypQR4lK5IUAXNzA9MDEwDQYJYIZIAWUD"
        + "BAIBBQAEII_VymzAGqy3502uY4MdtdfpWOd_P6KPhl_BttI2DC4dBAi-NOWzcal1pA"

    private func open(_ layout: Layout, _ folder: OpenSSLFolder, password: String?) throws -> SigningIdentity {
        try SigningIdentity(
            certificate: folder.read(layout.certificate), key: layout.key.map(folder.read), password: password)
    }

    @Test(arguments: plain + encrypted, keys)
    func `a key and its certificate are read`(layout: Layout, makeKey: String) throws {
        let folder = try OpenSSLFolder()
        try folder.run([makeKey, Self.certificate, layout.script].joined(separator: "\n"))
        let identity = try open(layout, folder, password: layout.password)
        #expect(identity.chain.map(\.subject) == ["CN=app,O=Contoso"])
        let signature = try identity.key.sign([1], using: identity.key.kind.algorithms[0])
        let publicKey = try #require(identity.chain.first).publicKey
        #expect(try publicKey.verifies(signature, of: [1], using: identity.key.kind.algorithms[0]))
    }

    /// What `PKCS12_create` of OpenSSL writes for a null password, which the command cannot; valid for a century.
    @Test func `a PKCS 12 file with the MAC of no password at all is read`() throws {
        let file = try #require(Base64URL.decode(Self.nullPassword))
        let identity = try SigningIdentity(certificate: file, key: nil, password: nil)
        #expect(identity.chain.map(\.subject) == ["CN=a"])
        #expect(identity.key.kind == .p256)
    }

    @Test(arguments: plain)
    func `a password that nothing asks for does no harm`(layout: Layout) throws {
        guard !layout.testDescription.hasPrefix("PKCS#12") else { return }
        let folder = try OpenSSLFolder()
        try folder.run([Self.keys[1], Self.certificate, layout.script].joined(separator: "\n"))
        #expect(try open(layout, folder, password: "unused").chain.count == 1)
    }

    @Test(arguments: encrypted)
    func `a missing and a wrong password are told apart`(layout: Layout) throws {
        let folder = try OpenSSLFolder()
        try folder.run([Self.keys[1], Self.certificate, layout.script].joined(separator: "\n"))
        #expect(throws: JOSEError(.passwordRequired, "")) { try open(layout, folder, password: nil) }
        for wrong in ["wrong", "", "Secret", String(repeating: "x", count: 5000)] {
            let error = #expect(throws: JOSEError(.wrongPassword, "")) { try open(layout, folder, password: wrong) }
            #expect(error?.message.contains("Secret") != true)
        }
    }
}
