import Native

/// Collects what a server sends, up to a limit.
final class CurlAnswer {
    private let limit: Int
    private let isSentOnce: Bool
    private var wasSent = false
    private(set) var headers: [(name: String, value: String)] = []
    private(set) var body: [UInt8] = []
    private(set) var isTooLong = false

    /// - Parameter isSentOnce: whether libcurl may not send the request a second time, on another connection.
    init(limit: Int, isSentOnce: Bool) {
        self.limit = limit
        self.isSentOnce = isSentOnce
    }

    /// Sends the request that the handle holds, and takes the answer.
    func receive(from handle: CurlHandle) -> CURLcode {
        let myself = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe native_curl_set_receiver(handle.library, handle.easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, to in
            unsafe CurlAnswer.receive(bytes, size * count, to) { unsafe $0.addHeader($1) }
        }
        unsafe handle.set(CURLOPT_HEADERDATA, pointer: myself)
        unsafe native_curl_set_receiver(handle.library, handle.easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, to in
            unsafe CurlAnswer.receive(bytes, size * count, to) { unsafe $0.addToBody($1) }
        }
        unsafe handle.set(CURLOPT_WRITEDATA, pointer: myself)
        unsafe native_curl_set_gate(handle.library, handle.easy) { target, _, _, _, _ in
            unsafe CurlAnswer.mayBeSent(target) ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
        }
        unsafe handle.set(CURLOPT_PREREQDATA, pointer: myself)
        return withExtendedLifetime(self) { unsafe handle.library.pointee.curl_easy_perform(handle.easy) }
    }

    /// - Returns: how many bytes were taken; fewer than were offered end the transfer.
    private static func receive(
        _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ target: UnsafeMutableRawPointer?,
        take: (CurlAnswer, UnsafeRawBufferPointer) -> Bool
    ) -> Int {
        guard let target = unsafe target else { return 0 }
        let answer = unsafe Unmanaged<CurlAnswer>.fromOpaque(target).takeUnretainedValue()
        return unsafe take(answer, UnsafeRawBufferPointer(start: bytes, count: count)) ? count : 0
    }

    /// Called before each sending.
    private static func mayBeSent(_ target: UnsafeMutableRawPointer?) -> Bool {
        guard let target = unsafe target else { return true }
        let answer = unsafe Unmanaged<CurlAnswer>.fromOpaque(target).takeUnretainedValue()
        defer { answer.wasSent = true }
        return !(answer.isSentOnce && answer.wasSent)
    }

    private func addHeader(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let line = unsafe String(decoding: bytes, as: UTF8.self)
        // A proxy's or an interim answer comes first: only the last one's headers count.
        // What was answered may be sent again, as with the login that a proxy wants.
        if line.hasPrefix("HTTP/") { (headers, wasSent) = ([], false) }
        guard let colon = line.firstIndex(of: ":") else { return true }
        let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
        headers.append((String(line[..<colon]), String(value.prefix { !$0.isNewline })))
        return true
    }

    private func addToBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard body.count + bytes.count <= limit else {
            isTooLong = true
            return false
        }
        unsafe body.append(contentsOf: bytes)
        return true
    }
}
