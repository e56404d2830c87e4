import FoundationEssentials
import JOSE
package import World

extension ErrorAnswer {
    /// Reads an OAuth error object, or nil where the body is none.
    init?(_ body: [UInt8]) {
        guard let object = try? JSON(parsing: body).objectValue, let error = object["error"],
            error != .null
        else { return nil }
        self.init()
        // v1.0 and management endpoints nest it: {"error": {"code": …, "message": …}}.
        self.error = error.stringValue ?? error["code"]?.stringValue ?? "unknown_error"
        description = object["error_description"]?.stringValue ?? error["message"]?.stringValue
        suberror = object["suberror"]?.stringValue
        correlationID = object["correlation_id"]?.stringValue
        traceID = object["trace_id"]?.stringValue
        timestamp = object["timestamp"]?.stringValue
        claims = object["claims"]?.stringValue
        number = object["error_codes"]?.arrayValue?.first?.intValue
        readDescription()
    }

    /// Takes out of the description what is not known otherwise: the number behind `AADSTS`, the correlation id.
    ///
    /// B2C puts its correlation id there and nowhere else.
    mutating func readDescription() {
        guard let description else { return }
        number = number ?? EntraError.number(behind: "AADSTS", in: description)
        guard correlationID == nil, let label = description.firstRange(of: "Correlation ID: ") else { return }
        let id = description[label.upperBound...].prefix { $0.isHexDigit || $0 == "-" }
        if Authority.isGUID(String(id)) { correlationID = String(id) }
    }

    /// What is known of the number, Entra's or B2C's.
    var knownError: EntraError? {
        if let number { return EntraError.known[number] }
        return description.flatMap(EntraError.numberOfB2C).flatMap(EntraError.known(toB2C:))
    }
}

extension Failure {
    /// What an error stands for that is no HTTP answer of a token endpoint: it came by way of the browser, or in SOAP.
    package init(answer: ErrorAnswer, to action: String) {
        var answer = answer
        answer.readDescription()
        let verdict = ErrorVerdict(on: answer, status: 400)
        self.init(verdict.code, "cannot \(action): \(answer.reason)", hint: verdict.hint, answer: answer)
    }

    /// What an answer without a token stands for.
    ///
    /// - Parameter action: what was being tried: "get a token".
    package init(response: HTTPResponse, to action: String) {
        let answer = ErrorAnswer(response.body)
        let verdict = ErrorVerdict(on: answer, status: response.status)
        // A server that says when to come back is there.
        let isBusy = response.isWorthRetrying && (response.retryAfter ?? 0) > 0
        let code = isBusy ? .tryAgain : verdict.code
        self.init(
            code, "cannot \(action): \(answer?.reason ?? response.reason)",
            hint: code == .tryAgain ? response.waitingHint(otherwise: verdict.hint) : verdict.hint, answer: answer,
            isRetryable: code == .unavailable || code == .tryAgain)
        if let number = answer?.number, EntraError.clockErrors.contains(number), let skew = response.skew {
            hint = [hint, skew].compactMap(\.self).joined(separator: "; ")
        }
    }
}

extension ErrorAnswer {
    /// The error, in one sentence of bounded length.
    fileprivate var reason: String {
        let error = error.flatMap { $0.isEmpty ? nil : $0 } ?? "unknown_error"
        guard let description, !description.isEmpty else { return error.bounded }
        return "\(error): \(EntraError.sentence(of: description))".bounded
            + (number.map { " (AADSTS\($0))" } ?? "")
    }
}

extension String {
    /// No more than a person would read of a server's words.
    fileprivate var bounded: String { count <= 1000 ? self : prefix(1000) + "…" }
}

extension HTTPResponse {
    /// How far this machine's clock is from the server's; nil where that cannot be told.
    fileprivate var skew: String? {
        guard let date, let receivedOn else { return nil }
        let seconds = receivedOn - date
        guard abs(seconds) > 5 else { return "this machine's clock agrees with the server's" }
        return "this machine's clock is \(abs(seconds)) s \(seconds > 0 ? "ahead of" : "behind") the server's"
    }

    /// What was wrong with an answer that is no OAuth error.
    fileprivate var reason: String {
        if (300..<400).contains(status), let location = header("Location") {
            return "the server redirects to '\(location.bounded)', which is not followed"
        }
        return "the server answered HTTP \(status) with \(gist)"
    }

    private var gist: String {
        let start = body.prefix(512).drop { $0 <= 0x20 }
        if start.isEmpty, body.count <= 512 { return "an empty body" }
        if start.first == UInt8(ascii: "<") {
            return "a web page, as proxies and sign-in portals of networks send them"
        }
        if start.first == UInt8(ascii: "{"), (try? JSON(parsing: body)) == nil {
            return "JSON that is cut off or damaged"
        }
        return "a body that is no OAuth answer"
    }

    /// When to come back.
    fileprivate func waitingHint(otherwise hint: String?) -> String {
        guard let seconds = retryAfter else { return hint ?? "try again in a minute" }
        guard let now = date ?? receivedOn else { return "try again in \(seconds) s" }
        return "try again in \(seconds) s, at \(Date(timeIntervalSince1970: Double(now + seconds)).formatted(.iso8601))"
    }
}
