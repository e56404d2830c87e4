package import World

extension HTTPResponse {
    /// The server's clock when it answered, in seconds since 1970; nil where it does not say.
    package var date: Int? { header("Date").flatMap(HTTPDate.seconds) }

    /// In how many seconds the server wants to be asked again: RFC 9110 section 10.2.3.
    ///
    /// nil where it does not say, or says what makes no sense; at most a year.
    package var retryAfter: Int? {
        guard let words = header("Retry-After")?.split(separator: " ") else { return nil }
        let text = words.joined(separator: " ")
        if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return min(Int(text) ?? Self.longestWait, Self.longestWait)
        }
        guard let moment = HTTPDate.seconds(text), let now = date ?? receivedOn else { return nil }
        return min(max(moment - now, 0), Self.longestWait)
    }

    private static let longestWait = 365 * 86400
}
