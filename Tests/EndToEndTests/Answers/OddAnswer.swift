import Testing

/// A row of a table: what a token endpoint answers, and what tokenctl makes of it.
struct OddAnswer: Sendable {
    let name: String
    let answers: [RawAnswer]
    let status: Int32
    /// What the message has to say.
    let words: [String]
    /// What it must not say.
    var taboo: String?
    var requests = 1...1
    /// Seconds.
    var timeout = 5
    /// Where the row is written down.
    let location: SourceLocation

    /// What no failure may print or keep.
    static let token = "t0ken-0f-the-answer"

    /// What the request proves the client by, and as it looks in a form.
    static let secret = "s3cr3t~of/the+test="
    static let encodedSecret = "s3cr3t~of%2Fthe%2Btest%3D"

    init(
        _ name: String, _ answers: RawAnswer..., status: Int32, says words: String..., neverSays taboo: String? = nil,
        requests: ClosedRange<Int> = 1...1, timeout: Int = 5, location: SourceLocation = #_sourceLocation
    ) {
        self.name = name
        self.answers = answers
        self.status = status
        self.words = words
        self.taboo = taboo
        self.requests = requests
        self.timeout = timeout
        self.location = location
    }
}
