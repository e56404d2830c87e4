import JOSE
import OAuth

/// The claims of a client assertion that a federated credential has to match.
struct AssertionClaims {
    let issuer: String?
    let subject: String?
    let audience: String?

    /// Of the assertion itself.
    init(_ token: TokenClaims) {
        issuer = token.claims["iss"]?.stringValue
        subject = token.claims["sub"]?.stringValue
        let audiences = token.claims["aud"].map { $0.arrayValue ?? [$0] } ?? []
        let names = audiences.compactMap(\.stringValue)
        audience = names.isEmpty ? nil : names.joined(separator: " ")
    }

    /// As Entra quotes them (AADSTS70021, 700211 to 700213); nil where it quotes none.
    init?(in description: Prose) {
        func quoted(_ claim: String) -> String? {
            let labels = ["presented assertion \(claim) '", "assertion \(claim): '"]
            return description.value(after: labels) { $0 != "'" && $0 != "\n" }
        }
        issuer = quoted("issuer")
        subject = quoted("subject")
        audience = quoted("audience")
        if issuer == nil, subject == nil, audience == nil { return nil }
    }

    /// `iss: …` and so on, for those that are there.
    func lines(prefix: String) -> [String] {
        [("iss", issuer), ("sub", subject), ("aud", audience)].compactMap { name, value in
            value.map { "\(prefix)\(name): \($0)" }
        }
    }

    var json: JSON {
        .object(["iss": .optional(issuer), "sub": .optional(subject), "aud": .optional(audience)])
    }
}
