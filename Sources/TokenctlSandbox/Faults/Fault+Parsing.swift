/// Faults as they are asked for; whatever is wrong is named.
extension Fault {
    private static let counts = 1...10_000
    /// In milliseconds.
    private static let delays = 0...60_000

    /// - Parameter option: `KIND`, `KIND:COUNT`, `KIND@ENDPOINT` or `KIND:COUNT@ENDPOINT`.
    package init(option: String) throws(SandboxError) {
        let halves = option.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        let parts = halves[0].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        self.init(kind: try Self.kind(parts[0]))
        if halves.count == 2 { place = try Self.place(String(halves[1])) }
        if parts.count == 2 { count = try Self.number(parts[1], Self.counts, "count") }
    }

    /// - Parameter form: `answer`, and perhaps `count`, `endpoint`, `retry-after` and `delay`.
    package init(_ form: Form) throws(SandboxError) {
        let known = ["answer", "count", "delay", "endpoint", "retry-after"]
        if let name = form.names.first(where: { !known.contains($0) }) {
            throw SandboxError("there is no parameter '\(name)', only \(known.joined(separator: ", "))")
        }
        self.init(kind: try Self.kind(form["answer"] ?? ""))
        if let text = form["count"] { count = try Self.number(text, Self.counts, "count") }
        if let text = form["delay"] { delay = try Self.number(text, Self.delays, "delay") }
        if let text = form["endpoint"] { place = try Self.place(text) }
        if let text = form["retry-after"] {
            guard text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
                throw SandboxError("retry-after must be printable ASCII")
            }
            retryAfter = text
        }
    }

    private static func kind(_ text: String) throws(SandboxError) -> Kind {
        guard let kind = Kind(text) else {
            let names = Name.allCases.map(\.rawValue).joined(separator: ", ")
            throw SandboxError("there is no answer '\(text)', only an HTTP status from 400 to 599, \(names)")
        }
        return kind
    }

    private static func place(_ text: String) throws(SandboxError) -> Place {
        guard let place = Place(rawValue: text) else {
            let names = Place.allCases.map(\.rawValue).joined(separator: ", ")
            throw SandboxError("there is no endpoint '\(text)', only \(names)")
        }
        return place
    }

    private static func number(_ text: String, _ range: ClosedRange<Int>, _ name: String) throws(SandboxError) -> Int {
        guard let number = Int(text), range.contains(number) else {
            throw SandboxError(
                "\(name) must be a number from \(range.lowerBound) to \(range.upperBound), not '\(text)'")
        }
        return number
    }
}
