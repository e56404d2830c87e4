import JOSE
import OAuth
import World

/// What `decode` shows of a token.
enum DecodeView {
    /// The claims, or the header.
    case part(isHeader: Bool)
    /// Header, payload and signature in one object.
    case everything
    /// One value, for scripts.
    case claim(String, isHeader: Bool)
    /// Every claim with its meaning, for people.
    case annotated

    /// - Throws: `usage` where the options contradict each other.
    init(header: Bool, all: Bool, claim: String?, annotate: Bool) throws(Failure) {
        let exclusive = [
            (all, "--all"), (claim != nil, "--claim"), (annotate, "--annotate"), (header && claim == nil, "--header"),
        ].filter(\.0).map(\.1)
        guard exclusive.count < 2 else {
            throw Failure(
                .usage, "\(exclusive.joined(separator: " and ")) cannot go together",
                hint: "use one of them; --header goes with --claim only")
        }
        if let claim {
            self = .claim(claim, isHeader: header)
        } else if annotate {
            self = .annotated
        } else {
            self = all ? .everything : .part(isHeader: header)
        }
    }

    /// What is printed: several lines for one token, a line for each of several.
    ///
    /// - Throws: `notVerified` for a claim that is not there.
    func text(of tokens: [DecodedToken], now: Int, width: Int?) throws(Failure) -> String {
        if case .annotated = self {
            return Annotation.text(of: tokens, now: now, width: width)
        }
        var text = ""
        for token in tokens {
            text += try self.text(of: token, isAlone: tokens.count == 1)
            text += "\n"
        }
        return text
    }

    private func text(of token: DecodedToken, isAlone: Bool) throws(Failure) -> String {
        switch self {
        case .claim(let name, let isHeader):
            return try ClaimValue(name, isHeader: isHeader).text(in: token, isAlone: isAlone)
        case .everything, .annotated: return Self.written(Self.everything(of: token), isAlone)
        case .part(let isHeader):
            return Self.written(.object(isHeader ? token.claims.header : token.claims.claims), isAlone)
        }
    }

    private static func written(_ json: JSON, _ isAlone: Bool) -> String { isAlone ? json.pretty : json.compact }

    private static func everything(of token: DecodedToken) -> JSON {
        .object([
            "header": .object(token.claims.header), "payload": .object(token.claims.claims),
            "signature": .string(token.signature),
        ])
    }
}
