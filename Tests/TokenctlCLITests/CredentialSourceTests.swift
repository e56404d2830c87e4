import ArgumentParser
import FakeWorld
import JOSE
import OAuth
import Testing
import World

@testable import TokenctlCLI

struct CredentialSourceTests {
    private func describe(_ source: CredentialSource?) -> String {
        switch source {
        case nil: "none"
        case .secret(let source): "secret \(source)"
        case .assertion(let source): "assertion \(source)"
        case .key(let files):
            "key \(files.certificate ?? "-") \(files.key ?? "-") \(files.password.map { "\($0)" } ?? "-") \(files.sendsChain)"
        }
    }

    static let choices: [(arguments: [String], environment: [String: String], expected: String)] = [
        ([], [:], "none"), ([], ["TOKENCTL_CLIENT_SECRET": ""], "none"),
        (
            [], ["TOKENCTL_CLIENT_SECRET": "a", "AZURE_CLIENT_SECRET": "b"],
            #"secret environment("TOKENCTL_CLIENT_SECRET")"#
        ),
        (
            [], ["AZURE_CLIENT_SECRET": "b", "AZURE_CLIENT_CERTIFICATE_PATH": "/c"],
            #"secret environment("AZURE_CLIENT_SECRET")"#
        ),
        ([], ["AZURE_CLIENT_CERTIFICATE_PATH": "/c", "AZURE_FEDERATED_TOKEN_FILE": "/f"], "key /c - - false"),
        ([], ["AZURE_FEDERATED_TOKEN_FILE": "/f"], #"assertion file("/f")"#),
        (["--client-secret", "file:/s"], ["TOKENCTL_CLIENT_SECRET": "a"], #"secret file("/s")"#),
        (["--certificate", "/c"], ["TOKENCTL_CLIENT_SECRET": "a"], "key /c - - false"),
        (["--certificate-key", "/k"], ["TOKENCTL_CLIENT_SECRET": "a"], "key - /k - false"),
        (["--client-assertion", "fd:3"], ["TOKENCTL_CLIENT_SECRET": "a"], "assertion descriptor(3)"),
        (
            ["--certificate", "/c", "--certificate-password", "env:P", "--send-x5c"],
            ["AZURE_CLIENT_CERTIFICATE_PASSWORD": "x"], #"key /c - environment("P") true"#
        ),
        (
            ["--certificate", "/c"],
            ["AZURE_CLIENT_CERTIFICATE_PASSWORD": "x", "AZURE_CLIENT_SEND_CERTIFICATE_CHAIN": "True"],
            #"key /c - environment("AZURE_CLIENT_CERTIFICATE_PASSWORD") true"#
        ),
    ]

    @Test(arguments: choices)
    func `where the credential is comes from flags, then from variables`(
        arguments: [String], environment: [String: String], expected: String
    ) throws {
        let source = try CredentialOptions.parse(arguments).credentialSource(in: Environment { environment[$0] })
        #expect(describe(source) == expected)
    }

    @Test(
        arguments: [
            ["--client-secret", "env:A", "--certificate", "/c"],
            ["--client-secret", "env:A", "--certificate-key", "/c"],
            ["--client-assertion", "env:A", "--certificate", "/c"],
            ["--client-secret", "env:A", "--client-assertion", "-"],
        ])
    func `two credentials at once are a usage error`(arguments: [String]) throws {
        let options = try CredentialOptions.parse(arguments)
        #expect(throws: Failure(.usage, "")) { try options.credentialSource(in: Environment { _ in nil }) }
    }

    private func load(_ arguments: [String], _ files: [String: String], at now: Int = 1_000) throws -> AssertionKey {
        let source = try #require(try CredentialOptions.parse(arguments).credentialSource(in: Environment { _ in nil }))
        let world = World.fake(clock: FakeClock(now), files: FakeFiles(files))
        guard case .key(let key) = try source.load(in: world, interaction: .forbidden) else {
            throw Failure(.internalError, "no key")
        }
        return key
    }

    @Test func `a certificate and its key come from one file or two`() throws {
        let key = try PrivateKey.generate(.p256)
        let certificate = try Certificate.selfSigned(for: key, commonName: "app", notBefore: 0, notAfter: 2_000)
        let files = ["/both": try key.pem + certificate.pem, "/cert": certificate.pem, "/key": try key.pem]
        for arguments in [["--certificate", "/both"], ["--certificate", "/cert", "--certificate-key", "/key"]] {
            let loaded = try load(arguments + ["--assertion-kid", "k", "--assertion-alg", "ES256"], files)
            #expect(loaded.chain == [certificate])
            #expect(loaded.key.publicKey == key.publicKey)
            #expect(loaded.keyID == "k")
            #expect(loaded.algorithm == .es256)
            #expect(!loaded.sendsChain)
        }
    }

    @Test func `a bare key is named by its thumbprint, unless it is named otherwise`() throws {
        let key = try PrivateKey.generate(.ed25519)
        let files = ["/key": try key.pem]
        #expect(try load(["--certificate-key", "/key"], files).keyID == key.publicKey.thumbprint)
        #expect(try load(["--certificate-key", "/key", "--assertion-kid", "k"], files).keyID == "k")
        #expect(try load(["--certificate-key", "/key"], files).chain.isEmpty)
    }

    @Test func `a certificate that is not valid now is refused with its dates`() throws {
        let key = try PrivateKey.generate(.p256)
        let certificate = try Certificate.selfSigned(for: key, commonName: "app", notBefore: 1_000, notAfter: 2_000)
        let files = ["/both": try key.pem + certificate.pem]
        for (now, text) in [(999, "only from 1970-01-01T00:16:40Z"), (2_001, "expired on 1970-01-01T00:33:20Z")] {
            let error = #expect(throws: Failure(.badData, "")) { try load(["--certificate", "/both"], files, at: now) }
            #expect(error?.message.contains(text) == true)
            #expect(error?.message.contains("CN=app") == true)
        }
        for now in [1_000, 2_000] { #expect(try load(["--certificate", "/both"], files, at: now).chain.count == 1) }
    }

    @Test func `what is wrong with the files is told with the way out`() throws {
        let key = try PrivateKey.generate(.p256)
        let other = try PrivateKey.generate(.p256)
        let certificate = try Certificate.selfSigned(for: key, commonName: "app", notBefore: 0, notAfter: 2_000)
        let files = ["/cert": certificate.pem, "/other": try other.pem, "/junk": "junk"]
        #expect(throws: Failure(.noInput, "")) { try load(["--certificate", "/none"], files) }
        let noKey = #expect(throws: Failure(.badData, "")) { try load(["--certificate", "/cert"], files) }
        #expect(noKey?.hint?.contains("--certificate-key") == true)
        let mismatch = #expect(throws: Failure(.badData, "")) {
            try load(["--certificate", "/cert", "--certificate-key", "/other"], files)
        }
        #expect(mismatch?.message.contains("'/cert' and '/other'") == true)
        #expect(throws: Failure(.badData, "")) { try load(["--certificate", "/junk"], files) }
        #expect(throws: Failure(.badData, "")) { try load(["--certificate-key", "/junk"], files) }
    }
}
