/// One object of OpenSSL's, freed with the last reference to it.
///
/// Sendable because nothing here changes an object after making it, and OpenSSL's own reference counts and caches lock.
@safe final class OpenSSLObject: @unchecked Sendable {
    typealias Free = @convention(c) (OpaquePointer?) -> Void

    let pointer: OpaquePointer
    private let free: Free

    init(_ pointer: OpaquePointer, free: @escaping Free) {
        unsafe self.pointer = pointer
        unsafe self.free = free
    }

    deinit { unsafe free(pointer) }
}
