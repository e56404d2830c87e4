import Foundation
import JOSE
import Testing

/// What is loaded when; each test runs in a process of its own, for libraries stay loaded.
struct LoadingTests {
    private static func isLoaded(_ library: String) throws -> Bool {
        let maps = try #require(FileHandle(forReadingAtPath: "/proc/self/maps"))
        let text = String(decoding: try maps.readToEnd() ?? Data(), as: UTF8.self)
        // Its last line: reading all of a file without a size takes more than one read.
        try #require(text.contains("[stack]"))
        return text.contains(library)
    }

    @Test(.enabled(if: OpenSSLFolder.isAvailable))
    func `the legacy provider is loaded by an old file only`() async {
        await #expect(processExitsWith: .success) {
            let folder = try LoadingTests.pkcs12()
            #expect(try SigningIdentity(certificate: folder.read("new"), key: nil, password: "x").chain.count == 1)
            #expect(try !LoadingTests.isLoaded("legacy.so"))
            #expect(try SigningIdentity(certificate: folder.read("old"), key: nil, password: "x").chain.count == 1)
            #expect(try LoadingTests.isLoaded("legacy.so"))
            #expect(try SigningIdentity(certificate: folder.read("new"), key: nil, password: "x").chain.count == 1)
        }
    }

    @Test(.enabled(if: OpenSSLFolder.isAvailable))
    func `without the legacy provider an old file says what is missing`() async {
        await #expect(processExitsWith: .success) {
            let folder = try LoadingTests.pkcs12()
            unsafe setenv("OPENSSL_MODULES", "/nonexistent", 1)
            let error = #expect(throws: JOSEError(.missingLibrary, "")) {
                try SigningIdentity(certificate: folder.read("old"), key: nil, password: "x")
            }
            #expect(error?.message.contains("openssl-provider-legacy") == true)
            #expect(try SigningIdentity(certificate: folder.read("new"), key: nil, password: "x").chain.count == 1)
        }
    }

    private static func pkcs12() throws -> OpenSSLFolder {
        let folder = try OpenSSLFolder()
        try folder.run(
            """
            \(SigningIdentityTests.keys[1])
            \(SigningIdentityTests.certificate)
            openssl pkcs12 -export -in cert.pem -inkey key.pem -passout pass:x -out new
            openssl pkcs12 -export -legacy -in cert.pem -inkey key.pem -passout pass:x -out old
            """)
        return folder
    }
}
