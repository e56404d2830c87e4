/// One object of OpenSSL's, freed with the last reference to it.
///
/// Keep it in a variable, a property or a parameter while its pointer is in use: Swift then keeps it alive across the
/// calls into OpenSSL. Sendable because nothing here changes an object that others see, and because OpenSSL locks its
/// reference counts and caches.
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
