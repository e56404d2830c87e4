import JOSE
import OAuth
import World

/// A token taken apart, and where it stood in the input.
struct DecodedToken {
    let claims: TokenClaims
    /// The third part as it stands, which may be cut off; it is never checked.
    let signature: String
    /// From 1.
    let line: Int

    /// Every token of the input, in order.
    ///
    /// - Throws: `badData` for the first that is none; its line is named where there are several.
    static func all(in input: TokenInput) throws(Failure) -> [DecodedToken] {
        let isAlone = input.candidates.count == 1
        var tokens: [DecodedToken] = []
        tokens.reserveCapacity(input.candidates.count)
        for candidate in input.candidates {
            do {
                tokens.append(try DecodedToken(candidate))
            } catch {
                if isAlone { throw error.within("cannot decode the token") }
                var failure = error.within("cannot decode the token in line \(candidate.line)")
                failure.hint = failure.hint ?? "every line is a token of its own: one must not be broken over several"
                throw failure
            }
        }
        return tokens
    }

    init(_ candidate: TokenInput.Candidate) throws(Failure) {
        do {
            claims = try TokenClaims(of: candidate.text)
        } catch {
            guard candidate.text.unicodeScalars.contains(where: Self.isSpace) else { throw error }
            throw Failure(.badData, "there is white space inside the token", hint: "give the token as it was issued")
        }
        signature = candidate.text.split(separator: ".", omittingEmptySubsequences: false).last.map(String.init) ?? ""
        line = candidate.line
    }

    /// What can be seen to be wrong with the signature without any key; nil where nothing can.
    var signatureDefect: String? {
        claims.header["alg"]?.stringValue?.lowercased() == "none" ? nil : claims.jws.signatureDefect?.message
    }

    /// Also what takes no room: it comes with copied text.
    private static func isSpace(_ scalar: UnicodeScalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
    }
}
