import Native
import Testing

/// A library or function that is missing is named, and so is the package that brings it.
struct LibraryTests {
    private func load(_ library: String, _ function: StaticString) -> String? {
        var names = unsafe [UnsafeRawPointer(function.utf8Start).assumingMemoryBound(to: CChar.self) as Optional]
        var functions = unsafe [UnsafeMutableRawPointer?](repeating: nil, count: 1)
        return unsafe native_load(library, "libfoo1", &names, &functions, 1).map { unsafe String(cString: $0) }
    }

    @Test func `a function that is there is found`() {
        #expect(load("libc.so.6", "getpid") == nil)
    }

    @Test func `a library that is not installed is named with its package`() throws {
        let error = try #require(load("libnosuch.so.7", "getpid"))
        #expect(error.hasPrefix("cannot load libnosuch.so.7 ("))
        #expect(error.hasSuffix("install the package libfoo1"))
    }

    @Test func `a function that is missing is named with the package to bring up to date`() {
        #expect(
            load("libc.so.6", "no_such_function")
                == "libc.so.6 has no no_such_function: install a newer version of the package libfoo1")
    }

    @Test func `libcrypto has every function that is used`() {
        var error: UnsafePointer<CChar>?
        #expect(unsafe native_crypto(&error) != nil)
        #expect(unsafe error == nil)
    }

    @Test func `libcurl has every function that is used`() {
        var error: UnsafePointer<CChar>?
        #expect(unsafe native_curl(&error) != nil)
        #expect(unsafe error == nil)
    }

    @Test func `libqrencode has every function that is used`() {
        var error: UnsafePointer<CChar>?
        #expect(unsafe native_qrencode(&error) != nil)
        #expect(unsafe error == nil)
    }

    @Test func `libkrb5 has every function that is used`() {
        var error: UnsafePointer<CChar>?
        #expect(unsafe native_krb5(&error) != nil)
        #expect(unsafe error == nil)
    }
}
