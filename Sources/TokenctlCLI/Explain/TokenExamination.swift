import JOSE
import OAuth
import World

/// A token, looked at with the eyes of the API that refused it.
struct TokenExamination {
    let token: TokenClaims
    /// What can be seen to be wrong with its signature.
    let signatureDefect: String?
    /// nil where it was not said which one.
    let api: APIName?
    let requirements: [ClaimRule]
    /// Seconds since 1970.
    let now: Int

    init(decoded: DecodedToken, api: APIName?, requirements: [ClaimRule], now: Int) {
        token = decoded.claims
        signatureDefect = decoded.signatureDefect
        self.api = api
        self.requirements = requirements
        self.now = now
    }

    /// What speaks against the token, what is certain first.
    var findings: [TokenFinding] {
        let all =
            kindFindings + signatureFindings + audienceFindings + timeFindings + permissionFindings + policyFindings
        return all.filter(\.isCertain) + all.filter { !$0.isCertain }
    }

    var version: String? { token.text("ver").flatMap { ["1.0", "2.0"].contains($0) ? $0 : nil } }

    /// Microsoft Entra ID made it: only its rules are known well enough to judge by.
    var isEntra: Bool { token.text("tid") != nil && version != nil }

    /// How `aud` reads in a message: with the API's name where it has one.
    static func named(_ audience: String) -> String {
        WellKnownApp.name(of: audience).map { "\($0) ('\(audience)')" } ?? "'\(audience)'"
    }

    func words(_ claim: String) -> [String] { token.words(claim) }

    var scopes: [String] { words("scp") + words("scope") }

    /// How to ask for a token for the API.
    ///
    /// An app is known by its client id as well as by its URI, which not every app has.
    var scopeOption: String {
        api.map { "--scope " + ShellQuote.posixIfNeeded("\($0.text)/.default") } ?? "--scope and a scope of the API"
    }
}
