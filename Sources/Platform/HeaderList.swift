import Native
import World

/// The headers of a request in libcurl's form; they live as long as this does.
@safe
final class HeaderList {
    private let handle: CurlHandle
    private(set) var first: UnsafeMutablePointer<curl_slist>?

    init(_ headers: [HTTPRequest.Field], library handle: CurlHandle) {
        self.handle = handle
        for header in headers {
            // A line break would begin another header; nothing that is sent has one.
            let line = "\(header.name): \(header.value.wire)".filter { !$0.isNewline }
            unsafe first = unsafe handle.library.pointee.curl_slist_append(first, line)
        }
    }

    deinit { unsafe handle.library.pointee.curl_slist_free_all(first) }
}
