import Foundation
import TestSupport
import Testing

/// Where a client secret must not be seen.
@Suite(.requires(OddProvider.requirement))
struct SecrecyTests {
    private let tokenctl: Tokenctl
    private let secretFile: TemporaryFolder

    /// Its encodings in forms and in URLs differ from it.
    private static let secret = "s3cr3t~of/the+test="

    /// The forms in which it could leak: plain, form-encoded, in the credentials of HTTP's Basic scheme, hexadecimal.
    private static let shapes = [
        secret, "s3cr3t~of%2Fthe%2Btest%3D", "s3cr3t%7Eof%2Fthe%2Btest%3D",
        Data("app:s3cr3t~of%2Fthe%2Btest%3D".utf8).base64EncodedString(),
        Data("app:\(secret)".utf8).base64EncodedString(),
        secret.utf8.map { String($0, radix: 16) }.joined(),
    ]

    init() throws {
        tokenctl = try Tokenctl()
        secretFile = try TemporaryFolder()
        try secretFile.write(Data(Self.secret.utf8), to: "secret")
    }

    /// Asks by a source of the secret, and says all that it has to say.
    private func ask(_ issuer: String, source: String, method: String) async throws -> ProcessRun {
        try await tokenctl.clientCredentials(
            [
                "--issuer", issuer, "--client-id", "app", "--scope", "api.read", "--auth-method", method,
                "--client-secret", source.replacing("FOLDER", with: secretFile.path), "-v", "--trace",
            ], environment: ["SECRET": Self.secret], input: Self.secret)
    }

    private static let sources = ["env:SECRET", "file:FOLDER/secret", "cmd:cat 'FOLDER/secret'", "stdin"]

    @Test(arguments: sources, ["client_secret_basic", "client_secret_post"])
    func `the secret is in no output and no file`(source: String, method: String) async throws {
        let provider = try await OddProvider()
        let run = try await ask(provider.issuer("plain"), source: source, method: method)
        #expect(run.status == 0, "\(run.stderr)")
        let request = try #require(try provider.requests.first)
        #expect((request.form["client_secret"] == Self.secret) == (method == "client_secret_post"))
        #expect(run.stderr.contains("grant_type=client_credentials"), "there is no trace to look into")
        let files = try tokenctl.files()
        #expect(files.values.contains { $0.contains("an-opaque-token") }, "there is no cache to look into")
        for shape in Self.shapes {
            #expect(!run.stdout.contains(shape))
            #expect(!run.stderr.contains(shape))
            #expect(!files.values.contains { $0.contains(shape) })
        }
        #expect(!run.stderr.contains("an-opaque-token"), "the trace shows the token")
    }

    @Test(arguments: sources)
    func `the secret is in no argument of a process while the provider takes its time`(source: String) async throws {
        let provider = try await OddProvider()
        let watch = CommandLineWatch()
        let run = try await ask(provider.issuer("slow"), source: source, method: "client_secret_post")
        let commandLines = watch.stop()
        #expect(run.status == 0)
        #expect(commandLines.contains { $0.contains(provider.issuer("slow")) }, "tokenctl is not among the processes")
        for shape in Self.shapes { #expect(!commandLines.contains { $0.contains(shape) }) }
    }
}
