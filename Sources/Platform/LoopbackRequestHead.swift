import World

/// The request line and the headers that matter here.
struct LoopbackRequestHead {
    let method: String
    let path: String
    /// Without the question mark; empty when there is none.
    let query: String
    /// Lower case, with the port.
    let host: String
    /// Lower case, without parameters.
    let mediaType: String
    /// nil when it is missing; what is longer than any number is `Int.max`.
    let contentLength: Int?

    /// - Returns: nil when it does not follow RFC 9112, or leaves room for two readings.
    init?(_ text: String) {
        var lines = text.split(separator: "\r\n")
        guard !lines.isEmpty else { return nil }
        let words = lines.removeFirst().split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, words[1].first == "/", ["HTTP/1.1", "HTTP/1.0"].contains(words[2]) else { return nil }
        method = String(words[0])
        path = String(words[1].prefix { $0 != "?" })
        query = String(words[1].dropFirst(path.count + 1))

        var headers: [String: String] = [:]
        for line in lines {
            guard let (name, value) = Self.header(line) else { return nil }
            // Two of these would be two readings; of all others the first does.
            if headers[name] != nil, ["host", "content-length", "content-type"].contains(name) { return nil }
            headers[name] = headers[name] ?? value
        }
        guard let host = headers["host"] else { return nil }
        self.host = host.lowercased()
        mediaType = Self.trim((headers["content-type"] ?? "").prefix { $0 != ";" }).lowercased()
        switch headers["content-length"] {
        case nil: contentLength = nil
        case let digits? where !digits.isEmpty && digits.utf8.allSatisfy(Self.isDigit):
            contentLength = Int(digits) ?? .max
        default: return nil
        }
    }

    func request(_ parameters: [(name: String, value: String)]) -> RedirectRequest {
        RedirectRequest(method: method, path: path, parameters: parameters)
    }

    /// Its name in lower case and its value; nil when it is none.
    private static func header(_ line: Substring) -> (String, String)? {
        guard let colon = line.firstIndex(of: ":"), line.utf8.allSatisfy({ $0 >= 0x20 || $0 == 0x09 }) else {
            return nil
        }
        let name = line[..<colon]
        guard !name.isEmpty, !name.contains(where: \.isWhitespace) else { return nil }
        return (name.lowercased(), String(trim(line[line.index(after: colon)...])))
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func trim(_ text: Substring) -> Substring {
        var text = text
        while text.first == " " || text.first == "\t" { text.removeFirst() }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return text
    }
}
