import JOSE
import OAuth

/// What someone who reads bare claims should know besides.
struct DecodeNotes {
    let tokens: [DecodedToken]
    let now: Int

    /// A sentence each; of many tokens only the first few troubles are told.
    var lines: [String] {
        let troubles = tokens.lazy.flatMap { token in
            Self.troubles(of: token, now: now).map { tokens.count == 1 ? $0 : "line \(token.line): \($0)" }
        }
        let told = Array(troubles.prefix(Self.most + 1))
        let rest = told.count > Self.most ? ["there is more of that kind; --annotate shows all of it"] : []
        return ["nothing was verified: a token can say anything"] + told.prefix(Self.most) + rest
    }

    private static func troubles(of token: DecodedToken, now: Int) -> [String] {
        let end = TokenTime(token.claims.claims["exp"])?.seconds
        return [
            end.flatMap { $0 <= now ? "it expired \(TimeSpan.words(now - $0)) ago" : nil },
            GroupOverage(token.claims)?.advice, token.signatureDefect,
        ].compactMap(\.self)
    }

    private static let most = 9
}
