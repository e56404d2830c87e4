import JOSE
import OAuth

extension TokenExamination {
    /// Whom the token is for, and in which form it says so.
    var audienceFindings: [TokenFinding] {
        let audiences = token.audiences
        guard !audiences.isEmpty else {
            return [
                TokenFinding(
                    reason: .audience, isCertain: isEntra || api != nil,
                    meaning: "the token does not say which API it is for: it has no aud",
                    remedy: "have the provider put the API into the token's aud")
            ]
        }
        guard let api else { return graphFindings(isForOther: false) }
        let relations = audiences.map { ($0, api.relation(to: $0)) }
        for (_, relation) in relations {
            if case .same = relation { return issuerFindings + graphFindings(isForOther: false) }
        }
        for (audience, relation) in relations {
            switch relation {
            case .otherForm(let difference): return [form(audience, difference)] + issuerFindings
            case .unknown: return [unknownForm(audience)] + issuerFindings
            case .same, .other: continue
            }
        }
        return [another(than: api, audiences)] + graphFindings(isForOther: true)
    }

    private func another(than api: APIName, _ audiences: [String]) -> TokenFinding {
        let isOwn = token.client.map { $0.lowercased() == audiences[0].lowercased() } ?? false
        let names = audiences.prefix(Self.mostNamed).map(Self.named).joined(separator: ", ")
        return .certain(
            .audience,
            "the token is for another API: its aud is \(names), and not \(Self.named(api.text))"
                + (isOwn ? "; that is the app's own client id, as in an id token" : ""),
            remedy:
                "get a token for this API, with \(scopeOption); one token is for one "
                + "API only")
    }

    private static let mostNamed = 5

    private func form(_ audience: String, _ difference: String) -> TokenFinding {
        .possible(
            .audienceForm,
            "the token names the API as '\(audience)', and not as '\(api?.text ?? "")': \(difference); many APIs compare "
                + "letter by letter",
            remedy: "have the API take '\(audience)' as a valid audience too\(versionRemedy)")
    }

    private func unknownForm(_ audience: String) -> TokenFinding {
        .possible(
            .audienceForm,
            "the token names the API as '\(audience)', and not as '\(api?.text ?? "")': one is a client id and the other a "
                + "URI, so it cannot be seen whether they are the same API; a version 1.0 token may have either, a version "
                + "2.0 token always has the client id",
            remedy: "look both up in the API's registration; if it is one API, have it take '\(audience)' as a valid "
                + "audience too\(versionRemedy)")
    }

    private var versionRemedy: String {
        version.map { version in
            ", or change the token's version, which is \(version) now: requestedAccessTokenVersion in the API's manifest "
                + "(once accessTokenAcceptedVersion) decides it, not the client"
        } ?? ""
    }

    /// A bare client id as audience is the way of version 2.0: such an API expects that version's issuer too.
    private var issuerFindings: [TokenFinding] {
        guard let api, api.isGUID, api.wellKnownName == nil, isEntra, let issuer = token.text("iss"),
            let tenant = token.text("tid"),
            version == "1.0" || issuer.contains("sts.windows.net")
        else { return [] }
        return [
            .possible(
                .issuerVersion,
                "the token is of version 1.0 and its iss is '\(issuer)': an API that is set up for version 2.0 expects "
                    + "'https://login.microsoftonline.com/\(tenant)/v2.0'",
                remedy: "set requestedAccessTokenVersion to 2 in the API's manifest, or have the API take both issuers")
        ]
    }

    private func graphFindings(isForOther: Bool) -> [TokenFinding] {
        let isGraph = token.audiences.contains { WellKnownApp.id(of: $0) == WellKnownApp.graph }
        // There is no news in it for whoever calls Graph.
        guard api?.isGraph != true, isGraph || (isEntra && token.header["nonce"] != nil) else { return [] }
        return [
            TokenFinding(
                reason: .graphToken, isCertain: isForOther,
                meaning: isGraph
                    ? "it is a token for Microsoft Graph, and only Graph itself can check it: its signature is made so that "
                        + "no one else can"
                    : "the header has a nonce, as tokens of Microsoft's own APIs have: nobody else can check the signature",
                remedy: "call Graph with it, and nothing else; for your own API get a token with a scope of that API")
        ]
    }
}
