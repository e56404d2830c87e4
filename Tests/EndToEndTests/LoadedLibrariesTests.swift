import Foundation
import TestSupport
import Testing

/// What is loaded only when it is needed; the loader itself tells, by `LD_DEBUG` (ld.so(8)).
struct LoadedLibrariesTests {
    private func libraries(_ arguments: [String], input: String = "") async throws -> String {
        var variables = ProcessRun.bareEnvironment
        variables["LD_DEBUG"] = "libs"
        let run = try await ProcessRun.of(
            BuiltProduct.tokenctl, arguments, environment: variables, input: Data(input.utf8))
        try #require(run.stderr.contains("libc.so"), "the loader says nothing: \(run.stderr.prefix(200))")
        return run.stderr
    }

    @Test func `reading a token loads neither libcurl nor libcrypto`() async throws {
        let loaded = try await libraries(["decode"], input: "eyJhbGciOiJFUzI1NiJ9.eyJhIjoxfQ.AA")
        #expect(!loaded.contains("libcrypto"))
        #expect(!loaded.contains("libcurl"))
    }

    @Test func `reading many tokens loads neither`() async throws {
        let loaded = try await libraries(
            ["decode"], input: String(repeating: "eyJhbGciOiJFUzI1NiJ9.eyJhIjoxfQ.AA\n", count: 3))
        #expect(!loaded.contains("libcrypto"))
        #expect(!loaded.contains("libcurl"))
    }

    @Test func `verifying by a key that was given loads libcrypto alone`() async throws {
        let number = String(repeating: "A", count: 43)
        let loaded = try await libraries(
            ["verify", "--jwks", "-", "eyJhbGciOiJFUzI1NiJ9.eyJhIjoxfQ.\(String(repeating: "A", count: 86))"],
            input: #"{"kty":"EC","crv":"P-256","x":"\#(number)","y":"\#(number)"}"#)
        #expect(loaded.contains("libcrypto"))
        #expect(!loaded.contains("libcurl"))
    }

    @Test func `a request loads libcurl`() async throws {
        let loaded = try await libraries([
            "client-credentials", "--issuer", "http://127.0.0.1:1", "--client-id", "a", "--client-secret", "pass:b",
            "--no-cache",
        ])
        #expect(loaded.contains("libcurl"))
    }
}
