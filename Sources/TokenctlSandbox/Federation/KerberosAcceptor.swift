import Native

/// Takes clients' Kerberos tickets (RFC 4559), with the keys of a keytab.
package struct KerberosAcceptor: Sendable {
    /// The path of a file with the keys of `HTTP/localhost` or however the clients call this host.
    package let keytab: String

    /// A client that has proven who it is.
    package struct Acceptance: Sendable {
        /// Such as `alice@IDP.TEST`.
        package let principal: String
        /// What proves to the client who the server is.
        package let answer: [UInt8]
    }

    /// - Parameter token: what stood in the `Authorization` header.
    package func accept(_ token: [UInt8]) throws(SandboxError) -> Acceptance {
        var acceptance = unsafe native_gssapi_accept(keytab, token, token.count)
        defer { unsafe native_gssapi_acceptance_free(&acceptance) }
        guard let principal = unsafe acceptance.principal else {
            throw SandboxError(unsafe acceptance.error.map { unsafe String(cString: $0) } ?? "out of memory")
        }
        let answer = unsafe UnsafeRawBufferPointer(start: acceptance.answer, count: acceptance.answer_length)
        return unsafe Acceptance(principal: String(cString: principal), answer: Array(answer))
    }
}
