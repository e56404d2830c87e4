import World

/// What the bytes of a request (RFC 9112) amount to so far.
enum LoopbackRequest {
    case incomplete
    case complete(RedirectRequest)
    /// Not for anyone to decide: the HTTP status says what is wrong with it.
    case refused(Int)

    private static let longestHead = 16 << 10
    private static let longestBody = 64 << 10

    /// - Parameter port: the one that it was sent to.
    init(_ bytes: [UInt8], port: Int) {
        guard let end = Self.endOfHead(bytes) else {
            self = bytes.count > Self.longestHead ? .refused(431) : .incomplete
            return
        }
        guard end <= Self.longestHead else {
            self = .refused(431)
            return
        }
        guard let head = LoopbackRequestHead(String(decoding: bytes[..<end], as: UTF8.self)) else {
            self = .refused(400)
            return
        }
        // A page of another site whose name was made to lead here (DNS rebinding) is told apart by that name.
        guard ["localhost:\(port)", "127.0.0.1:\(port)"].contains(head.host) else {
            self = .refused(403)
            return
        }
        switch head.method {
        case _ where head.path == "/favicon.ico": self = .refused(404)
        case "GET": self = .complete(head.request(FormEncoding.decode(head.query)))
        case "POST": self = Self.form(of: head, bytes[end...])
        default: self = .refused(405)
        }
    }

    private static func form(of head: LoopbackRequestHead, _ body: ArraySlice<UInt8>) -> LoopbackRequest {
        guard head.mediaType == "application/x-www-form-urlencoded" else { return .refused(415) }
        guard let length = head.contentLength else { return .refused(411) }
        guard length <= longestBody else { return .refused(413) }
        guard body.count >= length else { return .incomplete }
        return .complete(head.request(FormEncoding.decode(String(decoding: body.prefix(length), as: UTF8.self))))
    }

    /// The index behind the empty line.
    private static func endOfHead(_ bytes: [UInt8]) -> Int? {
        let lineFeed = UInt8(ascii: "\n")
        return bytes.indices.dropFirst(3).first { index in
            bytes[index] == lineFeed && bytes[index - 2] == lineFeed
                && bytes[index - 1] == UInt8(ascii: "\r") && bytes[index - 3] == UInt8(ascii: "\r")
        }.map { $0 + 1 }
    }
}
