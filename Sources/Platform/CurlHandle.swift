import Native
import World

/// A libcurl easy handle and the library that it belongs to.
@safe
final class CurlHandle {
    let library: UnsafePointer<native_curl>
    let easy: UnsafeMutableRawPointer

    /// - Throws: `unavailable`, naming the package to install.
    init() throws(Failure) {
        var problem: UnsafePointer<CChar>?
        guard let library = unsafe native_curl(&problem) else {
            let reason = unsafe problem.map { unsafe String(cString: $0) } ?? "cannot load libcurl"
            throw Failure(
                .unavailable, reason, hint: "sudo apt-get install libcurl4, or your system's package of libcurl")
        }
        guard let easy = unsafe library.pointee.curl_easy_init() else {
            throw Failure(.internalError, "libcurl did not start")
        }
        unsafe self.library = library
        unsafe self.easy = easy
    }

    deinit { unsafe library.pointee.curl_easy_cleanup(easy) }

    /// Forgets the last request; connections stay.
    func reset() { unsafe library.pointee.curl_easy_reset(easy) }

    func set(_ option: CURLoption, _ value: Int) { unsafe native_curl_set_long(library, easy, option, value) }

    /// The text is copied.
    func set(_ option: CURLoption, _ value: String) { unsafe native_curl_set_string(library, easy, option, value) }

    /// The bytes are copied.
    func set(_ option: CURLoption, bytes: [UInt8]) {
        unsafe native_curl_set_blob(library, easy, option, bytes, bytes.count)
    }

    /// What the pointer leads to must live as long as the request.
    @unsafe
    func set(_ option: CURLoption, pointer: UnsafeRawPointer?) {
        unsafe native_curl_set_pointer(library, easy, option, pointer)
    }

    /// A form to send with POST; copied.
    func post(_ form: String) {
        set(CURLOPT_POSTFIELDSIZE, form.utf8.count)
        set(CURLOPT_COPYPOSTFIELDS, form)
    }

    /// A number about the last transfer; 0 where libcurl does not know.
    func long(_ info: CURLINFO) -> Int { unsafe native_curl_get_long(library, easy, info) }
}
